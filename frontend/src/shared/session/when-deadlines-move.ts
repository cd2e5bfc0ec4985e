import { watch } from 'vue';
import { useSession } from './session.store.ts';

/** Reads a screen again when dates of the cycle in view moved. Another cycle is another screen and reads for itself. */
export function whenDeadlinesMove(readAgain: () => void): void {
  const session = useSession();
  watch(() => [session.cycle?.id, session.deadlinesKey] as const, ([id], [before]) => { if (id === before) readAgain(); });
}
