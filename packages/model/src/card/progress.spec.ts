import { describe, expect, it } from '@jest/globals';
import { judgeReasonNeeded, type JudgeSituation, suggestProgress } from './progress.ts';
import type { Figure } from '../indicator/figure.ts';

const figure = (some: Partial<Figure>): Figure => ({
  kind: 'count_yes', unit: '区', asked: 24, yes: 24, no: 0, notApplicable: 0, unanswered: 0, value: '24', denominator: '24',
  numerator: null, isWhole: false, reached: [], means: null, parts: [], addsUp: null, steps: [], asOf: null, certainty: null, ...some,
});

describe('suggestProgress', () => {
  it.each([
    ['all yes', figure({}), false, 'completed', 'all_reached'],
    ['毎年度', figure({}), true, 'in_progress', 'recurring'],
    ['one missing', figure({ yes: 23, unanswered: 1 }), false, 'in_progress', 'still_unanswered'],
    ['one no', figure({ yes: 23, no: 1 }), false, 'in_progress', 'not_reached'],
    ['nobody yes', figure({ yes: 0, asked: 0 }), false, 'in_progress', 'not_reached'],
    ['nobody in the denominator', figure({ yes: 0, notApplicable: 24 }), false, null, 'none_applicable'],
    ['a text', figure({ kind: 'text_only' }), false, null, 'no_figure'],
    ["a 局's value without a target", figure({ kind: 'bureau_value', value: '326', denominator: null }), false, null, 'no_figure'],
    ["a 局's value below its target", figure({ kind: 'bureau_value', value: '15044', denominator: '17000' }), false, 'in_progress', 'not_reached'],
    ["a 局's value that met its target", figure({ kind: 'bureau_value', value: '795', denominator: null, isWhole: true }), false, 'completed', 'all_reached'],
    ["a 局's value that is not in", figure({ kind: 'bureau_value', yes: 0, unanswered: 1 }), false, 'in_progress', 'still_unanswered'],
    ['a whole with its parts', figure({ kind: 'partition', isWhole: true, addsUp: true }), false, null, 'no_figure'],
    ['events', figure({ kind: 'count_events', value: '4', denominator: null }), false, 'in_progress', 'not_reached'],
    ['no events', figure({ kind: 'count_events', value: '0', denominator: null, isWhole: true }), false, 'completed', 'all_reached'],
    ['events of a 毎年度 goal', figure({ kind: 'count_events', value: '0', isWhole: true }), true, 'in_progress', 'recurring'],
    ['all begun', figure({ kind: 'cumulative', isWhole: true }), false, 'completed', 'all_reached'],
    ["12 of 24 begun, by a 局's table", figure({ kind: 'cumulative', asked: 1, yes: 1, value: '12' }), false, 'in_progress', 'not_reached'],
    ["a 局's table with all 24", figure({ kind: 'per_ward', asked: 1, yes: 1, isWhole: true }), false, 'completed', 'all_reached'],
    ['a sum of nothing in particular', figure({ kind: 'sum', value: '176', denominator: null }), false, null, 'no_figure'],
    ['no figure', null, false, null, 'no_figure'],
    ['a sum below its denominator', figure({ kind: 'sum', value: '323' }), false, 'in_progress', 'not_reached'],
    ['a sum at its denominator', figure({ kind: 'sum', isWhole: true }), false, 'completed', 'all_reached'],
    ['a ratio at 100 %', figure({ kind: 'ratio', isWhole: true }), false, 'completed', 'all_reached'],
    ['every ward reached', figure({ kind: 'per_ward', isWhole: true }), false, 'completed', 'all_reached'],
    ['9 of 24 reached', figure({ kind: 'per_ward', yes: 9, no: 15 }), false, 'in_progress', 'not_reached'],
  ] as const)('%s', (_, given, recurring, progress, because) => {
    expect(suggestProgress(given, recurring)).toEqual({ progress, because });
  });
});

describe('judgeReasonNeeded', () => {
  const base: JudgeSituation = { from: 'in_progress', to: 'completed', no: 0, unanswered: 0, recurring: false, suggestion: 'completed' };
  it.each([
    [{}, []],
    [{ suggestion: null }, []],
    [{ no: 1 }, ['ward_no']],
    [{ unanswered: 1 }, ['ward_missing']],
    [{ recurring: true }, ['recurring']],
    [{ suggestion: 'in_progress' }, ['against_suggestion']],
    [{ no: 1, unanswered: 2, recurring: true, suggestion: 'in_progress' }, ['ward_no', 'ward_missing', 'recurring', 'against_suggestion']],
    [{ from: 'completed', to: 'in_progress' }, ['back_to_in_progress']],
    [{ from: 'in_progress', to: 'in_progress', no: 4, suggestion: 'completed' }, []],
    [{ from: 'completed', to: 'completed', no: 4, recurring: true }, []],
  ] as [Partial<JudgeSituation>, string[]][])('%j → %j', (some, expected) => {
    expect(judgeReasonNeeded({ ...base, ...some })).toEqual(expected);
  });
});
