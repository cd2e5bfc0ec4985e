import { openCard } from '@furikaeri/contracts';
import type { AnswerSummary, CardDetail, CardId, CardTextView, CardTile, Change, Comment } from '@furikaeri/contracts';
import { onScopeDispose, shallowRef, watch } from 'vue';
import type { Ref } from 'vue';
import { ask } from '../../../shared/commands/index.ts';
import { useRealtime } from '../../../shared/realtime/realtime.store.ts';
import { whenDeadlinesMove } from '../../../shared/session/when-deadlines-move.ts';
import { applyToCard, asksForReading } from '../card.reducer.ts';

/** One open card, read once and then kept fresh by the streams that its reader may follow. */
export function useCard(cardId: Ref<string>) {
  const realtime = useRealtime();
  const detail = shallowRef<CardDetail | null>(null);
  const failure = shallowRef<unknown>(null);
  let stops: (() => void)[] = [];
  let round = 0;

  async function load(): Promise<void> {
    const mine = ++round;
    failure.value = null;
    try {
      const read = await ask(openCard, { cardId: cardId.value as CardId });
      if (mine !== round) return;
      detail.value = read;
      stop();
      stops = Object.entries(read.seqs).map(([stream, after]) => realtime.follow(stream, after, apply));
    } catch (error) {
      if (mine === round) failure.value = error;
    }
  }
  function apply(change: Change): void {
    if (detail.value === null) return;
    const again = asksForReading(detail.value, change);
    detail.value = applyToCard(detail.value, change);
    if (again) void load();
  }
  function stop(): void {
    for (const one of stops) one();
    stops = [];
  }
  /** What a command answered, which may be here before its change. */
  const told = (payload: unknown): void => apply({ stream: '', seq: 0, commandId: null, at: '', payload } as Change);
  const putText = (text: CardTextView): void => told({ type: 'text.changed', cardId: cardId.value, text });
  const putComment = (comment: Comment): void => told({ type: 'comment.changed', comment });
  const putAnswers = (answers: readonly AnswerSummary[]): void => { for (const answer of answers) told({ type: 'answer.changed', answer, strip: '' }); };
  const putCard = (card: CardTile): void => told({ type: 'card.changed', card, move: null });

  watch(cardId, () => { stop(); detail.value = null; void load(); }, { immediate: true });
  whenDeadlinesMove(() => void load());
  onScopeDispose(() => { round += 1; stop(); });
  return { detail, failure, load, putText, putComment, putAnswers, putCard };
}
