import { openHome } from '@furikaeri/contracts';
import { onScopeDispose, ref, watch } from 'vue';
import { afterPaint } from '../shared/after-paint.ts';
import { ask } from '../shared/commands/index.ts';
import { useRealtime } from '../shared/realtime/realtime.store.ts';
import { useSession } from '../shared/session/session.store.ts';

const CALM = 2000;

/** How many things wait for the reader, for the badge in the navigation. Asked again a little after changes settle. */
export function useWaiting() {
  const session = useSession();
  const realtime = useRealtime();
  const waiting = ref(0);
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function read(): Promise<void> {
    if (session.cycle === null) { waiting.value = 0; return; }
    try {
      waiting.value = (await ask(openHome, { cycleId: session.cycle.id })).waiting.length;
    } catch {
      // A badge is no place for an error: the home screen itself says what went wrong.
    }
  }
  // The screen itself goes first.
  watch(() => [session.cycle?.id, session.post?.id], () => { void afterPaint().then(read); }, { immediate: true });
  watch(() => realtime.updatedAt, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), CALM);
  });
  onScopeDispose(() => clearTimeout(timer));
  return waiting;
}
