import { describe, expect, test } from '@jest/globals';
import type { WaitingItem } from '@furikaeri/contracts';
import { byDeadline, placeOf, urgency } from './waiting-place.ts';

const item = (more: Partial<WaitingItem>): WaitingItem => ({
  kind: 'review', cardId: 'card-1', submissionId: null, code: '3-(1)-16a', title: '', facts: {}, deadline: '2025-05-28', late: false, ...more,
} as WaitingItem);
const office = { progress: true, assignments: true };
const lead = { progress: false, assignments: false };

describe('where a waiting line leads', () => {
  test('an answer to its form, a card to its panel', () => {
    expect(placeOf(item({ kind: 'returned', submissionId: 'answer-1' as never }), lead)).toEqual({ name: 'answer', params: { submissionId: 'answer-1' } });
    expect(placeOf(item({}), office)).toEqual({ name: 'card', params: { cardId: 'card-1' } });
  });
  test('what concerns many rows to its table, for those who may open it', () => {
    expect(placeOf(item({ kind: 'unowned' }), office).name).toBe('assignments');
    expect(placeOf(item({ kind: 'late_ward' }), office).name).toBe('progress');
    expect(placeOf(item({ kind: 'extension', submissionId: 'answer-1' as never }), office)).toEqual({ name: 'progress', query: { answer: 'answer-1' } });
    expect(placeOf(item({ kind: 'late_ward' }), lead)).toEqual({ name: 'card', params: { cardId: 'card-1' } });
  });
});

test('late ones are not counted again among those due today', () => {
  expect(urgency([item({ deadline: '2025-05-20' }), item({ deadline: '2025-05-14', late: true }), item({ deadline: null })], '2025-05-20')).toEqual({ late: 1, dueToday: 1 });
});

test('lines stand by deadline, those without one last', () => {
  const lines = [item({ code: 'a', deadline: null }), item({ code: 'b' }), item({ code: 'c', deadline: '2025-05-14' }), item({ code: 'd' })];
  expect(byDeadline(lines).map(({ code }) => code)).toEqual(['c', 'b', 'd', 'a']);
});
