import { describe, expect, it } from '@jest/globals';
import { type LintFinding, lintRows, type LintRuleId } from '@furikaeri/model';
import { parseSheet } from './index.ts';
import { lintSheetOf } from './interpret/lint-sheet.ts';
import { SHEETS } from './spec-kit/sheets.ts';

/** The fourteen contradictions of the form (DOMAIN 2.6), each as the rules tell it; several concern more than one row. */
const HITS: [number, LintRuleId, string[], Record<string, string>][] = [
  [1, 'overdue-unexplained', ['3-(1)-15a'], { deadline: '令和5年度中に', years: '1' }],
  [2, 'done-but-in-progress', ['3-(1)-17b'], { deadline: '令和6年度に' }],
  [3, 'done-but-in-progress', ['3-(1)-17d'], { said: '全区で実施済' }],
  [4, 'completed-though-not-all', ['3-(1)-18c'], { count: '23', of: '24' }],
  [5, 'completed-before-target', ['1-(1)-2'], { target: '50%増' }],
  [6, 'same-figure-in-neighbours', ['3-(1)-16a', '3-(1)-16b'], { count: '9' }],
  [7, 'stated-mean-differs', ['1-(1)-4'], { stated: '48.7', computed: '48.29', column: 'R4', wards: '24' }],
  [8, 'cell-repeats-neighbour', ['3-(3)-22c'], {}],
  [9, 'issue-equals-next-step', ['1-(2)イ-9'], {}],
  [9, 'issue-equals-next-step', ['3-(2)-20a'], {}],
  [10, 'goal-without-figure', ['2-(1)-12a'], {}],
  [11, 'stale-figure', ['3-(1)-17c'], { figures: 'R5年度 95%' }],
  [11, 'stale-figure', ['3-(1)-19c'], { figures: 'R5年度 25.5%、R7年4月25日 21.2%' }],
  [12, 'quoted-text-not-found', ['2-(2)-13a'], { section: '1(1)', titleNearest: 'NPO・企業・人材等、地域資源の発掘と連携の強化' }],
  [13, 'same-goal-different-count', ['1-(1)-3b', '2-(2)-13b'], { count: '22', other: '24' }],
  [14, 'nothing-left-in-progress', ['2-(2)-13b'], {}],
  [14, 'nothing-left-in-progress', ['3-(3)-22d'], {}],
];

const SUMS = [['3-(1)-18c', '23+1', '24'], ['3-(2)-20b', '7+17', '24'], ['3-(2)-21a', '12+12', '24'], ['4-(1)-23', '6+233+37', '276']];

const named = ({ rule, cardIds }: Pick<LintFinding, 'rule' | 'cardIds'>): string => `${rule} ${cardIds.join(' ')}`;

describe.each(SHEETS)('the 整合チェック of %s', (_name, text) => {
  const sheet = parseSheet(text);
  const findings = lintRows(lintSheetOf(sheet, 2024, 24));
  const hits = findings.filter(({ state }) => state === 'hit');

  it.each(HITS)('finds contradiction %i: %s in %j', (_number, rule, cardIds, facts) => {
    expect(hits.find((each) => named(each) === named({ rule, cardIds }))).toMatchObject({ facts });
  });

  it('finds nothing else', () => {
    expect(hits.map(named).toSorted()).toEqual(HITS.map(([, rule, cardIds]) => named({ rule, cardIds })).toSorted());
  });

  it('shows the four sums that hold as passing', () => {
    expect(findings.filter(({ state }) => state === 'pass').map(({ rule, cardIds, facts }) => [rule, ...cardIds, facts['parts'], facts['sum']])).toEqual(SUMS.map((sum) => ['parts-add-up', ...sum]));
  });

  it('finds the same where nobody has said yet how many goals a cell holds', () => {
    expect(lintRows(lintSheetOf({ ...sheet, findings: [] }, 2024, 24)).map(named)).toEqual(findings.map(named));
  });

  it('quotes no more than a line', () => {
    for (const value of findings.flatMap(({ facts }) => Object.values(facts))) expect(value.length).toBeLessThanOrEqual(80);
  });
});
