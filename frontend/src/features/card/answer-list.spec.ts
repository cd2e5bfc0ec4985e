import { describe, expect, test } from '@jest/globals';
import type { AnswerSummary, Figure, PreviousCard } from '@furikaeri/contracts';
import { EMPTY_CONTENT } from '@furikaeri/model';
import type { AnswerContent } from '@furikaeri/model';
import { filterAnswers, listAnswers, sentencesToQuote, sortAnswers } from './answer-list.ts';
import type { AnswerFilter, AnswerSort } from './answer-list.ts';

const WARDS = ['kita', 'miyakojima', 'fukushima', 'konohana'];
const said = (organisationId: string, content: Partial<AnswerContent> | null, state: AnswerSummary['state'] = 'submitted'): AnswerSummary =>
  ({ id: organisationId, organisationId, state, openReturn: null, content: content === null ? null : { ...EMPTY_CONTENT, ...content } }) as AnswerSummary;
const before = (all: Record<string, Partial<AnswerContent>>): PreviousCard => ({ answers: Object.entries(all).map(([organisationId, content]) => ({ organisationId, content: { ...EMPTY_CONTENT, ...content } })) }) as unknown as PreviousCard;
const listed = (answers: AnswerSummary[], kind: Figure['kind'], previous: PreviousCard | null = null) => listAnswers(answers, { kind, threshold: kind === 'per_ward' ? '10' : null, until: null }, previous, (id) => WARDS.indexOf(id));
const names = (answers: AnswerSummary[], kind: Figure['kind'], sort: AnswerSort, filter: AnswerFilter = 'all', previous: PreviousCard | null = null): string[] =>
  sortAnswers(filterAnswers(listed(answers, kind, previous), filter), sort).map(({ answer }) => answer.organisationId);

describe('the answers beside the texts', () => {
  const yesNo = [said('fukushima', { answer: 'yes' }), said('konohana', null, 'draft'), said('kita', { answer: 'no' }), said('miyakojima', { answer: 'yes' })];
  test('stand in the order of the wards, or はい first', () => {
    expect(names(yesNo, 'count_yes', 'ward')).toEqual(['kita', 'miyakojima', 'fukushima', 'konohana']);
    expect(names(yesNo, 'count_yes', 'value')).toEqual(['miyakojima', 'fukushima', 'kita', 'konohana']);
  });
  test('are filtered by what they say; one treated as not submitted says nothing', () => {
    expect(names(yesNo, 'count_yes', 'ward', 'yes')).toEqual(['miyakojima', 'fukushima']);
    expect(names([said('kita', { answer: 'yes' }, 'waived')], 'count_yes', 'ward', 'unanswered')).toEqual(['kita']);
  });
  test('are filtered as they are counted: a value that is not enough, and one that a 差戻し questions', () => {
    const values = [said('kita', { baseline: '55.6', current: '65.6' }), said('miyakojima', { baseline: '55.6', current: '60' })];
    expect(names(values, 'per_ward', 'ward', 'yes')).toEqual(['kita']);
    expect(names(values, 'per_ward', 'ward', 'no')).toEqual(['miyakojima']);
    const returned = (fields: string[]): AnswerSummary => ({ ...said('kita', { answer: 'yes' }, 'returned'), openReturn: { fields } as AnswerSummary['openReturn'] });
    expect(names([returned(['answer'])], 'count_yes', 'ward', 'unanswered')).toEqual(['kita']);
    expect(names([returned(['example'])], 'count_yes', 'ward', 'yes')).toEqual(['kita']);
  });
  test('with numbers come from the largest, those without last', () => {
    const sums = [said('kita', { numerator: '9' }), said('miyakojima', { numerator: '10' }), said('fukushima', { answer: 'not_applicable' }), said('konohana', null)];
    expect(names(sums, 'sum', 'value')).toEqual(['miyakojima', 'kita', 'fukushima', 'konohana']);
    expect(listed([said('kita', { baseline: '55.6', current: '65.6' })], 'per_ward')[0]?.value).toBe('10');
    expect(listed([said('kita', { baseline: '55.6', current: '65.6' })], 'per_ward', before({ kita: { baseline: '55.6', current: '60' } }))[0]?.change).toBe('5.6');
    expect(listed([said('kita', { numerator: '1', denominator: '8' })], 'ratio')[0]?.value).toBe('12.5');
  });
  test('changed since last year are those that say something else, the largest change first', () => {
    const previous = before({ kita: { answer: 'yes' }, miyakojima: { answer: 'yes' } });
    expect(names(yesNo, 'count_yes', 'ward', 'changed', previous)).toEqual(['kita']);
    const sums = [said('kita', { numerator: '9' }), said('miyakojima', { numerator: '2' }), said('fukushima', { numerator: '4' })];
    const last = before({ kita: { numerator: '8' }, miyakojima: { numerator: '7' }, fukushima: { numerator: '4' } });
    expect(names(sums, 'sum', 'change', 'all', last)).toEqual(['miyakojima', 'kita', 'fukushima']);
    expect(listed(sums, 'sum', last).map(({ change }) => change)).toEqual(['1', '-5', '0']);
  });
  test('are quoted sentence by sentence', () => {
    expect(sentencesToQuote({ ...EMPTY_CONTENT, example: '一。二。', issue: '三' })).toEqual([{ field: 'example', sentence: '一。' }, { field: 'example', sentence: '二。' }, { field: 'issue', sentence: '三' }]);
    expect(sentencesToQuote(null)).toEqual([]);
  });
});
