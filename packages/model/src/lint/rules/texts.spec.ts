import { describe, expect, it } from '@jest/globals';
import { type LintFigure, LINT_RULE_IDS, type LintFinding, type LintRow, type LintRuleId, lintRows, type LintWardTable } from '../../index.ts';

type Some = Partial<LintRow> & Partial<LintRow['texts']> & { goal?: string };
const row = ({ goal = '毎年度、全区が開催', results = '', issues = '', nextSteps = '', ...some }: Some = {}): LintRow => ({
  cardId: 'c', code: '1-(1)-1', section: '1(1)', initiative: '取組', kind: 'live', progress: 'in_progress',
  goals: [{ text: goal, deadline: null }], texts: { results, issues, nextSteps }, figure: null, wardTable: null, references: [], ...some,
});
const counted = (yes: number, some: Partial<LintFigure> = {}): LintFigure => ({
  kind: 'count_yes', unit: '区', value: String(yes), denominator: '24', asked: 24, yes, no: 24 - yes, notApplicable: 0, unanswered: 0, isWhole: false, ...some,
});
const found = (rule: LintRuleId, ...rows: Some[]): LintFinding[] =>
  lintRows({ fiscalYear: 2024, wards: 24, rows: rows.map((some, index) => row({ cardId: `c${index}`, code: `1-(1)-${index}`, ...some })) }).filter((each) => each.rule === rule || !LINT_RULE_IDS.includes(each.rule));

describe('stated-mean-differs', () => {
  const rule = 'stated-mean-differs';
  const table = (...values: string[][]): LintWardTable => ({ columns: ['R4', 'R6'], unit: '%', rows: values.map((cells, index) => ({ ward: `区${index}`, values: cells })) });
  const told = (goal: string, wardTable: LintWardTable | null, results = ''): string[] =>
    found(rule, { goal, wardTable, results }).map(({ state, facts: { stated = '', computed = '', column = '', wards = '' } }) => `${state} ${stated}≠${computed} ${column} ${wards}`);

  it('holds a stated mean against the exact mean of its column', () => {
    expect(told('10ポイント以上増加（令和4年度全区平均 48.7%）', table(['48.3', '50'], ['48.2', '60']))).toEqual(['hit 48.7≠48.25 R4 2']);
    expect(told('令和4年度全区平均は48.3%', table(['48.3', '50'], ['48.2', '60']))).toEqual(['pass 48.3≠48.25 R4 2']);
    expect(told('増加', table(['48.3', '50.0%'], ['48.2', '60']), 'R6年度の平均：54%')).toEqual(['hit 54≠55.0 R6 2']);
    expect(found(rule, { goal: '令和4年度全区平均 48.7%', wardTable: table(['1', '2']) })[0]).toMatchObject({ field: 'goals', facts: { unit: '%' } });
  });

  it('computes in decimals', () => {
    expect(told('令和4年度平均 0.2', table(['0.1', '1'], ['0.2', '1'], ['0.3', '1']))).toEqual(['pass 0.2≠0.20 R4 3']);
  });

  it.each<[string, string, LintWardTable | null]>([
    ['there is no table', '令和4年度全区平均 48.7%', null], ['no year is named', '全区平均 48.7%', table(['1', '2'])], ['no column has the year', '令和3年度全区平均 48.7%', table(['1', '2'])],
    ['no mean is stated', '令和4年度 48.7%', table(['1', '2'])], ['a ward has no figure', '令和4年度全区平均 48.7%', table(['1', '2'], ['－', '2'])], ['a cell is missing', '令和4年度全区平均 48.7%', table(['1', '2'], [])],
    ['the table is empty', '令和4年度全区平均 48.7%', table()], ['the year is far off', '令和4年度に始めたこの取組がめざすところの全区平均 48.7%', table(['1', '2'])],
  ])('says nothing where %s', (_why, goal, wardTable) => {
    expect(told(goal, wardTable)).toEqual([]);
  });
});

describe('same-figure-in-neighbours', () => {
  const rule = 'same-figure-in-neighbours';

  it('finds the same count of wards in two rows that follow each other in one 取組', () => {
    expect(found(rule, { results: '開いた区 9区 (R5: 7区)' }, { results: '(参考) R6: 9区' }, { results: '24区' })).toMatchObject([{ state: 'hit', cardIds: ['c0', 'c1'], field: 'results', facts: { count: '9', unit: '区' } }]);
  });

  it('passes once the answers give both rows that number', () => {
    const states = (first: LintFigure | null, second: LintFigure | null): string[] => found(rule, { results: '9区', figure: first }, { results: '9区', figure: second }).map(({ state }) => state);
    expect(states(counted(9), counted(9))).toEqual(['pass']);
    expect(states(counted(9), counted(8))).toEqual(['hit']);
    expect(states(counted(9), null)).toEqual(['hit']);
    expect(states(counted(9, { unanswered: 1 }), counted(9))).toEqual(['hit']);
    expect(states(counted(9, { unit: '人', kind: 'sum' }), counted(9))).toEqual(['hit']);
  });

  it.each<[string, Some, Some]>([
    ['all wards are meant', { results: '24区' }, { results: '24区' }], ['the numbers differ', { results: '9区' }, { results: '10区' }], ['the text has none', { results: '開いた' }, { results: '開いた' }],
    ['the 取組 is another', { results: '9区' }, { results: '9区', initiative: '別' }], ['the section is another', { results: '9区' }, { results: '9区', section: '1(2)' }], ['one is frozen', { results: '9区' }, { results: '9区', kind: 'frozen' }],
  ])('says nothing where %s', (_why, first, second) => {
    expect(found(rule, first, second)).toEqual([]);
  });

  it('looks at neighbours only', () => {
    expect(found(rule, { results: '9区' }, { results: '8区' }, { results: '9区' })).toEqual([]);
  });
});

describe('same-goal-different-count', () => {
  const rule = 'same-goal-different-count';

  it('finds two counts for one sentence, wherever its rows stand', () => {
    const findings = found(rule, { results: '22区(数)' }, { goal: '別のめざす姿です', results: '3区' }, { results: '24区(数)', initiative: '別', goal: '毎年度、 全区が開催' });
    expect(findings).toMatchObject([{ cardIds: ['c0', 'c2'], field: 'goals', facts: { goal: '毎年度、 全区が開催', count: '22', other: '24', unit: '区' } }]);
  });

  it('takes words for all wards, and answers that are all in, as a count', () => {
    expect(found(rule, { results: '全区で実施済' }, { results: '', figure: counted(22) })).toMatchObject([{ facts: { count: '24', other: '22' } }]);
  });

  it.each<[string, Some, Some]>([
    ['the counts are the same', { results: '22区' }, { results: '22区' }], ['one has none', { results: '22区' }, { results: '開いた' }], ['the goals differ', { results: '22区' }, { results: '24区', goal: '毎年度、全区で開催する' }],
    ['the goal is a word', { results: '22区', goal: '全区で開催' }, { results: '24区', goal: '全区で開催' }], ['one is a reference', { results: '22区' }, { results: '24区', kind: 'reference' }],
    ['answers are still missing', { results: '22区' }, { figure: counted(3, { unanswered: 9 }) }], ['the figure is of something else', { results: '22区' }, { figure: counted(3, { kind: 'sum', unit: '人' }) }],
  ])('says nothing where %s', (_why, first, second) => {
    expect(found(rule, first, second)).toEqual([]);
  });

  it('compares with the first row that has a count', () => {
    expect(found(rule, { results: '' }, { results: '22区' }, { results: '24区' }).map(({ cardIds }) => cardIds)).toEqual([['c1', 'c2']]);
  });
});

describe('goal-without-figure', () => {
  const rule = 'goal-without-figure';

  it.each(['令和8年度末までに全区で町会加入率が向上', '加入率を上げる', '参加者数をふやす', '相談の割合が前の年度より減少', '令和8年度末目標17,000人'])('finds no figure for 「%s」', (goal) => {
    expect(found(rule, { goal, results: '令和6年度は各区で計画をつくった。' })).toMatchObject([{ field: 'results', facts: { goal } }]);
  });

  it.each<[string, Some]>([
    ['the results print one', { results: '加入率 46.4%' }], ['they print one of another year', { results: '加入率はR5年度 46.4%' }], ['nothing is written yet', { results: ' ' }], ['there is a table by ward', { wardTable: { columns: [], unit: '%', rows: [] } }],
    ['the goal is not in figures', { goal: '複数の事業を拡大' }], ['efficiency is meant', { goal: '事務の効率を上げる' }], ['it is frozen', { kind: 'frozen' }],
  ])('says nothing where %s', (_why, some) => {
    expect(found(rule, { goal: '加入率が向上', results: '計画をつくった。', ...some })).toEqual([]);
  });

  it('asks for one from the year on in which the goal begins', () => {
    const hits = (goal: string): number => found(rule, { goal, results: '計画をつくった。' }).length;
    expect(['令和6年度以降、受診率を上げる', '令和6年度から毎年度、受診率を上げる', '令和5年度から受診率を上げる', '毎年度、受診率を上げる'].map(hits)).toEqual([1, 1, 1, 1]);
    expect(['令和7年度以降、受診率を上げる', '令和7年度から毎年度、受診率を上げる'].map(hits)).toEqual([0, 0]);
  });

  it('a figure that is only planned or aimed at is none', () => {
    expect(found(rule, { goal: '加入率が向上', results: '目標 50%、実施予定3区' })).toHaveLength(1);
  });
});

describe('stale-figure', () => {
  const rule = 'stale-figure';

  it('finds results that are all of another time', () => {
    expect(found(rule, { results: '健診を約95%が受診（R5年度実績）' })).toMatchObject([{ field: 'results', facts: { figures: 'R5年度 95%' } }]);
    expect(found(rule, { results: 'R5年度の受診率は25.5% (前年度比+1.3ポイント)\nR7年4月25日現在の受診率 21.2%' })).toMatchObject([{ facts: { figures: 'R5年度 25.5%、R7年4月25日 21.2%' } }]);
  });

  it.each(['9区 (R5: 7区)', '実績 1,794回 ※平成30年度実績 1,114回', '進捗率：59.7%', '令和6年度は65名、令和5年度は32名', 'R6.12末 795件', '令和5年度に一覧をつくった', '令和8年度末目標 17,000人', ''])('says nothing of 「%s」', (results) => {
    expect(found(rule, { results })).toEqual([]);
  });
});

describe('cell-repeats-neighbour', () => {
  const rule = 'cell-repeats-neighbour';
  const sentence = '区ごとの取組の成果から、よい例を選び出す必要がある';

  it.each<[string, Some]>([['issues', { issues: `${sentence}。` }], ['nextSteps', { nextSteps: `・ほかの文です。\n・${sentence.replace('、', '、 ')}` }]])('finds a sentence of the results in %s', (field, some) => {
    expect(found(rule, { results: `・${sentence}。\n続き`, ...some }).map((each) => each.field)).toEqual([field]);
  });

  it('tells each cell that repeats it, under a key of its own', () => {
    expect(new Set(found(rule, { results: sentence, issues: sentence, nextSteps: sentence }).map(({ key }) => key)).size).toBe(2);
  });

  it.each<[string, Some]>([
    ['only a source is repeated', { results: '(参考) 大阪市空家等対策計画（第2期）（計画期間）', issues: '(参考) 大阪市空家等対策計画（第2期）（計画期間）' }], ['only a turn of phrase is', { results: '各区で取組を進める。', issues: '各区で取組を進める。' }],
    ['another word makes it another sentence', { results: sentence, issues: `${sentence}ので調べる` }], ['it is frozen', { kind: 'frozen', results: sentence, issues: sentence }], ['the results say none', { results: '—', issues: '—' }],
  ])('says nothing where %s', (_why, some) => {
    expect(found(rule, some)).toEqual([]);
  });

  it('counts fifteen characters as a sentence', () => {
    const of = (length: number): LintFinding[] => found(rule, { results: '長'.repeat(length), issues: '長'.repeat(length) });
    expect([of(14).length, of(15).length]).toEqual([0, 1]);
    expect(of(100)[0]?.facts['sentence']).toBe(`${'長'.repeat(79)}…`);
    expect(of(80)[0]?.facts['sentence']).toBe('長'.repeat(80));
  });
});

describe('issue-equals-next-step', () => {
  const rule = 'issue-equals-next-step';

  it('finds the same sentence with another ending', () => {
    const stem = '区長会議と各区が、実行計画の取組と工程をふまえて\n取組を進めていく';
    expect(found(rule, { issues: `${stem}必要がある。`, nextSteps: `${stem}。` })).toMatchObject([{ field: 'nextSteps', facts: { issue: `${stem.replace('\n', ' ')}必要がある。` } }]);
  });

  it.each<[string, Some]>([
    ['the plan answers the issue', { issues: '標準例をもとに一覧をつくる必要がある', nextSteps: '標準例をもとに令和7年度に作業班を置く' }], ['both say none', { issues: '—', nextSteps: '—' }], ['both are empty', {}],
    ['one is empty', { issues: '進めていく' }], ['the other is empty', { nextSteps: '進めていく' }],
  ])('says nothing where %s', (_why, some) => {
    expect(found(rule, some)).toEqual([]);
  });

  it('draws the line at four fifths', () => {
    expect(found(rule, { issues: 'あいうえおか', nextSteps: 'あいうえおき' })).toHaveLength(1);
    expect(found(rule, { issues: 'あいうえお', nextSteps: 'あいうえき' })).toEqual([]);
  });
});

describe('nothing-left-in-progress', () => {
  const rule = 'nothing-left-in-progress';

  it('finds 実施中 with nothing left and nothing planned', () => {
    expect(found(rule, { issues: '—', nextSteps: ' — ', goals: [{ text: 'a', deadline: '毎年度' }] })).toMatchObject([{ field: 'progress', facts: { deadline: '毎年度' } }]);
  });

  it.each<[string, Some]>([
    ['it is completed', { progress: 'completed', issues: '—', nextSteps: '—' }], ['something is planned', { issues: '—', nextSteps: '続ける' }], ['an issue is left', { issues: '人手', nextSteps: '—' }], ['nothing is written yet', {}], ['it is frozen', { kind: 'frozen', issues: '—', nextSteps: '—' }],
  ])('says nothing where %s', (_why, some) => {
    expect(found(rule, some)).toEqual([]);
  });
});

describe('quoted-text-not-found', () => {
  const rule = 'quoted-text-not-found';
  const target: Some = { initiative: '地域資源の発掘と連携の強化', goal: '毎年度、全区が交流会を開催' };
  const other: Some = { initiative: '窓口', goal: '毎年度、窓口を広げる' };
  const told = (quotedTitle: string | null, quotedGoal: string | null, section = '1(1)'): Record<string, string>[] =>
    found(rule, other, target, { section: '2(2)', initiative: '引用する', goal: quotedGoal ?? '', kind: 'reference', progress: null, references: [{ section, quotedTitle, quotedGoal }] }).map(({ facts }) => facts);

  it('finds words that the section prints otherwise, with the most alike', () => {
    expect(told('地域資源の発掘と連携強化', '毎年度、交流会を全区が開催')).toEqual([{
      section: '1(1)', title: '地域資源の発掘と連携強化', titleNearest: '地域資源の発掘と連携の強化', goal: '毎年度、交流会を全区が開催', goalNearest: '毎年度、全区が交流会を開催',
    }]);
    expect(told('窓口', '毎年度、交流会を全区が開催')).toEqual([{ section: '1(1)', goal: '毎年度、交流会を全区が開催', goalNearest: '毎年度、全区が交流会を開催' }]);
  });

  it('finds words quoted from a section that does not exist', () => {
    expect(told('窓口', null, '9(9)')).toEqual([{ section: '9(9)', title: '窓口' }]);
    expect(told('窓口', null, '1(1)')).toEqual([]);
  });

  it('takes widths and spaces for nothing, and a sub-section for a part of its section', () => {
    expect(told('地域資源の 発掘と連携の強化', '毎年度、全区が　交流会を開催', '1')).toEqual([]);
  });

  it('does not take section 10 for a part of section 1', () => {
    expect(found(rule, { section: '10(1)', initiative: '窓口' }, { kind: 'reference', section: '2(1)', initiative: '引用する', references: [{ section: '1', quotedTitle: '窓口', quotedGoal: null }] })).toHaveLength(1);
  });

  it('does not find a goal in the row that quotes it', () => {
    expect(found(rule, { kind: 'reference', goal: '全区が開催する', references: [{ section: '1(1)', quotedTitle: null, quotedGoal: '全区が開催する' }] })).toMatchObject([{ field: 'references', facts: { section: '1(1)', goal: '全区が開催する' } }]);
  });

  it('says nothing of references that quote nothing', () => {
    expect(told(null, null)).toEqual([]);
  });
});
