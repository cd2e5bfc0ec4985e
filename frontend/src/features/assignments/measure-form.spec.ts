import { describe, expect, test } from '@jest/globals';
import type { IndicatorView } from '@furikaeri/contracts';
import { INDICATOR_KINDS } from '@furikaeri/model';
import { faultsOf, formOf, inputOf, targetUnit, yearName, yearsAround } from './measure-form.ts';

const view = (some: Partial<IndicatorView> = {}): IndicatorView => ({
  kind: 'per_ward', unit: '%', question: '二つの値を答えてください', name: '知っている割合', direction: 'up', baseline: { fiscalYear: 2022, value: '48.7' },
  target: { fiscalYear: 2026, value: '24', operator: 'at_least' }, threshold: '10', columns: ['R4', 'R6'], parts: [], denominator: null, note: '', printed: '16区', withoutFigure: null, until: null, ...some,
});
const { printed: _, ...sent } = view();

describe('the form of 数え方', () => {
  test('sends what it began with, without 様式の値', () => {
    expect(inputOf(formOf(view()))).toEqual(sent);
    expect(faultsOf(formOf(view()))).toEqual([]);
  });

  test('reads figures as people write them, and parts line by line', () => {
    const form = { ...formOf(view({ kind: 'sum', unit: '地活協' })), denominator: '１，３２６', targetValue: '1,794回', targetYear: '' };
    expect(inputOf(form)).toMatchObject({ denominator: '1326', target: { fiscalYear: null, value: '1794', operator: 'at_least' }, threshold: null, columns: null });
    expect(inputOf({ ...formOf(view({ kind: 'partition' })), parts: '実施済\n\n 継続 \n' })).toMatchObject({ parts: ['実施済', '継続'], denominator: null });
    expect(inputOf({ ...formOf(view({ kind: 'cumulative', until: '2025-03-31' })) })).toMatchObject({ until: '2025-03-31' });
  });

  test('names the fields to mend by the rules of the model', () => {
    expect(faultsOf({ ...formOf(view()), threshold: '', after: 'R4' })).toEqual(['threshold', 'columns']);
    expect(faultsOf({ ...formOf(view()), targetValue: '約24' })).toEqual(['target']);
    expect(faultsOf({ ...formOf(view()), baselineYear: '' })).toEqual(['baseline']);
    expect(faultsOf({ ...formOf(view()), baselineYear: '', baselineValue: '' })).toEqual([]);
    expect(faultsOf(formOf(null))).toEqual(['question']);
  });

  test.each(INDICATOR_KINDS)('%s sends nothing that belongs to another kind', (kind) => {
    const input = inputOf({ ...formOf(view({ denominator: '326', parts: ['a', 'b'], until: '2025-03-31' })), kind });
    expect([input.threshold !== null, input.denominator !== null, input.parts.length > 0, input.until !== null, input.target !== null])
      .toEqual([kind === 'per_ward', kind === 'sum', kind === 'partition' || kind === 'count_events', kind === 'cumulative', kind !== 'text_only']);
  });
});

test('years reach around the review and keep one chosen far away', () => {
  const years = yearsAround(2024, ['', '2010', '2026']);
  expect([years[0], years[1], years.at(-1), years.length]).toEqual([2010, 2014, 2030, 18]);
  expect([yearName(2018, 'ja'), yearName(2024, 'ja'), yearName(2024, 'en')]).toEqual(['平成30年度', '令和6年度', 'FY2024']);
});

test('a target over wards is said in wards', () => {
  expect([targetUnit(view()), targetUnit(view({ kind: 'ratio' })), targetUnit(view({ kind: 'sum', unit: '回' }))]).toEqual(['区', '%', '回']);
});
