import { describe, expect, it } from '@jest/globals';
import { type LintRow, lintRows } from '../index.ts';

const row = (n: number, some: Partial<LintRow> = {}): LintRow => ({
  cardId: `c${n}`, code: `1-(1)-${n}`, section: '1(1)', initiative: '取組', kind: 'live', progress: 'in_progress', goals: [{ text: `毎年度、全区が${n}回目を開催`, deadline: '毎年度' }],
  texts: { results: '', issues: '', nextSteps: '' }, figure: null, wardTable: null, references: [], ...some,
});
const lint = (...rows: LintRow[]): ReturnType<typeof lintRows> => lintRows({ fiscalYear: 2024, wards: 24, rows });

describe('the findings of a sheet', () => {
  it('come in the order of their first row, those of one row in the order of the rules', () => {
    const none = { results: '9区', issues: '—', nextSteps: '—' };
    const found = lint(row(1), row(2, { texts: none }), row(3, { texts: { ...none, results: '約95%が受診(R5年度実績)' } }), row(4, { goals: [{ text: '令和5年度中に完成', deadline: '令和5年度中に' }] }));
    expect(found.map(({ rule, cardIds }) => [rule, ...cardIds])).toEqual([
      ['nothing-left-in-progress', 'c2'], ['stale-figure', 'c3'], ['nothing-left-in-progress', 'c3'], ['overdue-unexplained', 'c4'],
    ]);
  });

  it('name in their key the rule, the place, the rows and the facts', () => {
    const found = lint(row(1, { texts: { results: '9区', issues: '', nextSteps: '' } }), row(2, { texts: { results: '9区', issues: '—', nextSteps: '—' } }));
    expect(found).toEqual([
      { rule: 'same-figure-in-neighbours', state: 'hit', cardIds: ['c1', 'c2'], field: 'results', key: 'same-figure-in-neighbours|results|1-(1)-1|1-(1)-2|count=9|unit=区', facts: { count: '9', unit: '区' } },
      { rule: 'nothing-left-in-progress', state: 'hit', cardIds: ['c2'], field: 'progress', key: 'nothing-left-in-progress|progress|1-(1)-2|deadline=毎年度', facts: { deadline: '毎年度' } },
    ]);
  });

  it('are told once, however often the text gives cause', () => {
    const twice = '276事務を、済(6事務)、検討(270事務)に。276事務を、済(6事務)、検討(270事務)に。';
    expect(lint(row(1, { texts: { results: twice, issues: '', nextSteps: '' } }))).toHaveLength(1);
  });

  it('quote one line of at most eighty characters, so that another text is another finding', () => {
    const issues = `  ${'長い文で'.repeat(10)}  \n${'続く文で'.repeat(20)}`;
    const [found] = lint(row(1, { texts: { results: '', issues, nextSteps: issues } }));
    expect(found?.facts['issue']).toBe(`${'長い文で'.repeat(10)} ${'続く文で'.repeat(9)}続く…`);
  });
});
