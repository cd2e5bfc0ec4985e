import { describe, expect, it } from '@jest/globals';
import { aCard } from '../../test-kit/cast.ts';
import { INDICATOR_KINDS, type Indicator, type IndicatorKind } from './indicator.ts';
import { checkedIndicator, fieldsOfKind, INDICATOR_FIELDS, whyNotMeasured } from './validity.ts';

/** An indicator that has everything, so that each kind can leave out what is not its own. */
const full = (kind: IndicatorKind, some: Partial<Indicator> = {}): Indicator => ({
  kind, unit: ' 区 ', question: ' 行っていますか ', denominator: '326', note: '1地活協を除く', threshold: '10', columns: ['R4', 'R6'], printed: '16区',
  withheld: true, name: '開いた区', direction: 'up', baseline: { fiscalYear: 2022, value: '48.7' }, target: { fiscalYear: null, value: '24', operator: 'at_least' },
  parts: ['実施済', '継続'], withoutFigure: '数がありません。', until: '2025-03-31', ...some,
});
const faults = (given: Indicator): readonly string[] => {
  const result = checkedIndicator(given);
  if (!result.ok) expect(result.problem.code).toBe('card/indicator-invalid');
  return result.ok ? [] : result.problem.details;
};

describe('an indicator keeps to its kind', () => {
  it.each(INDICATOR_KINDS)('%s keeps what belongs to it and leaves out the rest', (kind) => {
    const result = checkedIndicator(full(kind));
    if (!result.ok) throw new Error(result.problem.details.join());
    const { indicator } = result;
    const kept = INDICATOR_FIELDS.filter((field) => { const value = indicator[field]; return value !== null && value !== undefined && value !== ''; });
    expect(kept).toEqual(INDICATOR_FIELDS.filter((field) => fieldsOfKind(kind).includes(field)));
    expect(indicator).toMatchObject({ kind, question: '行っていますか', note: '1地活協を除く', printed: '16区', withheld: true, name: '開いた区', withoutFigure: '数がありません。' });
    expect(indicator.unit).toBe(kind === 'text_only' ? '' : '区');
    expect(indicator.direction).toBe(kind === 'text_only' ? undefined : 'up');
  });

  it('an empty list of parts is none', () => {
    expect(checkedIndicator(full('count_events', { parts: [] }))).toMatchObject({ ok: true, indicator: { parts: undefined } });
  });
});

describe('what has to be mended', () => {
  it.each<[string, Indicator, string[]]>([
    ['a count without unit', full('count_yes', { unit: ' ' }), ['unit']],
    ['no question', full('text_only', { question: ' 　' }), ['question']],
    ['PER_WARD without threshold and columns', full('per_ward', { threshold: null, columns: null }), ['threshold', 'columns']],
    ['a threshold that is no number', full('per_ward', { threshold: '10点' }), ['threshold']],
    ['columns that cannot be told apart', full('per_ward', { columns: ['R6', 'R6'] }), ['columns']],
    ['a column without label', full('per_ward', { columns: ['R4', ' '] }), ['columns']],
    ['a whole of one part', full('partition', { parts: ['継続'] }), ['parts']],
    ['a whole without parts', full('partition', { parts: undefined }), ['parts']],
    ['two parts of one name', full('partition', { parts: ['継続', '継続'] }), ['parts']],
    ['events with a part without name', full('count_events', { parts: ['死亡事例', ''] }), ['parts']],
    ['events with one part', full('count_events', { parts: ['死亡事例'] }), []],
    ['events without parts', full('count_events', { parts: undefined }), []],
    ['a denominator of nothing', full('sum', { denominator: '0' }), ['denominator']],
    ['a denominator that is no number', full('sum', { denominator: '約326' }), ['denominator']],
    ['a sum without denominator', full('sum', { denominator: null }), []],
    ['an end that is no day', full('cumulative', { until: '2025-02-30' }), ['until']],
    ['no end', full('cumulative', { until: undefined }), []],
    ['a baseline that is no number', full('ratio', { baseline: { fiscalYear: 2022, value: '' } }), ['baseline']],
    ['a baseline before 平成', full('ratio', { baseline: { fiscalYear: 1988, value: '1' } }), ['baseline']],
    ['a baseline in 平成元年度', full('ratio', { baseline: { fiscalYear: 1989, value: '1' } }), []],
    ['a target that is no number', full('bureau_value', { target: { fiscalYear: 2026, value: '17,000', operator: 'at_least' } }), ['target']],
    ['a target in half a year', full('bureau_value', { target: { fiscalYear: 2026.5, value: '17000', operator: 'at_least' } }), ['target']],
    ['a target in the year 2101', full('bureau_value', { target: { fiscalYear: 2101, value: '1', operator: 'at_least' } }), ['target']],
    ['a target in the year 2100', full('bureau_value', { target: { fiscalYear: 2100, value: '1', operator: 'at_least' } }), []],
    ['neither baseline nor target', full('count_yes', { baseline: undefined, target: undefined }), []],
    ['a wrong part of another kind', full('count_yes', { threshold: 'x', columns: null, parts: [''], denominator: '-1', until: 'x' }), []],
  ])('%s', (_, given, expected) => {
    expect(faults(given)).toEqual(expected);
  });
});

describe('when an indicator stands fast', () => {
  it.each([
    ['a live row in 下書き', aCard(), null], ['in 部会審査', aCard({ stage: 'committee_review' }), null], ['in 審査完了', aCard({ stage: 'reviewed' }), 'card/already-reviewed'],
    ['a frozen row', aCard({ kind: 'frozen' }), 'card/frozen'], ['a reference', aCard({ kind: 'reference' }), 'card/reference'],
    ['in 準備', aCard({ phase: 'preparation' }), 'cycle/not-open-for-review'], ['in 区長会議', aCard({ phase: 'conference' }), null],
    ['from 確定 on', aCard({ phase: 'settled', stage: 'reviewed' }), 'cycle/not-open-for-review'],
  ] as const)('%s', (_, card, expected) => {
    expect(whyNotMeasured(card)).toBe(expected);
  });
});
