import { describe, expect, it } from '@jest/globals';
import { type AnswerContent, EMPTY_CONTENT, type SubmissionState, type WardValue } from '../submission/states.ts';
import { aggregate } from './aggregate.ts';
import { markOfWardValue, meansOf, stepsOf, tableOf } from './by-ward.ts';
import type { CountableAnswer } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { partsAddUp, sumOfParts } from './parts.ts';
import { meetsTarget, missingToTarget } from './target.ts';

const indicator = (some: Partial<Indicator>): Indicator => ({
  kind: 'cumulative', unit: '区', question: '', denominator: null, note: '', threshold: null, columns: null, printed: null, ...some,
});
const content = (some: Partial<AnswerContent>): AnswerContent => ({ ...EMPTY_CONTENT, ...some });
const answer = (some: Partial<AnswerContent> | null, state: SubmissionState = 'submitted', more: Partial<CountableAnswer> = {}): CountableAnswer =>
  ({ organisationId: 'w', state, openReturn: false, returnedFields: [], submitted: some === null ? null : content(some), ...more });
const line = (organisationId: string, some: Partial<WardValue>): WardValue => ({ organisationId, baseline: null, value: null, on: null, ...some });
const onDays = (...days: (string | null)[]): WardValue[] => days.map((on, index) => line(`w${index}`, { on }));
const times = <T>(n: number, of: T): T[] => Array.from({ length: n }, () => of);

describe('CUMULATIVE', () => {
  const byTheEnd = indicator({ until: '2025-03-31' });

  it("a 局's table of 24 days: 7 in September and 17 in February", () => {
    const byWard = onDays(...times(17, '2025-02-03'), ...times(7, '2024-09-02'));
    expect(aggregate(byTheEnd, [answer({ byWard })])).toMatchObject({
      asked: 1, yes: 1, value: '24', denominator: '24', isWhole: true, steps: [{ month: '2024-09', count: 7 }, { month: '2025-02', count: 17 }], means: null,
    });
  });

  it('the last day of the year still counts, the next does not, and without an end every day does', () => {
    const byWard = onDays('2025-03-31', '2025-04-01');
    expect(aggregate(byTheEnd, [answer({ byWard })])).toMatchObject({ value: '1', denominator: '2', isWhole: false, reached: ['w0'], steps: [{ month: '2025-03', count: 1 }] });
    expect(aggregate(indicator({}), [answer({ byWard })])).toMatchObject({ value: '2', isWhole: true });
  });

  it('a line without a day is not yet filled in: of all lines, not of the filled ones', () => {
    expect(aggregate(byTheEnd, [answer({ byWard: onDays('2024-09-02', null) })])).toMatchObject({ value: '1', denominator: '2', isWhole: false });
    expect(aggregate(byTheEnd, [answer({ byWard: onDays(null, null) })])).toMatchObject({ value: null, denominator: null, yes: 1, isWhole: false });
  });

  it('where each ward is asked, its day counts', () => {
    const answers = [answer({ asOf: '2024-11-05' }), answer({ asOf: '2024-11-20' }), answer({ asOf: '2025-02-10' }), answer({ answer: 'no', reason: '調整中' })];
    expect(aggregate(byTheEnd, answers)).toMatchObject({
      asked: 4, yes: 3, no: 1, unanswered: 0, value: '3', denominator: '4', isWhole: false, steps: [{ month: '2024-11', count: 2 }, { month: '2025-02', count: 1 }],
    });
    expect(aggregate(byTheEnd, [...answers.slice(0, 3), answer({ answer: 'not_applicable' })])).toMatchObject({ value: '3', denominator: '3', isWhole: true });
    expect(aggregate(byTheEnd, [answer({ asOf: '2025-04-01' }), answer({}), answer(null)])).toMatchObject({ yes: 0, no: 1, unanswered: 2, value: '0', isWhole: false, steps: [] });
  });
});

describe("a 局's table for PER_WARD", () => {
  const perWard = indicator({ kind: 'per_ward', unit: '%', threshold: '10' });
  const byWard = [line('大正区', { baseline: '55.6', value: '65.6' }), line('城東区', { baseline: '57.1', value: '61.5' }), line('北区', { value: '49.0' })];

  it('counts the wards over the threshold, exactly, of all lines, with the means of those that have both values', () => {
    expect(aggregate(perWard, [answer({ byWard })])).toMatchObject({ value: '1', denominator: '3', reached: ['大正区'], isWhole: false, means: { baseline: '56.35', current: '63.55' }, steps: [] });
    expect(aggregate(perWard, [answer({ byWard: byWard.slice(0, 1) })])).toMatchObject({ isWhole: true });
  });

  it('reads each line by its kind', () => {
    expect(byWard.map((one) => markOfWardValue(perWard, one))).toEqual(['yes', 'no', 'unanswered']);
    expect(markOfWardValue(perWard, line('w', { baseline: '5' }))).toBe('unanswered');
    expect(markOfWardValue(indicator({ kind: 'per_ward' }), line('w', { baseline: '5', value: '5' }))).toBe('yes');
    expect(markOfWardValue(indicator({ kind: 'sum' }), line('w', { baseline: '5', value: '6' }))).toBe('unanswered');
  });

  it('belongs to the kinds that have one', () => {
    expect(tableOf({ kind: 'per_ward' }, content({ byWard }))).toBe(byWard);
    expect(tableOf({ kind: 'cumulative' }, content({ byWard }))).toBe(byWard);
    expect(tableOf({ kind: 'sum' }, content({ byWard }))).toEqual([]);
    expect(aggregate(indicator({ kind: 'sum' }), [answer({ byWard })])).toMatchObject({ value: null, unanswered: 1 });
  });

  it('is out of the count while a 差戻し questions it', () => {
    const returned = (field: 'byWard' | 'source') => answer({ byWard }, 'returned', { openReturn: true, returnedFields: [field] });
    expect(aggregate(perWard, [returned('byWard')])).toMatchObject({ value: '0', unanswered: 1 });
    expect(aggregate(perWard, [returned('source')])).toMatchObject({ value: '1', denominator: '3' });
  });

  it('says nothing where nothing is in', () => {
    expect(meansOf([])).toBeNull();
    expect(stepsOf([])).toEqual([]);
  });
});

describe('COUNT_EVENTS', () => {
  const events = indicator({ kind: 'count_events', unit: '件', parts: ['死亡事例', '重症事例'], target: { fiscalYear: null, value: '0', operator: 'at_most' } });
  const parts = (a: string | null, b: string | null) => [{ name: '死亡事例', value: a }, { name: '重症事例', value: b }];

  it('adds the parts where no whole is given: 3 and 1', () => {
    expect(aggregate(events, [answer({ parts: parts('3', '1') })])).toMatchObject({ value: '4', denominator: null, parts: parts('3', '1'), addsUp: null, isWhole: false });
  });

  it('none is what is wanted', () => {
    expect(aggregate(events, [answer({ numerator: '0' })])).toMatchObject({ value: '0', isWhole: true, parts: parts(null, null) });
    expect(aggregate(indicator({ kind: 'count_events' }), [answer({ numerator: '0' })])).toMatchObject({ isWhole: true, parts: [] });
    expect(aggregate(indicator({ kind: 'count_events' }), [answer({ numerator: '1' })])).toMatchObject({ isWhole: false });
    expect(aggregate({ ...events, target: { fiscalYear: null, value: '2', operator: 'at_most' } }, [answer({ numerator: '2' })])).toMatchObject({ isWhole: true });
  });

  it('adds up over several answers, a whole before its parts', () => {
    expect(aggregate(events, [answer({ parts: parts('1', null) }), answer({ parts: parts('2', '5') })])).toMatchObject({ value: '8', parts: parts('3', '5') });
    expect(aggregate(events, [answer({ numerator: '9', parts: parts('2', '5') })])).toMatchObject({ value: '9', addsUp: null });
    expect(aggregate(events, [answer({ parts: parts(null, null) }), answer({})])).toMatchObject({ unanswered: 2, value: null, isWhole: false });
  });
});

describe('PARTITION', () => {
  const partition = indicator({ kind: 'partition', unit: '事務', parts: ['実施済', '継続', '終了'] });
  const parts = (...values: (string | null)[]) => ['実施済', '継続', '終了'].map((name, index) => ({ name, value: values[index] ?? null }));

  it('276 = 6 + 233 + 37', () => {
    expect(aggregate(partition, [answer({ numerator: '276', parts: parts('6', '233', '37') })])).toMatchObject({ value: '276', addsUp: true, isWhole: true, parts: parts('6', '233', '37') });
  });

  it('says when it does not add up, and nothing where a part or the whole is missing', () => {
    expect(aggregate(partition, [answer({ numerator: '276', parts: parts('6', '233', '38') })])).toMatchObject({ addsUp: false, isWhole: false });
    expect(aggregate(partition, [answer({ numerator: '276', parts: parts('6', '233') })])).toMatchObject({ addsUp: null, isWhole: false });
    expect(aggregate(partition, [answer({ parts: parts('6', '233', '37') })])).toMatchObject({ value: '276', addsUp: null });
    expect(partsAddUp('0', [])).toBeNull();
    expect(partsAddUp(null, parts('1', '1', '1'))).toBeNull();
    expect(partsAddUp('0.3', [{ name: 'a', value: '0.1' }, { name: 'b', value: '0.2' }])).toBe(true);
  });

  it('keeps the order of the sheet, and a name that only an answer has behind it', () => {
    expect(sumOfParts(['b', 'a'], [content({ parts: [{ name: 'c', value: '1' }, { name: 'a', value: '2' }] }), content({ parts: [{ name: 'a', value: '0.5' }] })]))
      .toEqual([{ name: 'b', value: null }, { name: 'a', value: '2.5' }, { name: 'c', value: '1' }]);
  });
});

describe('how a figure stands', () => {
  const sum = indicator({ kind: 'sum' });
  it('has the latest 時点, and is 暫定 as soon as one answer is', () => {
    const march = { numerator: '1', asOf: '2025-03-31' };
    expect(aggregate(sum, [answer(march), answer({ numerator: '2', asOf: '2025-04-25', certainty: 'provisional' }), answer({ numerator: '3' })])).toMatchObject({ asOf: '2025-04-25', certainty: 'provisional' });
    expect(aggregate(sum, [answer({ numerator: '2', asOf: '2025-04-25' }), answer(march)])).toMatchObject({ asOf: '2025-04-25', certainty: 'final' });
    expect(aggregate(sum, [answer({ numerator: '2' })])).toMatchObject({ asOf: null, certainty: 'final' });
  });
  it('has neither before an answer counts, and does not listen to 対象外', () => {
    const excluded = answer({ answer: 'not_applicable', certainty: 'provisional', asOf: '2025-04-25' });
    expect(aggregate(sum, [answer(null), excluded])).toMatchObject({ asOf: null, certainty: null });
    expect(aggregate(sum, [answer({ numerator: '1' }), excluded])).toMatchObject({ asOf: null, certainty: 'final' });
  });
});

describe('a target', () => {
  it.each([
    ['at_least', false, true, true], ['at_most', true, true, false], ['less_than', true, false, false], ['exactly', false, true, false],
  ] as const)('%s 900: 899.9, 900, 900.1', (operator, ...met) => {
    expect(['899.9', '900.0', '900.1'].map((value) => meetsTarget(value, { fiscalYear: 2025, value: '900', operator }))).toEqual(met);
  });
  it('says what is missing, always positive', () => {
    expect(missingToTarget('9', { fiscalYear: null, value: '24', operator: 'at_least' })).toBe('15');
    expect(missingToTarget('4', { fiscalYear: null, value: '0', operator: 'at_most' })).toBe('4');
    expect(missingToTarget('24', { fiscalYear: null, value: '24', operator: 'at_least' })).toBeNull();
    expect(missingToTarget('15044', { fiscalYear: 2026, value: '17000', operator: 'at_least' })).toBe('1956');
  });
});
