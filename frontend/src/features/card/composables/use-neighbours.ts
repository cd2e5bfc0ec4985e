import { computed } from 'vue';
import type { Ref } from 'vue';
import { useSession } from '../../../shared/session/session.store.ts';
import { layOut, useBoard, useBoardFilter } from '../../board/index.ts';

/** The cards before and after this one, in the order and with the filter of the board behind it. */
export function useNeighbours(cardId: Ref<string>) {
  const session = useSession();
  const board = useBoard();
  const { filter, axis } = useBoardFilter(computed(() => session.me?.person.id ?? ''));
  const order = computed<string[]>(() => {
    if (board.board === null || session.actor === null) return [];
    const { cycle, strips } = board.board;
    const secretariatId = session.workplace?.organisations.find((one) => one.kind === 'secretariat')?.id ?? null;
    const look = layOut(board.cards, axis.value, filter.value, { actor: session.actor, cycle, wards: session.wards, strips, secretariatId });
    return look.lanes.flatMap((lane) => lane.items.map((item) => item.card.id as string));
  });
  const at = computed(() => order.value.indexOf(cardId.value));
  const prev = computed(() => order.value[at.value - 1] ?? null);
  const next = computed(() => (at.value < 0 ? null : order.value[at.value + 1] ?? null));
  return { prev, next };
}
