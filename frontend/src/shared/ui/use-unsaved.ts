import { useEventListener } from '@vueuse/core';
import { onScopeDispose, ref } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';

/** The screens open now that hold something unsaved, as questions to whoever is about to go. */
const questions = new Set<() => boolean | Promise<boolean>>();

let isLeaving = false;

/** Does what takes the screen away, as another post, another year or the end of the session, unless its reader would rather stay. */
export async function leaveFor(work: () => unknown): Promise<void> {
  for (const ask of questions) if (!(await ask())) return;
  isLeaving = true;
  try { await work(); } finally { isLeaving = false; }
}

/** Nothing typed is lost by leaving: another screen is asked about first, and closing the window by the browser itself. */
export function useUnsaved(isDirty: () => boolean) {
  const asking = ref(false);
  let answer: ((leave: boolean) => void) | null = null;

  function ask(): boolean | Promise<boolean> {
    if (isLeaving || !isDirty()) return true;
    answer?.(false);
    asking.value = true;
    return new Promise<boolean>((resolve) => { answer = resolve; });
  }
  questions.add(ask);
  onScopeDispose(() => questions.delete(ask));
  onBeforeRouteLeave(ask);
  useEventListener(globalThis, 'beforeunload', (event) => { if (isDirty()) event.preventDefault(); });

  function decide(leave: boolean): void {
    asking.value = false;
    answer?.(leave);
    answer = null;
  }
  return { asking, decide };
}
