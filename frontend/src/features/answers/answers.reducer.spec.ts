import { describe, expect, test } from '@jest/globals';
import { EMPTY_CONTENT } from '@furikaeri/model';
import type { Change, ChangePayload } from '@furikaeri/contracts';
import { applyToAnswers, isNewToUs } from './answers.reducer.ts';
import type { AnswerItem } from './answers.reducer.ts';

const item = (version: number, example = ''): AnswerItem => ({
  answer: {
    id: 'answer-1', cardId: 'card-1', organisationId: 'kita', organisationKind: 'ward', state: 'draft', deadline: '2025-05-14', extended: false,
    submittedLate: false, submittedAt: null, openReturn: null, waivedReason: null, content: null, version, draft: { ...EMPTY_CONTENT, example },
    sentBackReason: null, editedBy: null, editedAt: null,
  },
  question: { cardId: 'card-1', code: '1-(1)-3a', title: '', initiative: '', sectionTitle: '', question: '', indicatorKind: 'count_yes', unit: '区', columns: null, measures: '' },
  stage: 'draft', asks: 'wards', reopenedLate: false,
}) as unknown as AnswerItem;
const change = (payload: unknown): Change => ({ stream: 'ward:kita', seq: 1, commandId: null, at: '2025-05-14T00:00:00Z', payload: payload as ChangePayload });
const items = new Map([['answer-1', item(2, 'いま')]]);

describe('the own answers', () => {
  test('take a newer version of an answer', () => {
    const next = applyToAnswers(items, change({ type: 'own-answer.changed', answer: item(3, '新しい').answer }));
    expect(next.get('answer-1')?.answer.draft.example).toBe('新しい');
  });
  test('ignore an older version, which a slow line may bring late', () => {
    expect(applyToAnswers(items, change({ type: 'own-answer.changed', answer: item(1, '古い').answer }))).toBe(items);
  });
  test('drop an answer that is no longer asked', () => {
    expect(applyToAnswers(items, change({ type: 'answer.removed', submissionId: 'answer-1' })).size).toBe(0);
  });
  test('follow the stage of their card', () => {
    const next = applyToAnswers(items, change({ type: 'card.changed', card: { id: 'card-1', stage: 'committee_review', asks: 'wards', reopenedLate: false }, move: null }));
    expect(next.get('answer-1')?.stage).toBe('committee_review');
  });
  test('notice a question that is new to them', () => {
    expect(isNewToUs(new Map(), change({ type: 'own-answer.changed', answer: item(1).answer }))).toBe(true);
    expect(isNewToUs(items, change({ type: 'own-answer.changed', answer: item(3).answer }))).toBe(false);
  });
});
