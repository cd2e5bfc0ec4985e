import { describe, expect, test } from '@jest/globals';
import type { AnswerItem } from './answers.reducer.ts';
import { deadlinesAhead } from './composables/use-answer-groups.ts';

const item = (id: string, state: string, deadline: string): AnswerItem => ({ answer: { id, state, deadline } }) as unknown as AnswerItem;

describe('the deadlines over the list of answers', () => {
  test('one that has passed is counted as late and is not the nearest', () => {
    const ahead = deadlinesAhead([item('a', 'draft', '2025-05-12'), item('b', 'checking', '2025-05-13'), item('c', 'returned', '2025-05-20'), item('d', 'not_started', '2025-05-16')], '2025-05-14');
    expect([ahead.late, ahead.nearest?.answer.id]).toEqual([2, 'd']);
  });
  test('its own day is still ahead', () => { expect(deadlinesAhead([item('a', 'draft', '2025-05-14')], '2025-05-14')).toMatchObject({ late: 0, nearest: { answer: { id: 'a' } } }); });
  test('what is handed in has none', () => { expect(deadlinesAhead([item('a', 'submitted', '2025-05-12'), item('b', 'confirmed', '2025-05-20')], '2025-05-14')).toEqual({ late: 0, nearest: undefined }); });
});
