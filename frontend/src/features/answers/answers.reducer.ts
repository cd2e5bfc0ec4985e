import type { Change, MySubmissions } from '@furikaeri/contracts';

export type AnswerItem = MySubmissions['items'][number];
export type AnswerItems = ReadonlyMap<string, AnswerItem>;

/** The own answers after a change of one of their streams. An older version of an answer is ignored. */
export function applyToAnswers(items: AnswerItems, { payload }: Change): AnswerItems {
  switch (payload.type) {
    case 'own-answer.changed': {
      const item = items.get(payload.answer.id);
      if (item === undefined || payload.answer.version < item.answer.version) return items;
      return new Map(items).set(payload.answer.id, { ...item, answer: payload.answer });
    }
    case 'answer.removed': {
      if (!items.has(payload.submissionId)) return items;
      const left = new Map(items);
      left.delete(payload.submissionId);
      return left;
    }
    case 'card.changed': {
      const { card } = payload;
      const touched = [...items].filter(([, item]) => item.answer.cardId === card.id && card.stage !== null);
      if (touched.length === 0) return items;
      const next = new Map(items);
      for (const [id, item] of touched) next.set(id, { ...item, stage: card.stage ?? item.stage, asks: card.asks, reopenedLate: card.reopenedLate });
      return next;
    }
    default:
      return items;
  }
}

/** A new question was put to us, which a change alone cannot describe: the list has to be read again. */
export const isNewToUs = (items: AnswerItems, { payload }: Change): boolean => payload.type === 'own-answer.changed' && !items.has(payload.answer.id);
