import { describe, expect, test } from '@jest/globals';
import type { CardDetail, Change } from '@furikaeri/contracts';
import { applyToCard, asksForReading } from './card.reducer.ts';

const detail = {
  card: { id: 'card-1', version: 3, progressDecided: false }, texts: [{ field: 'results', text: '前', version: 2 }, { field: 'issues', text: '', version: 1 }],
  answers: [{ id: 'answer-1', cardId: 'card-1', version: 2, state: 'submitted' }], comments: [],
} as unknown as CardDetail;
const change = (payload: unknown): Change => ({ stream: 'cycle:1', seq: 1, commandId: null, at: '', payload }) as Change;

describe('an open card', () => {
  test('takes a newer text and leaves the other two', () => {
    const next = applyToCard(detail, change({ type: 'text.changed', cardId: 'card-1', text: { field: 'results', text: '後', version: 3 } }));
    expect(next.texts.map((one) => one.text)).toEqual(['後', '']);
  });
  test('ignores an older text that comes late', () => {
    expect(applyToCard(detail, change({ type: 'text.changed', cardId: 'card-1', text: { field: 'results', text: '古', version: 1 } })).texts[0]?.text).toBe('前');
  });
  test('is not touched by another card', () => {
    expect(applyToCard(detail, change({ type: 'answer.changed', answer: { id: 'answer-9', cardId: 'card-2', version: 1 }, strip: '' }))).toBe(detail);
  });
  test('takes an answer in, and lets go of one that is no longer asked', () => {
    const more = applyToCard(detail, change({ type: 'answer.changed', answer: { id: 'answer-2', cardId: 'card-1', version: 1 }, strip: '' }));
    expect(more.answers).toHaveLength(2);
    expect(applyToCard(more, change({ type: 'answer.removed', cardId: 'card-1', submissionId: 'answer-1', organisationId: 'kita', strip: '' })).answers).toHaveLength(1);
  });
  test('keeps comments in the order they were written, each once', () => {
    const first = { id: 'a', cardId: 'card-1', submissionId: null, createdAt: '2025-05-20T01:00:00Z', version: 1, text: '一' };
    const second = { id: 'b', cardId: 'card-1', submissionId: null, createdAt: '2025-05-20T02:00:00Z', version: 1, text: '二' };
    const both = [second, first, { ...first, version: 2, text: '直した' }].reduce((now, comment) => applyToCard(now, change({ type: 'comment.changed', comment })), detail);
    expect(both.comments.map((one) => one.text)).toEqual(['直した', '二']);
  });
  test('leaves a comment on one answer to the conversation of that answer', () => {
    expect(applyToCard(detail, change({ type: 'comment.changed', comment: { id: 'c', cardId: 'card-1', submissionId: 'answer-1', version: 1, createdAt: '' } })).comments).toEqual([]);
  });
  test('is read again after a move, because a decision does not travel with the tile', () => {
    expect(asksForReading(detail, change({ type: 'card.changed', card: { id: 'card-1', version: 4, progressDecided: true }, move: null }))).toBe(true);
    expect(asksForReading(detail, change({ type: 'card.changed', card: { id: 'card-1', version: 4, progressDecided: false }, move: null }))).toBe(false);
  });
});
