import type { AnswerSummary, CardDetail, Change, Comment } from '@furikaeri/contracts';

const newer = (now: { version: number } | undefined, next: { version: number }): boolean => now === undefined || next.version >= now.version;

const putAnswer = (answers: AnswerSummary[], next: AnswerSummary): AnswerSummary[] =>
  answers.some((one) => one.id === next.id)
    ? answers.map((one) => (one.id === next.id && newer(one, next) ? next : one))
    : [...answers, next];

const putComment = (comments: Comment[], next: Comment): Comment[] =>
  newer(comments.find((one) => one.id === next.id), next)
    ? [...comments.filter((one) => one.id !== next.id), next].sort((a, b) => a.createdAt.localeCompare(b.createdAt))
    : comments;

/** One open card after a change of a stream it follows. Changes of other cards leave it alone. */
export function applyToCard(detail: CardDetail, { payload }: Change): CardDetail {
  const { id } = detail.card;
  switch (payload.type) {
    case 'card.changed':
      return payload.card.id === id && newer(detail.card, payload.card) ? { ...detail, card: payload.card } : detail;
    case 'text.changed':
      if (payload.cardId !== id) return detail;
      return { ...detail, texts: detail.texts.map((one) => (one.field === payload.text.field && newer(one, payload.text) ? payload.text : one)) };
    case 'comment.changed':
      // A comment on one answer belongs to the conversation of that answer.
      return payload.comment.cardId === id && payload.comment.submissionId === null ? { ...detail, comments: putComment(detail.comments, payload.comment) } : detail;
    case 'answer.changed':
      return payload.answer.cardId === id ? { ...detail, answers: putAnswer(detail.answers, payload.answer) } : detail;
    case 'answer.removed':
      return payload.cardId === id ? { ...detail, answers: detail.answers.filter((one) => one.id !== payload.submissionId) } : detail;
    case 'quotes.changed':
      if (payload.cardId !== id) return detail;
      return { ...detail, quotes: [...detail.quotes.filter((one) => one.field !== payload.quotes.field), payload.quotes] };
    case 'bureau-figure.changed': {
      const others = detail.figures.filter((one) => one.id !== payload.figure.id);
      if (payload.removed) return { ...detail, figures: others };
      const isOurs = others.length < detail.figures.length || payload.figure.bureauId === detail.card.bureauId;
      return isOurs ? { ...detail, figures: [...others, payload.figure] } : detail;
    }
    case 'lint.changed':
    case 'calendar.changed':
    case 'notice.added':
    case 'notices.marked':
    case 'own-answer.changed':
    case 'cycle.changed':
      return detail;
  }
}

/** Decision, approval and the model's suggestion do not travel with a tile: after these moves the card is read again. */
export const asksForReading = (detail: CardDetail, { payload }: Change): boolean =>
  payload.type === 'card.changed' && payload.card.id === detail.card.id && payload.card.version > detail.card.version
  && (payload.move !== null || payload.card.progressDecided !== detail.card.progressDecided);
