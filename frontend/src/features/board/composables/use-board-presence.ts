import type { Presence } from '@furikaeri/contracts';
import { computed, watch } from 'vue';
import type { ComputedRef } from 'vue';
import { useRealtime } from '../../../shared/realtime/realtime.store.ts';
import { useSession } from '../../../shared/session/session.store.ts';

/** Tells the others that we are on the board, and finds who is writing in which card. The open card panel says its own place. */
export function useBoardPresence(cycleId: ComputedRef<string | null>, openCardId: ComputedRef<string | null>) {
  const realtime = useRealtime();
  const session = useSession();
  watch([cycleId, openCardId], ([cycle, card]) => {
    if (cycle !== null && card === null) realtime.setPlace({ stream: `cycle:${cycle}`, cardId: null, field: null });
  }, { immediate: true });
  return computed<ReadonlyMap<string, Presence>>(() => {
    const room = cycleId.value === null ? [] : realtime.peopleIn(`cycle:${cycleId.value}`);
    const writing = room.filter((one) => one.personId !== session.me?.person.id && one.place.field !== null && one.place.cardId !== null);
    return new Map(writing.map((one) => [one.place.cardId ?? '', one]));
  });
}
