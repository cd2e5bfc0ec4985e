import { describe, expect, it } from '@jest/globals';
import { aggregate, countedContent } from './aggregate.ts';
import { missingFields } from './completeness.ts';
import { compare, divide, isAtLeast, isDecimal, mean, median, parseDecimal, percent, round, subtract, sum } from './decimal.ts';
import type { CountableAnswer } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { strip } from './strip.ts';
import { ANSWER_FIELDS, type AnswerContent, EMPTY_CONTENT, SUBMISSION_STATES, type SubmissionState } from '../submission/states.ts';

const indicator = (some: Partial<Indicator> = {}): Indicator => ({
  kind: 'count_yes', unit: '区', question: '', denominator: null, note: '', threshold: null, columns: null, printed: null, ...some,
});
const content = (some: Partial<AnswerContent>): AnswerContent => ({ ...EMPTY_CONTENT, ...some });
const yes = content({ answer: 'yes' });
const no = content({ answer: 'no' });
const notApplicable = content({ answer: 'not_applicable' });
let nextId = 0;
const answer = (submitted: AnswerContent | null, state: SubmissionState = 'submitted', some: Partial<CountableAnswer> = {}): CountableAnswer =>
  ({ organisationId: `ward-${(nextId += 1)}`, state, openReturn: false, returnedFields: [], submitted, ...some });
const times = (n: number, of: AnswerContent | null): CountableAnswer[] => Array.from({ length: n }, () => answer(of));

/** The 24-ward table of the sheet: 区, R4, R6, in the official order. */
const TABLE = `北区 37.6 49.0|都島区 49.0 56.5|福島区 40.9 56.7|此花区 47.4 58.6|中央区 39.7 45.3|西区 41.3 47.6|港区 53.7 61.6|大正区 55.6 65.6
|天王寺区 46.7 55.2|浪速区 36.5 44.7|西淀川区 55.3 57.6|淀川区 46.7 54.7|東淀川区 47.3 60.8|東成区 54.9 64.2|生野区 48.0 59.1|旭区 50.9 61.9
|城東区 57.1 61.5|鶴見区 58.9 65.0|阿倍野区 54.4 62.3|住之江区 50.4 61.0|住吉区 45.6 59.1|東住吉区 51.4 56.7|平野区 47.9 54.7|西成区 41.8 49.3`
  .split('|').map((line) => line.trim().split(' ') as [string, string, string]);

describe('decimals', () => {
  it('大正区 gained exactly 10 points', () => {
    expect(65.6 - 55.6 >= 10).toBe(false);
    expect(subtract('65.6', '55.6')).toBe('10');
    expect(isAtLeast(subtract('65.6', '55.6'), '10')).toBe(true);
    expect(isAtLeast('9.99', '10')).toBe(false);
  });

  it.each([
    ['1,794回', '1794'], ['１，７９４回', '1794'], ['37.6%', '37.6'], ['３７．６％', '37.6'], ['49.0', '49'], ['16区(数)', '16'],
    ['約95%', null], ['-3', '-3'], ['▲3.5', '-3.5'], ['△1,000円', '-1000'], ['−2', '-2'], ['1.2.3', null], ['3-5', null], ['', null], ['区', null],
    ['1 794', '1794'], ['2、000', '2000'], ['.5', null], ['5.', null], ['0.50', '0.5'], ['3件と4件', null], ['1e5', null],
  ])('reads %j as %j', (text, expected) => {
    expect(parseDecimal(text)).toBe(expected);
  });

  it('knows its own form', () => {
    expect(['0', '-3', '37.60'].every(isDecimal)).toBe(true);
    expect(['', '1.', '.5', '1,000', '1e3', ' 1', '1 ', '--1', '１'].some(isDecimal)).toBe(false);
  });

  it('adds, divides and rounds half up', () => {
    expect(sum([])).toBe('0');
    expect(sum(['0.1', '0.2'])).toBe('0.3');
    expect(divide('2', '3', 2)).toBe('0.67');
    expect(divide('1', '0', 2)).toBeNull();
    expect(percent('323', '326', 1)).toBe('99.1');
    expect(percent('1', '0', 1)).toBeNull();
    expect(round('48.285', 2)).toBe('48.29');
    expect(round('48.284', 2)).toBe('48.28');
    expect(round('7', 1)).toBe('7.0');
    expect(mean([], 2)).toBeNull();
    expect(mean(['1', '2'], 1)).toBe('1.5');
    expect(median(['3', '1', '2'], 1)).toBe('2.0');
    expect(median(['10', '9', '1', '2'], 2)).toBe('5.50');
    expect(median([], 1)).toBeNull();
    expect([compare('10', '9'), compare('9', '10'), compare('1.0', '1')]).toEqual([1, -1, 0]);
  });

});

describe('which version counts', () => {
  it.each(SUBMISSION_STATES)('%s', (state) => {
    const counts = state === 'submitted' || state === 'confirmed';
    expect(countedContent(answer(yes, state))).toEqual(counts ? yes : null);
    const textOnly = answer(yes, state, { openReturn: true, returnedFields: ['example', 'reason'] });
    expect(countedContent(textOnly)).toEqual(counts || state === 'returned' || state === 'checking' ? yes : null);
    expect(countedContent(answer(null, state))).toBeNull();
  });
  it.each(ANSWER_FIELDS)('a 差戻し that questions %s', (field) => {
    const isText = ['example', 'issue', 'reason', 'expected', 'source', 'attachments'].includes(field);
    expect(countedContent(answer(yes, 'returned', { openReturn: true, returnedFields: ['example', field] }))).toEqual(isText ? yes : null);
  });
  it('a 差戻し that names no field questions the whole answer', () => {
    expect(countedContent(answer(yes, 'returned', { openReturn: true }))).toBeNull();
  });
});

describe('COUNT_YES', () => {
  it('shows はい 16・いいえ 6・未回答 2 of 24', () => {
    expect(aggregate(indicator(), [...times(16, yes), ...times(6, no), ...times(1, null), answer(yes, 'draft')])).toEqual({
      kind: 'count_yes', unit: '区', asked: 24, yes: 16, no: 6, notApplicable: 0, unanswered: 2, value: '16', denominator: '24',
      numerator: null, isWhole: false, reached: [], means: null, parts: [], addsUp: null, steps: [], asOf: null, certainty: 'final',
    });
  });
  it('18a asks 24, one ward is 対象外: 23 of 23', () => {
    expect(aggregate(indicator(), [...times(23, yes), ...times(1, notApplicable)])).toMatchObject({ value: '23', denominator: '23', notApplicable: 1 });
  });
  it('has no figure where everybody is 対象外, and none where nobody is asked', () => {
    expect(aggregate(indicator(), times(2, notApplicable))).toMatchObject({ value: null, denominator: null, notApplicable: 2 });
    expect(aggregate(indicator(), [])).toMatchObject({ asked: 0, value: null, denominator: null });
  });
  it('counts an answer left blank as 未回答', () => {
    expect(aggregate(indicator(), times(1, content({ example: '例' })))).toMatchObject({ unanswered: 1, yes: 0, value: '0', denominator: '1' });
  });
});

describe('SUM', () => {
  const of = (numerator: string | null, denominator: string | null = null) => answer(content({ numerator, denominator }));
  it('adds to 323 of a given 326', () => {
    const figure = aggregate(indicator({ kind: 'sum', unit: '地活協', denominator: '326' }), [of('300'), of('23'), of(null)]);
    expect(figure).toMatchObject({ value: '323', numerator: '323', denominator: '326', yes: 2, no: 0, unanswered: 1, isWhole: false });
  });
  it('adds the denominators where none is given', () => {
    expect(aggregate(indicator({ kind: 'sum' }), [of('1.5', '2'), of('3.5', '3')])).toMatchObject({ value: '5', denominator: '5', isWhole: true });
    expect(aggregate(indicator({ kind: 'sum' }), [of('1'), of('2')])).toMatchObject({ value: '3', denominator: null, isWhole: false });
    const target = { fiscalYear: 2026, value: '3', operator: 'at_least' } as const;
    expect(aggregate(indicator({ kind: 'sum', target }), [of('1'), of('2')])).toMatchObject({ denominator: null, isWhole: true });
    expect(aggregate(indicator({ kind: 'sum', target }), [of('1'), of('1.9')])).toMatchObject({ isWhole: false });
    // A denominator says more than the target: 3 of 4.
    expect(aggregate(indicator({ kind: 'sum', target, denominator: '4' }), [of('1'), of('2')])).toMatchObject({ isWhole: false });
  });
  it('has no value before the first answer, and leaves 対象外 out', () => {
    expect(aggregate(indicator({ kind: 'sum', denominator: '326' }), times(3, null))).toMatchObject({ value: null, numerator: null, denominator: '326', unanswered: 3 });
    const excluded = answer(content({ answer: 'not_applicable', numerator: '9', denominator: '9' }));
    expect(aggregate(indicator({ kind: 'sum' }), [of('1', '2'), excluded])).toMatchObject({ value: '1', denominator: '2', notApplicable: 1 });
  });
});

describe('RATIO', () => {
  const of = (numerator: string | null, denominator: string | null) => answer(content({ numerator, denominator }));
  it('divides the sums, not the ratios', () => {
    expect(aggregate(indicator({ kind: 'ratio', unit: '%' }), [of('1', '2'), of('596', '998')]))
      .toMatchObject({ value: '59.7', numerator: '597', denominator: '1000', yes: 2, isWhole: false });
  });
  it('has a plain quotient for other units, and 100 % is whole', () => {
    expect(aggregate(indicator({ kind: 'ratio', unit: '人' }), [of('5', '2')])).toMatchObject({ value: '2.5', isWhole: true });
    expect(aggregate(indicator({ kind: 'ratio', unit: '%' }), [of('2', '2')])).toMatchObject({ value: '100.0', isWhole: true });
  });
  it('needs both numbers, and does not divide by zero', () => {
    expect(aggregate(indicator({ kind: 'ratio', unit: '%' }), [of('1', null), of(null, '2')])).toMatchObject({ value: null, numerator: null, denominator: null, unanswered: 2 });
    expect(aggregate(indicator({ kind: 'ratio', unit: '%' }), [of('0', '0')])).toMatchObject({ value: null, isWhole: false, denominator: '0' });
  });
});

describe('PER_WARD', () => {
  const perWard = indicator({ kind: 'per_ward', unit: '%', threshold: '10', columns: ['R4', 'R6'] });
  const table = TABLE.map(([ward, baseline, current]) => answer(content({ baseline, current }), 'submitted', { organisationId: ward }));
  it("the sheet's table: 9 of 24 wards reached +10 points, 大正区 with exactly 10.0", () => {
    expect(aggregate(perWard, table)).toMatchObject({
      value: '9', denominator: '24', yes: 9, no: 15, unanswered: 0, means: { baseline: '48.29', current: '57.03' },
      reached: ['北区', '福島区', '此花区', '大正区', '東淀川区', '生野区', '旭区', '住之江区', '住吉区'], isWhole: false,
    });
    expect(median(TABLE.map(([, r4]) => r4), 2)).toBe('47.95');
    expect(median(TABLE.map(([, , r6]) => r6), 1)).toBe('58.1');
  });
  it('needs both columns; without a threshold any gain or standstill will do', () => {
    const rows = [answer(content({ baseline: '1', current: null })), answer(content({ baseline: null, current: '1' })), answer(content({ baseline: '2', current: '2' })), answer(content({ baseline: '2', current: '1' }))];
    expect(aggregate({ ...perWard, threshold: null }, rows)).toMatchObject({ yes: 1, no: 1, unanswered: 2, value: '1', denominator: '4', means: { baseline: '2.00', current: '1.50' } });
    expect(aggregate(perWard, times(2, null))).toMatchObject({ value: '0', denominator: '2', means: null, reached: [], isWhole: false });
    expect(aggregate(perWard, [table[0], table[2]].flatMap((one) => one ?? []))).toMatchObject({ value: '2', isWhole: true });
    expect(aggregate(perWard, [...rows.slice(2, 3), answer(notApplicable)])).toMatchObject({ denominator: '1' });
  });
});

describe("a 局's value and texts", () => {
  it('takes the one value over its own or the given denominator', () => {
    const bureau = indicator({ kind: 'bureau_value', unit: '件', denominator: '900' });
    expect(aggregate(bureau, [answer(content({ numerator: '795' }))])).toMatchObject({ value: '795', denominator: '900', yes: 1 });
    expect(aggregate(bureau, [answer(content({ numerator: '795', denominator: '800' }))])).toMatchObject({ denominator: '800' });
    expect(aggregate(bureau, [answer(content({}))])).toMatchObject({ value: null, unanswered: 1, isWhole: false });
    const to = (value: string, operator: 'at_least' | 'less_than', numerator: string) =>
      aggregate(indicator({ kind: 'bureau_value', target: { fiscalYear: 2026, value, operator } }), [answer(content({ numerator }))]);
    expect(to('17000', 'at_least', '15044')).toMatchObject({ value: '15044', denominator: '17000', isWhole: false });
    expect(to('17000', 'at_least', '17000')).toMatchObject({ isWhole: true });
    expect(to('900', 'less_than', '795')).toMatchObject({ denominator: null, isWhole: true });
    expect(to('900', 'less_than', '900')).toMatchObject({ denominator: null, isWhole: false });
  });
  it('a text has no figure, but is answered', () => {
    expect(aggregate(indicator({ kind: 'text_only' }), [answer(content({ example: '文' })), answer(null)])).toMatchObject({ value: null, denominator: null, yes: 1, unanswered: 1 });
  });
});


describe('the strip', () => {
  const answers = [
    answer(no, 'submitted', { organisationId: '北区' }), answer(null, 'draft', { organisationId: '都島区' }),
    answer(yes, 'returned', { organisationId: '福島区', openReturn: true, returnedFields: ['answer'] }),
    answer(notApplicable, 'confirmed', { organisationId: '此花区' }), answer(yes, 'submitted', { organisationId: '中央区' }),
    answer(yes, 'returned', { organisationId: '西区', openReturn: true, returnedFields: ['example'] }),
  ];
  it('stands in the official order for those who may know', () => {
    expect(strip(indicator(), answers, true)).toEqual([
      { organisationId: '北区', mark: 'no' }, { organisationId: '都島区', mark: 'unanswered' }, { organisationId: '福島区', mark: 'questioned' },
      { organisationId: '此花区', mark: 'not_applicable' }, { organisationId: '中央区', mark: 'yes' }, { organisationId: '西区', mark: 'yes' },
    ]);
  });
  it('is sorted by answer for others and names nobody', () => {
    expect(strip(indicator(), answers, false)).toEqual(
      ['yes', 'yes', 'no', 'not_applicable', 'unanswered', 'unanswered'].map((mark) => ({ organisationId: null, mark })),
    );
  });
});

describe('what an answer lacks for 提出', () => {
  it.each([
    ['count_yes', {}, ['answer']], ['count_yes', { answer: 'yes' }, []], ['count_yes', { answer: 'no' }, ['reason']],
    ['count_yes', { answer: 'no', reason: ' ' }, ['reason']], ['count_yes', { answer: 'no', reason: '準備中' }, []],
    ['count_yes', { answer: 'not_applicable' }, ['reason']], ['sum', { answer: 'not_applicable', reason: '対象なし' }, []],
    ['sum', {}, ['numerator']], ['sum', { numerator: '3' }, []], ['bureau_value', {}, ['numerator']],
    ['ratio', {}, ['numerator', 'denominator']], ['ratio', { numerator: '1' }, ['denominator']], ['ratio', { numerator: '1', denominator: '2' }, []],
    ['per_ward', {}, ['baseline', 'current']], ['per_ward', { baseline: '1', current: '2' }, []],
    ['text_only', {}, ['example']], ['text_only', { example: '文' }, []],
    ['count_events', {}, ['numerator']], ['count_events', { numerator: '0' }, []], ['count_events', { parts: [{ name: '死亡事例', value: '3' }] }, []],
    ['partition', { parts: [{ name: '継続', value: null }] }, ['numerator']], ['partition', { numerator: '276' }, []],
    ['cumulative', {}, ['asOf']], ['cumulative', { asOf: '2024-09-02' }, []], ['cumulative', { answer: 'no' }, ['reason']], ['cumulative', { answer: 'no', reason: '準備中' }, []],
    ['cumulative', { byWard: [{ organisationId: 'a', baseline: null, value: null, on: '2024-09-02' }] }, []],
    ['cumulative', { byWard: [{ organisationId: 'a', baseline: '1', value: '2', on: null }] }, ['asOf']],
    ['per_ward', { byWard: [{ organisationId: 'a', baseline: null, value: '2', on: null }] }, []],
    ['per_ward', { byWard: [{ organisationId: 'a', baseline: '1', value: null, on: '2024-09-02' }] }, ['baseline', 'current']],
  ] as [Indicator['kind'], Partial<AnswerContent>, string[]][])('%s with %j → %j', (kind, some, expected) => {
    expect(missingFields(indicator({ kind }), content(some))).toEqual(expected);
  });
});
