import { describe, expect, test } from '@jest/globals';
import type { IndicatorKind } from '../indicator/indicator.ts';
import { type Doubt, doubts } from './doubts.ts';
import { type AnswerContent, EMPTY_CONTENT } from './states.ts';

const written = (fields: Partial<AnswerContent>): AnswerContent => ({ ...EMPTY_CONTENT, ...fields });
const ask = (kind: IndicatorKind, now: Partial<AnswerContent>, before: Partial<AnswerContent> | null = null, until?: string): Doubt[] =>
  doubts({ kind, until }, written(now), before === null ? null : { fiscalYear: 2023, content: written(before) }, 2024);
const codes = (found: Doubt[]): string[] => found.map(({ code, field }) => `${code} ${field}`);

describe('a figure far from last year', () => {
  test('is pointed out with how far it is, rounded half up', () => {
    expect(ask('sum', { numerator: '142' }, { numerator: '100' })).toEqual([{ code: 'far_from_last_year', field: 'numerator', part: null, before: '100', percent: '42', more: true }]);
    expect(ask('sum', { numerator: '5' }, { numerator: '8' })).toEqual([{ code: 'far_from_last_year', field: 'numerator', part: null, before: '8', percent: '38', more: false }]);
  });
  test.each([['130', false], ['130.1', true], ['70', false], ['69.9', true]])('30 %% itself is not far: 100 → %s', (now, far) => {
    expect(ask('bureau_value', { numerator: now }, { numerator: '100' }).length > 0).toBe(far);
  });
  test('is told exactly, where floating point would stumble', () => {
    expect(ask('per_ward', { current: '0.39' }, { current: '0.3' })).toEqual([]);
    expect(ask('per_ward', { current: '0.3900001' }, { current: '0.3' })).toHaveLength(1);
  });
  test('is not told from nothing, from zero, or where one of the two is missing', () => {
    expect(ask('count_events', { numerator: '3' }, { numerator: '0' })).toEqual([]);
    expect(ask('sum', { numerator: '3' }, { numerator: null })).toEqual([]);
    expect(ask('sum', { numerator: null }, { numerator: '9' })).toEqual([]);
    expect(ask('sum', { numerator: '3' })).toEqual([]);
  });
  test('is told of a negative figure by its size', () => {
    expect(ask('bureau_value', { numerator: '-20' }, { numerator: '-10' })).toMatchObject([{ percent: '100', more: false }]);
  });
  test('looks at both numbers of a ratio, and at each part by its name', () => {
    expect(codes(ask('ratio', { numerator: '50', denominator: '90' }, { numerator: '20', denominator: '60' }))).toEqual(['far_from_last_year numerator', 'far_from_last_year denominator']);
    expect(ask('partition', { parts: [{ name: '継続', value: '3' }, { name: '新規', value: '9' }] }, { parts: [{ name: '新規', value: '9' }, { name: '継続', value: '1' }] }))
      .toEqual([{ code: 'far_from_last_year', field: 'parts', part: '継続', before: '1', percent: '200', more: true }]);
  });
  test.each(['count_yes', 'cumulative', 'text_only'] as const)('is no matter of %s', (kind) => {
    expect(ask(kind, { numerator: '9', current: '9', parts: [{ name: 'a', value: '9' }] }, { numerator: '1', current: '1', parts: [{ name: 'a', value: '1' }] })).toEqual([]);
  });
});

describe('numbers of one answer that do not agree', () => {
  test('a part of a whole is not larger than the whole', () => {
    expect(codes(ask('ratio', { numerator: '11', denominator: '10' }))).toEqual(['above_denominator numerator']);
    expect(codes(ask('sum', { numerator: '10.1', denominator: '10' }))).toEqual(['above_denominator numerator']);
    expect(ask('ratio', { numerator: '10', denominator: '10' })).toEqual([]);
    expect(ask('bureau_value', { numerator: '11', denominator: '10' })).toEqual([]);
  });
  test('nothing can be divided by 0', () => {
    expect(codes(ask('ratio', { numerator: '1', denominator: '0' }))).toEqual(['no_denominator denominator']);
    expect(ask('sum', { numerator: '1', denominator: '0.0' })).toEqual([]);
    expect(ask('ratio', { numerator: '1', denominator: null })).toEqual([]);
  });
  test('parts make their whole; how much is missing or too much is said without a sign', () => {
    const parts = [{ name: '実施', value: '6' }, { name: '継続', value: '233' }, { name: '終了', value: '37' }];
    expect(ask('partition', { numerator: '276', parts })).toEqual([]);
    expect(ask('partition', { numerator: '277', parts })).toEqual([{ code: 'parts_differ', field: 'parts', parts: '276', whole: '277', gap: '1' }]);
    expect(ask('count_events', { numerator: '270', parts })).toMatchObject([{ gap: '6' }]);
    expect(ask('partition', { numerator: null, parts })).toEqual([]);
    expect(ask('partition', { numerator: '5', parts: [{ name: '実施', value: null }] })).toEqual([]);
    expect(ask('sum', { numerator: '5', parts })).toEqual([]);
  });
});

describe('a time that is not that of the review', () => {
  test.each([['2024-04-01', 0], ['2025-03-31', 0], ['2024-03-31', 1], ['2025-04-25', 1]])('a figure as of %s', (asOf, n) => {
    expect(ask('bureau_value', { asOf })).toHaveLength(n);
  });
  test('names the reviewed year', () => {
    expect(ask('sum', { asOf: '2025-04-25' })).toEqual([{ code: 'outside_year', field: 'asOf', from: '2024-04-01', to: '2025-03-31' }]);
  });
  test('what began long ago is fine, what began after the year does not count yet', () => {
    expect(ask('cumulative', { answer: 'yes', asOf: '2019-07-01' })).toEqual([]);
    expect(ask('cumulative', { answer: 'yes', asOf: '2025-04-01' })).toEqual([{ code: 'not_counted_yet', field: 'asOf', until: '2025-03-31', organisationIds: [] }]);
    expect(ask('cumulative', { answer: 'no', asOf: '2025-04-01' })).toEqual([]);
    expect(ask('cumulative', { asOf: '2025-03-31' }, null, '2025-02-28')).toMatchObject([{ until: '2025-02-28' }]);
  });
  test('of a table, the wards that began too late are named', () => {
    const line = (organisationId: string, on: string | null) => ({ organisationId, baseline: null, value: null, on });
    expect(ask('cumulative', { byWard: [line('kita', '2024-09-02'), line('nishi', '2025-04-01'), line('minato', null)] }))
      .toEqual([{ code: 'not_counted_yet', field: 'byWard', until: '2025-03-31', organisationIds: ['nishi'] }]);
    expect(ask('cumulative', { byWard: [line('kita', '2025-03-31')] })).toEqual([]);
  });
});

describe('an answer other than last year\'s', () => {
  test('はい last year and いいえ now is worth a look, the other way round is what the plan wants', () => {
    expect(codes(ask('count_yes', { answer: 'no' }, { answer: 'yes' }))).toEqual(['no_longer_yes answer']);
    expect(codes(ask('cumulative', { answer: 'no' }, { answer: 'yes' }))).toEqual(['no_longer_yes answer']);
    expect(ask('count_yes', { answer: 'yes' }, { answer: 'no' })).toEqual([]);
    expect(ask('count_yes', { answer: 'no' }, { answer: 'no' })).toEqual([]);
    expect(ask('count_yes', { answer: null }, { answer: 'yes' })).toEqual([]);
    expect(ask('sum', { answer: 'no' }, { answer: 'yes' })).toEqual([]);
  });
  test('対象外 in only one of the two years is worth a look', () => {
    expect(codes(ask('count_yes', { answer: 'not_applicable' }, { answer: 'yes' }))).toEqual(['applied_last_year answer']);
    expect(codes(ask('count_yes', { answer: 'yes' }, { answer: 'not_applicable' }))).toEqual(['did_not_apply_last_year answer']);
    expect(codes(ask('sum', { numerator: '1' }, { answer: 'not_applicable', numerator: '1' }))).toEqual(['did_not_apply_last_year answer']);
    expect(ask('count_yes', { answer: null }, { answer: 'not_applicable' })).toEqual([]);
    expect(ask('cumulative', { answer: null }, { answer: 'not_applicable' })).toEqual([]);
    expect(ask('count_yes', { answer: 'not_applicable' }, { answer: 'not_applicable' })).toEqual([]);
    expect(ask('count_yes', { answer: 'not_applicable' })).toEqual([]);
  });
  test('of 対象外 nothing else is asked, whatever still stands in the fields', () => {
    expect(codes(ask('ratio', { answer: 'not_applicable', numerator: '9', denominator: '1', asOf: '1999-01-01' }, { numerator: '1', denominator: '1' }))).toEqual(['applied_last_year answer']);
  });
});
