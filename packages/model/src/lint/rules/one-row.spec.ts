import { describe, expect, it } from '@jest/globals';
import { type LintFigure, LINT_RULE_IDS, type LintFinding, type LintRow, type LintRuleId, lintRows } from '../../index.ts';

const row = ({ goal = '令和8年度末までに全区で始める', results = '', issues = '', nextSteps = '', ...some }: Partial<LintRow> & Partial<LintRow['texts']> & { goal?: string } = {}): LintRow => ({
  cardId: 'c', code: '1-(1)-1', section: '1(1)', initiative: '取組', kind: 'live', progress: 'in_progress',
  goals: [{ text: goal, deadline: null }], texts: { results, issues, nextSteps }, figure: null, wardTable: null, references: [], ...some,
});
const figure = (some: Partial<LintFigure>): LintFigure => ({
  kind: 'count_yes', unit: '区', value: null, denominator: null, asked: 24, yes: 0, no: 0, notApplicable: 0, unanswered: 0, isWhole: false, ...some,
});
const found = (rule: LintRuleId, of: LintRow): LintFinding[] => lintRows({ fiscalYear: 2024, wards: 24, rows: [of] }).filter((each) => each.rule === rule || !LINT_RULE_IDS.includes(each.rule));
const facts = (rule: LintRuleId, of: LintRow): Record<string, string>[] => found(rule, of).map((each) => each.facts);
const isDone = { progress: 'completed' } as const;

describe('overdue-unexplained', () => {
  const rule = 'overdue-unexplained';
  const goal = '令和5年度中に仕組みを完成';

  it('finds a row whose year has passed without a word about it', () => {
    expect(found(rule, row({ goal, issues: '整理が必要', nextSteps: '導入を進める' }))).toMatchObject([{ state: 'hit', field: 'issues', facts: { deadline: '', years: '1' } }]);
    expect(facts(rule, row({ goals: [{ text: '完成', deadline: '令和4年度末までに' }] }))).toEqual([{ deadline: '令和4年度末までに', years: '2' }]);
  });

  it.each<[string, Partial<LintRow> & Partial<LintRow['texts']> & { goal?: string }]>([
    ['the issues own up', { issues: '調整に時間を要し、導入が遅れている' }], ['the next steps own up', { nextSteps: '完成時期を見直し、導入する' }],
    ['a new year is named', { nextSteps: '令和7年度中に導入する' }], ['it is completed', isDone], ['it is frozen', { kind: 'frozen' }],
    ['the year is this one', { goal: '令和6年度中に完成' }], ['it only starts in that year', { goal: '令和5年度から始める' }], ['it goes on every year', { goal: '毎年度、開く' }],
    ['a later stage follows', { goals: [{ text: '方針', deadline: '令和5年度中に…以降令和10年度まで' }] }],
  ])('says nothing where %s', (_why, some) => {
    expect(found(rule, row({ goal, issues: '整理が必要', ...some }))).toEqual([]);
  });

  it('does not take a year already past for a new plan', () => {
    expect(found(rule, row({ goal, nextSteps: '令和6年度中に決めた形で進める' }))).toHaveLength(1);
  });
});

describe('done-but-in-progress', () => {
  const rule = 'done-but-in-progress';

  it('finds 実施中 where the text says it of all wards, in words or by their number', () => {
    expect(found(rule, row({ results: '調査した。全区で実施済' }))).toMatchObject([{ field: 'progress', facts: { deadline: '', said: '全区で実施済' } }]);
    expect(facts(rule, row({ results: '始めた 24区(数)' }))).toEqual([{ deadline: '', said: '24区' }]);
  });

  it('finds 実施中 where every answer says yes, and keeps its facts when the text says so too', () => {
    const all = figure({ value: '24', denominator: '24', yes: 24 });
    expect(facts(rule, row({ figure: all }))).toEqual([{ deadline: '', value: '24', unit: '区' }]);
    expect(facts(rule, row({ figure: all, results: '全区で実施済' }))).toEqual([{ deadline: '', said: '全区で実施済' }]);
    expect(facts(rule, row({ figure: figure({ kind: 'per_ward', unit: '%', value: '24', denominator: '24', yes: 24, isWhole: true }) }))).toEqual([{ deadline: '', value: '24', unit: '区' }]);
    expect(facts(rule, row({ goal: '事業を移す', figure: figure({ kind: 'sum', unit: '地活協', value: '326', denominator: '326', yes: 24, isWhole: true }) }))).toEqual([{ deadline: '', value: '326', unit: '地活協' }]);
  });

  it.each<[string, LintRow]>([
    ['it is completed', row({ ...isDone, results: '全区で実施済' })], ['the goal is of every year', row({ goal: '毎年度、全区が開催', results: '開催 24区(数)' })],
    ['one ward is missing', row({ results: '始めた 23区(数)' })], ['an answer is missing', row({ figure: figure({ value: '23', yes: 23, unanswered: 1 }) })],
    ['one says no', row({ figure: figure({ value: '23', yes: 23, no: 1 }) })], ["a 局's figure reached its mark before the year", row({ figure: figure({ kind: 'bureau_value', unit: '件', value: '795', asked: 1, yes: 1, isWhole: true }) })], ['the goal is not for all', row({ goal: '仕組みを調べる', results: '全区で実施済' })],
  ])('says nothing where %s', (_why, of) => {
    expect(found(rule, of)).toEqual([]);
  });
});

describe('completed-though-not-all', () => {
  const rule = 'completed-though-not-all';

  it('finds 完了 with wards left, by the text or by the answers', () => {
    expect(found(rule, row({ ...isDone, results: '実施済 23区 令和7年度実施予定1区' }))).toMatchObject([{ field: 'progress', facts: { count: '23', of: '24', unit: '区' } }]);
    expect(facts(rule, row({ ...isDone, results: '関係22区を対象に 20区(数)' }))).toEqual([{ count: '20', of: '22', unit: '区' }]);
    expect(facts(rule, row({ ...isDone, figure: figure({ value: '22', denominator: '23', yes: 22, no: 1, notApplicable: 1 }) }))).toEqual([{ count: '22', of: '23', unit: '区' }]);
    const sum = figure({ kind: 'sum', unit: '地活協', value: '323', denominator: '326', yes: 24 });
    expect(found(rule, row({ ...isDone, goals: [{ text: '全地域で', deadline: null }, { text: '続ける', deadline: null }], figure: sum }))).toHaveLength(1);
    expect(facts(rule, row({ ...isDone, goal: '全地域で', figure: sum }))).toEqual([{ count: '323', of: '326', unit: '地活協' }]);
    expect(facts(rule, row({ ...isDone, figure: figure({ kind: 'per_ward', unit: '%', value: '9', denominator: '24', yes: 9, no: 15 }) }))).toEqual([{ count: '9', of: '24', unit: '区' }]);
  });

  it.each<[string, LintRow]>([
    ['all wards did it', row({ ...isDone, results: '9月：7区 2月：17区' })], ['it is not completed', row({ results: '実施済 23区' })],
    ['the goal is not for all', row({ ...isDone, goal: '計画的に増やす', results: '試行 3区', figure: figure({ value: '3', denominator: '24', yes: 3, no: 21 }) })],
    ['no number is given', row({ ...isDone, results: '各区で始めた' })], ['a trial is told before the count', row({ ...isDone, results: '3区でモデル実施、24区(数)' })],
    ['answers are still missing', row({ ...isDone, figure: figure({ value: '3', denominator: '24', yes: 3, no: 1, unanswered: 20 }) })],
    ['every answer says yes', row({ ...isDone, figure: figure({ value: '24', denominator: '24', yes: 24 }) })],
    ['the sum is whole', row({ ...isDone, goal: '全地域で', figure: figure({ kind: 'sum', unit: '地活協', value: '326', denominator: '326', isWhole: true }) })],
    ['nobody was asked', row({ ...isDone, figure: figure({ value: '3', denominator: '24', asked: 0, no: 1 }) })],
    ['the sum has no denominator', row({ ...isDone, figure: figure({ kind: 'sum', unit: '地活協', value: '323' }) })],
  ])('says nothing where %s', (_why, of) => {
    expect(found(rule, of)).toEqual([]);
  });
});

describe('completed-before-target', () => {
  const rule = 'completed-before-target';
  const goal = '参加が毎年増加（令和8年度末目標 50%増）';

  it('finds 完了 ahead of a target that nothing checks', () => {
    expect(found(rule, row({ ...isDone, goal, results: '増えた数 176地活協' }))).toMatchObject([{ field: 'progress', facts: { deadline: '', target: '50%増' } }]);
    expect(facts(rule, row({ ...isDone, goals: [{ text: '通いの場（令和8年度末目標17,000人）', deadline: '令和8年度末目標' }], results: '751箇所' }))).toEqual([{ deadline: '令和8年度末目標', target: '17,000人' }]);
    expect(facts(rule, row({ ...isDone, goals: [{ text: '毎年度、開く', deadline: null }, { text: goal, deadline: null }], results: '176地活協と30団体' }))).toEqual([{ deadline: '', target: '50%増' }]);
    expect(facts(rule, row({ ...isDone, goal: '令和8年度中に10ポイント以上増加', results: '176人 令和5年度 5件' }))).toEqual([{ deadline: '', target: '10ポイント以上増' }]);
  });

  it.each<[string, Partial<LintRow> & Partial<LintRow['texts']> & { goal?: string }]>([
    ['it is not completed', { progress: 'in_progress' }], ['the year has come', { goal: '令和6年度末目標 50%増' }], ['it only starts later', { goal: '令和8年度から50%増' }],
    ['an earlier figure stands beside', { results: '176地活協（R5年度：110地活協）' }], ['a rate of change is told', { results: '176地活協（前年度比+52.0%）' }],
    ['the goal has no target in figures', { goal: '令和8年度末までに広げる' }], ['the figure of the target is there', { goal: '令和8年度末目標17,000人', results: '15,044人' }],
    ['the figure of the target is among others', { goal: '令和8年度末目標17,000人', results: '751箇所 15,044人' }], ['an earlier figure stands beside several', { results: '30団体、176地活協（R5: 110地活協）' }],
    ['the gain is told', { results: '基準年を52%上回った' }],
  ])('says nothing where %s', (_why, some) => {
    expect(found(rule, row({ ...isDone, goal, results: '176地活協', ...some }))).toEqual([]);
  });
});

describe('printed-number-differs', () => {
  const rule = 'printed-number-differs';
  const yes = (n: number, some: Partial<LintFigure> = {}): LintFigure => figure({ value: String(n), denominator: '24', yes: n, no: 24 - n, ...some });

  it.each<[string, LintRow, Record<string, string>]>([
    ['a count of wards', row({ results: '開催 16区(数)', figure: yes(17) }), { printed: '16', answered: '17', unit: '区' }],
    ['steps', row({ results: '9月：7区 2月：17区', figure: yes(23) }), { printed: '24', answered: '23', unit: '区' }],
    ['all wards', row({ results: '全区で実施済', figure: yes(23) }), { printed: '全区', answered: '23', unit: '区' }],
    ['those concerned', row({ results: '関係23区を対象に2回', figure: yes(24) }), { printed: '23', answered: '24', unit: '区' }],
    ['a sum', row({ results: '323 地活協', figure: figure({ kind: 'sum', unit: '地活協', value: '322', denominator: '326' }) }), { printed: '323', answered: '322', unit: '地活協' }],
    ['a ratio', row({ results: '進捗率：59.7%', figure: figure({ kind: 'ratio', unit: '%', value: '59.8' }) }), { printed: '59.7', answered: '59.8', unit: '%' }],
    ['several numbers', row({ results: '死亡事例3件 重症事例1件', figure: figure({ kind: 'count_events', unit: '件', value: '5', yes: 24 }) }), { printed: '3', answered: '5', unit: '件' }],
    ["what a 局's table says", row({ results: '9月：7区 2月：17区', figure: figure({ kind: 'cumulative', unit: '区', value: '20', denominator: '24', asked: 1, yes: 1 }) }), { printed: '24', answered: '20', unit: '区' }],
    ['a gain by ward', row({ results: '目標に届いた区 9区', figure: yes(8, { kind: 'per_ward', unit: '%' }) }), { printed: '9', answered: '8', unit: '区' }],
  ])('finds %s that the answers do not make', (_what, of, expected) => {
    expect(found(rule, of)).toMatchObject([{ state: 'hit', field: 'results', facts: expected }]);
  });

  it.each<[string, LintRow]>([
    ['they agree', row({ results: '開催 16区(数)', figure: yes(16) })], ['an answer is missing', row({ results: '開催 16区(数)', figure: yes(15, { no: 8, unanswered: 1 }) })],
    ['nobody was asked', row({ results: '16区', figure: yes(15, { asked: 0 }) })], ['there is no figure', row({ results: '16区', figure: figure({}) })],
    ['all said yes', row({ results: '全区で実施済', figure: yes(24) })], ['all concerned said yes', row({ results: '全区で実施済、関係23区', figure: yes(23, { no: 0, notApplicable: 1, denominator: '23' }) })],
    ['one of several counts is it', row({ results: '3区でモデル実施、開催 16区(数)', figure: yes(16) })], ['the text gives no number', row({ results: '各区で開催', figure: yes(16) })],
    ['the text rounds', row({ results: '約60%', figure: figure({ kind: 'ratio', unit: '%', value: '59.7' }) })],
    ['other units are printed', row({ results: '講座 5回', figure: figure({ kind: 'sum', unit: '人', value: '100' }) })],
    ['one of several numbers is it', row({ results: '32人と65人', figure: figure({ kind: 'bureau_value', unit: '人', value: '65', asked: 1 }) })],
    ['all of several numbers together are it', row({ results: '死亡事例3件 重症事例1件', figure: figure({ kind: 'count_events', unit: '件', value: '4', yes: 24 }) })],
    ["a 局's table of wards makes it", row({ results: '9月：7区 2月：17区', figure: figure({ kind: 'cumulative', unit: '区', value: '24', denominator: '24', asked: 1, yes: 1 }) })],
    ['the figure has no denominator', row({ results: '関係23区', figure: yes(23, { denominator: null }) })],
    ['the number is of another year', row({ results: '(R5: 7区)', figure: yes(16) })],
  ])('says nothing where %s', (_why, of) => {
    expect(found(rule, of)).toEqual([]);
  });
});

describe('parts-add-up', () => {
  const rule = 'parts-add-up';
  const told = (some: Parameters<typeof row>[0]): string[] => found(rule, row(some)).map(({ state, facts: { parts = '', sum = '', whole = '', unit = '' } }) => `${state} ${parts}=${sum}/${whole}${unit}`);

  it.each<[string, string[]]>([
    ['全区で導入\n9月：7区 2月：17区', ['pass 7+17=24/24区']], ['全区で導入\n9月：7区 2月：16区', ['hit 7+16=23/24区']], ['9月：7区 2月：17区', ['pass 7+17=24/24区']], ['9月：7区 2月：9区', []],
    ['実施済 23区 令和7年度実施予定1区', ['pass 23+1=24/24区']], ['実施済 22区 実施予定1区', ['hit 22+1=23/24区']], ['実施予定1区', []], ['実施済 23区', []], ['関係23区で、実施済 22区 予定1区', ['pass 22+1=23/23区']],
    ['276事務を、実施済(6事務)、検討予定(233事務)、終了(37事務)に分けた。', ['pass 6+233+37=276/276事務']], ['276事務を、実施済（6事務）、検討予定（233事務）に', ['hit 6+233=239/276事務']],
    ['276事務のうち、実施済(6事務)、検討予定(233事務)', []], ['276事務を、実施済(6事務)など、検討予定(233事務)', []], ['276事務を、実施済(6事務)に', []], ['実施済(6事務)、検討予定(233事務)', []],
    ['276事務。実施済(6事務)、検討予定(233事務)', []], ['276事務を、実施済(6事務)、参加(3人)に', []], ['1,794回を、春(794回)、秋(1,000回)に', ['pass 794+1000=1794/1794回']],
    ['10%を、春(9.9%)、秋(0.1%)に', ['pass 9.9+0.1=10/10%']],
  ])('of 「%s」 tells %j', (results, expected) => {
    expect(told({ results })).toEqual(expected);
  });

  it('adds wards up only for a goal of all wards, and every row that is live', () => {
    expect(told({ goal: '仕組みを増やす', results: '実施済 22区 予定1区' })).toEqual([]);
    expect(told({ ...isDone, results: '実施済 23区 予定1区' })).toHaveLength(1);
    expect(told({ kind: 'frozen', results: '実施済 23区 予定1区' })).toEqual([]);
  });
});
