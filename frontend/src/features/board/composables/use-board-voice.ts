import { doerName } from '@furikaeri/model';
import type { Lane, LaneAxis } from '@furikaeri/model';
import { watch } from 'vue';
import type { ComputedRef } from 'vue';
import { useText } from '../../../shared/i18n/i18n.ts';
import { announce } from '../../../shared/ui/announcer.ts';
import type { BoardState } from '../board.reducer.ts';

/** Says a move that somebody else made: what the eye sees in the foot line, the ear hears here. */
export function useBoardVoice(board: ComputedRef<BoardState | null>, spoken: (lane: Lane, axis: LaneAxis) => string): void {
  const { t, locale } = useText();
  watch(() => board.value?.moves, (now, before) => {
    for (const [cardId, move] of now ?? []) {
      if (before?.get(cardId) === move) continue;
      const code = board.value?.cards.get(cardId)?.code ?? '';
      const words = { code, from: spoken(move.from as Lane, move.axis), to: spoken(move.to as Lane, move.axis) };
      announce(move.by === null ? t('board.say.remoteAlone', words) : t('board.say.remote', { ...words, name: doerName(move.by.name, locale.value) }));
    }
  });
}
