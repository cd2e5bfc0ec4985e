import { describe, expect, it } from '@jest/globals';
import { deadlinesOf, deadlineWords, isRecurring } from './deadlines.ts';
import { currentNumbers, numbersIn } from './numbers.ts';
import { isNone, keyOf, likeness, says, sentencesOf } from './text.ts';
import { fiscalYearsOf, timesIn } from './times.ts';
import { isForAllWards, wardCountIn } from './ward-count.ts';

const told = (text: string): string[] => numbersIn(text.normalize('NFKC'), 2024).map(({ value, unit, role, time }) => `${value}${unit} ${role}${time === null ? '' : ` ${time.text} ${time.state}`}`);

describe('the numbers of a text', () => {
  it.each<[string, string[]]>([
    ['実施回数：1,794回 参加人数：31,576人', ['1794回 result', '31576人 result']],
    ['１６区（数）', ['16区 result']],
    ['323 地活協 (数) (全地活協数 326 地活協)', ['323地活協 result', '326地活協 result']],
    ['進捗率：59.7%', ['59.7% result']],
    ['第1回と第2回を開いた', []],
    ['参集率75%未満と100%以上、500人超', []],
    ['38名増員し、326名を配置', ['326名 result']],
    ['1地活協を除く', []],
    ['受診率+1.3% -0.1%', []],
    ['担当は3区長と2区民', []],
    ['目標17,000人に対し15,044人', ['17000人 aim', '15044人 result']],
    ['実施予定1区、見込み 2区、3区予定', ['1区 planned', '2区 planned', '3区 planned']],
    ['12.5件', ['12.5件 result']],
    ['実施済 22区 予定1区', ['22区 result', '1区 planned']],
    ['令和6年4月25日に開いた', []],
  ])('of 「%s」 are %j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['R5年度の受診率は25.5%', ['25.5% result R5年度 other']],
    ['R7年4月25日現在の受診率 21.2%', ['21.2% result R7年4月25日 other']],
    ['約95%が受診（R5年度実績）', ['95% result R5年度 other']],
    ['約95%が受診（全国平均）', ['95% result']],
    ['95%（速報、R5年度）', ['95% result']],
    ['95%（R5年度の実績による推計の値）', ['95% result']],
    ['9区 (R5: 7区)', ['9区 result', '7区 result R5 other']],
    ['326地活協(令和7年1月付設立の1地活協を除く)', ['326地活協 result']],
    ['R6.12末 795件', ['795件 result R6.12 current']],
    ['令和6年度末実績751箇所 15,044人', ['751箇所 result 令和6年度 current', '15044人 result 令和6年度 current']],
    ['※平成30年度(コロナ前)実績 実施回数: 1,114回 参加人数: 24,526人', ['1114回 result 平成30年度 other', '24526人 result 平成30年度 other']],
    ['令和5年度に定めた計画に基づき、講座を120回', ['120回 result']],
    ['令和5年度に作成した冊子を120件', ['120件 result']],
    ['令和5年度の計画、120回', ['120回 result']],
    ['令和5年度\n120回', ['120回 result']],
    ['令和5年度から通算120回', ['120回 result']],
    ['令和5年度における全市の地域の催しと講座をみな合わせて120回', ['120回 result']],
    ['令和5年度32人、令和6年度65人', ['32人 result 令和5年度 other', '65人 result 令和6年度 current']],
    ['令和5年度は32人。ほかに65人', ['32人 result 令和5年度 other', '65人 result']],
    ['前年度 10件', ['10件 result 前年度 other']],
    ['前年度比 10%', ['10% result']],
  ])('of 「%s」 belong to their times: %j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('stand for the year under review unless they are said to be of another, aimed at or planned', () => {
    expect(currentNumbers('16区 (R5: 7区) 目標20区 予定1区', 2024).map(({ value }) => value)).toEqual(['16']);
  });
});

describe('the times of a text', () => {
  it.each<[string, string[]]>([
    ['令和4年度から同6年度まで', ['令和4年度 other', '6年度 current']],
    ['令和3~5年度', ['令和3~5年度 other']],
    ['令和4~6年度', ['令和4~6年度 current']],
    ['6年10月より試行、7年2月より実施、7年4月', ['6年10月 current', '7年2月 current', '7年4月 other']],
    ['R6年 R7年 R8年', ['R6年 current', 'R7年 current', 'R8年 other']],
    ['平成30年度 H30', ['平成30年度 other', 'H30 other']],
    ['IPHR5', []],
    ['本年度と次年度', ['本年度 current', '次年度 other']],
    ['令和6年度末と令和6年3月', ['令和6年度 current', '令和6年3月 other']],
    ['令和6年2月30日', []],
    ['10年間', []],
  ])('of 「%s」 are %j', (text, expected) => {
    expect(timesIn(text, 2024).map((time) => `${time.text} ${time.state}`)).toEqual(expected);
  });

  it('know where they stand', () => {
    expect(timesIn('昨年の令和6年度は', 2024)).toEqual([{ text: '令和6年度', state: 'current', start: 3, end: 8 }]);
  });

  it('touch two fiscal years where only a calendar year is named', () => {
    expect(fiscalYearsOf('R6年', 2024)).toEqual([2023, 2024]);
    expect(fiscalYearsOf('R4', 2024)).toEqual([2022]);
    expect(fiscalYearsOf('区名', 2024)).toBeNull();
  });
});

describe('the counts of wards in a text', () => {
  it.each<[string, Partial<ReturnType<typeof wardCountIn>>]>([
    ['交流会を開催 16区(数)', { count: 16, counts: [16], steps: [], planned: null, scope: null, all: null }],
    ['「つながる場」を開いた区\n9区 (R5: 7区)', { count: 9, counts: [9] }],
    ['(参考) 計画等策定した区 R6: 9区', { count: 9 }],
    ['9月：7区\n2月：17区', { count: 24, counts: [24], steps: [7, 17] }],
    ['11月 : 12区 2月 : 12区', { count: 24, steps: [12, 12] }],
    ['9月：7区', { count: 7, steps: [] }],
    ['実施済 23区 令和7年度実施予定1区', { count: 23, counts: [23], planned: 1 }],
    ['関係23区を対象に2回', { count: null, counts: [], scope: 23 }],
    ['対象は20区。うち18区で実施', { count: 18, scope: 20 }],
    ['24区の取組を集めた', { count: null, counts: [] }],
    ['3区でモデル実施。開催 16区', { count: 3, counts: [3, 16] }],
    ['各区に1名', { count: null }],
    ['12月31日', { count: null }],
  ])('「%s」 says %j', (text, expected) => {
    expect(wardCountIn(text, 2024)).toMatchObject(expected);
  });

  it.each<[string, string | null]>([
    ['・令和6年4月に全区で運営を開始した。', '全区で運営を開始した'],
    ['調査を行った。全区で実施済', '全区で実施済'],
    ['全区で実施済み（R7.2）', '全区で実施済み'],
    ['全区で端末を導入\n9月', '全区で端末を導入'],
    ['全区において窓口を設けた', '全区において窓口を設けた'],
    ['全区がつくった 24区', '全区がつくった'],
    ['全区での実施をめざす', null],
    ['全区で作成したことを受け', null],
    ['全区で実施予定', null],
    ['全区で実施できていない', null],
    ['全区で状況を共有した。', null],
    ['全区で導入を検討した。', null],
    ['全区で取組を進めた。', null],
    ['全区で実施したアンケートの結果をまとめた。', null],
    ['全区で話し合い、窓口を設けた。', null],
    ['全区で運営した。', '全区で運営した'],
    ['全区の取組を始めた', null],
    ['全区で話し合いをもち。窓口を設けた', null],
    [`全区で${'長'.repeat(39)}始めた`, null],
    [`全区で${'長'.repeat(38)}始めた`, `全区で${'長'.repeat(38)}始めた`],
  ])('「%s」 says it of all wards in the words %j', (text, expected) => {
    expect(wardCountIn(text, 2024).all).toBe(expected);
  });

  it('a goal is for all wards when it says so', () => {
    expect([['毎年度、全区が開催'], ['すべての区で'], ['a', '全ての区が'], ['安全な区'], []].map((goals) => isForAllWards(goals.map((text) => ({ text }))))).toEqual([true, true, true, false, false]);
  });
});

describe('the deadlines of goals', () => {
  const goal = (text: string, deadline: string | null = null): { text: string; deadline: string | null } => ({ text, deadline });

  it('are read from their own words, else from the goal; the last stage counts', () => {
    const rules = deadlinesOf([goal('x', '令和5年度中に…以降令和10年度まで'), goal('令和8年度末までに広げる'), goal('広げる')]);
    expect(rules.map(({ kind, fiscalYear }) => [kind, fiscalYear])).toEqual([['by', 2028], ['by', 2026]]);
    expect(deadlineWords([goal('a', '毎年度'), goal('b'), goal('c', '令和8年度末までに')])).toBe('毎年度・令和8年度末までに');
  });

  it('make a row recurring as soon as one goal is of every year', () => {
    expect(isRecurring([goal('令和8年度末までに広げる'), goal('毎年度、開く')])).toBe(true);
    expect(isRecurring([goal('令和8年度末までに広げる')])).toBe(false);
  });
});

describe('the text of a cell', () => {
  it('says nothing with a dash, and nothing yet when empty', () => {
    expect(['—', ' ― ', '－', 'ー', '-', '--', '———', '', 'なし', '—。'].map(isNone)).toEqual([true, true, true, true, true, true, false, false, false, false]);
    expect(['—', '  ', '済'].map(says)).toEqual([false, false, true]);
  });

  it('falls into sentences at 。, line ends and list marks, without sources, headings and notes', () => {
    expect(sentencesOf('・一つ。二つ ・三つ\n(参考) 計画\n（注）\n<実績>\n【空家】\n※注\n四つ・五つ')).toEqual(['一つ', '二つ', '三つ', '四つ・五つ']);
  });

  it('is compared without widths and spaces', () => {
    expect(keyOf('Ａ区 １　（数）')).toBe('A区1(数)');
  });

  it.each<[string, string, number]>([
    ['進めていく', '進めていく。', 1], ['', '', 0], ['あ', 'あ', 0], ['あい', 'う', 0], ['あい', 'うえ', 0], ['あいう', 'あいえ', 0.5], ['ああああ', 'ああ', 0.5],
  ])('「%s」 and 「%s」 are alike by %d', (a, b, expected) => {
    expect(likeness(a, b)).toBeCloseTo(expected, 10);
    expect(likeness(b, a)).toBeCloseTo(expected, 10);
  });
});
