import { useEventListener } from '@vueuse/core';
import { ref } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';

/** Nothing typed is lost by leaving: another screen is asked about first, and closing the window by the browser itself. */
export function useUnsaved(isDirty: () => boolean) {
  const asking = ref(false);
  let answer: ((leave: boolean) => void) | null = null;

  onBeforeRouteLeave(() => {
    if (!isDirty()) return true;
    answer?.(false);
    asking.value = true;
    return new Promise<boolean>((resolve) => { answer = resolve; });
  });
  useEventListener(globalThis, 'beforeunload', (event) => { if (isDirty()) event.preventDefault(); });

  function decide(leave: boolean): void {
    asking.value = false;
    answer?.(leave);
    answer = null;
  }
  return { asking, decide };
}
