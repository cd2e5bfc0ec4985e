import { readFileSync } from 'node:fs';
import { type Indicator, INDICATOR_KINDS, isDecimal } from '@furikaeri/model';
import { describe, expect, it } from '@jest/globals';
import { askedByWords, cardCode, guessIndicator, parseSheet, whyWithoutIndicator } from '../index.ts';
import { liveRowsOf, rowOf, rowsOf, sheetWith, SHEETS } from '../spec-kit/sheets.ts';

type Asks = 'wards' | 'bureau' | 'secretariat';
const SETUP = new Map(readFileSync(new URL('../../fixtures/setup-r6.csv', import.meta.url), 'utf8').trim().split('\n').slice(1).map((line): [string, Asks] => {
  const [code = '', , bureau = '', wards = ''] = line.split(',');
  return [code, wards === '*' ? 'wards' : bureau === '' ? 'secretariat' : 'bureau'];
}));

/** Row, kind, unit, target (year, operator, value), baseline (year, value), note, name on our own sheet, what the name ends with on any. */
type Line = [code: string, kind: Indicator['kind'], unit: string, target: string | null, baseline: string | null, note: string, name: string, ending?: string];
const ALL = 'recurring at_least 24';
const TABLE: Line[] = [
  ['1', 'sum', '地活協', '2026 at_least 326', null, '1地活協を除く', 'デジタル化の取組を取り入れ、続けている地域活動協議会の数', 'の数'],
  ['2', 'sum', '地活協', null, null, '目標は50%増（基準の値は様式にありません）', '現役世代の参加が前より増えたと答えた地活協の数', '地活協の数'],
  ['3a', 'count_yes', '区', ALL, null, '', '区役所が交流会や意見交換の場を設けた区', '区'],
  ['3b', 'count_yes', '区', ALL, null, '', '地活協がNPOや企業などと新しい連携・協働を始めた区', '区'],
  ['4', 'per_ward', '%', '2026 at_least 24', '2022 48.7', '', '地活協を知っている住民の割合', '割合'],
  ['8', 'text_only', '', null, null, '', ''],
  ['9', 'text_only', '', null, null, '', ''],
  ['11', 'text_only', '', null, null, '', ''],
  ['12a', 'per_ward', '%', '2026 at_least 24', null, '', '町会加入率', '町会加入率'],
  ['13b', 'count_yes', '区', ALL, null, '', '区役所が新しい連携・協働を始めた区', '区'],
  ['14', 'count_yes', '区', '2026 at_least 24', null, '', '区役所が民間プラットフォームを通じて官民連携を行った区', '区'],
  ['15a', 'text_only', '', null, null, '', ''],
  ['15b', 'count_yes', '区', '2026 at_least 24', null, '', 'BCPを定める区', '区'],
  ['15c', 'ratio', '%', '2026 at_least 100', null, '', '個別避難計画の作成の進捗率', '進捗率'],
  ['16a', 'count_yes', '区', '2026 at_least 24', '2023 7', '', '「つながる場」等を毎月ひらいた区', '区'],
  ['16b', 'count_yes', '区', ALL, null, '', '計画をつくった区', '区'],
  ['16c', 'count_yes', '区', ALL, '2023 24', '', '職員の気付く力を高める研修を行ったと答えた区', '区'],
  ['17a', 'count_events', '件', 'recurring at_most 0', null, '', '死亡事例・重症事例の件数', '件数'],
  ['17b', 'count_yes', '区', '2024 at_least 24', null, '', 'こども家庭センターが動き始めた区', '区'],
  ['17c', 'bureau_value', '%', null, null, '令和5年度の値', '乳幼児健診(3か月児、1歳6か月児、3歳児)を受けた割合', '割合'],
  ['17d', 'count_yes', '区', '2026 at_least 24', null, '', '妊娠から子育て期の手続・サービス情報をプッシュ型で届ける区', '区'],
  ['18a', 'count_yes', '区', 'recurring at_least 23', null, '関係23区が対象', '学校の適正規模に関する状況確認を徹底した区', '区'],
  ['18b', 'bureau_value', '名', null, null, '', 'スクールカウンセラー、スクールソーシャルワーカーを計画的にふやす'],
  ['18c', 'count_yes', '区', '2024 at_least 24', null, '令和7年度実施予定1区', '小学生向けの放課後学習塾を行う区', '区'],
  ['19a', 'sum', '回', null, '2018 1114', '', '地域健康講座実施回数', '回数'],
  ['19b', 'bureau_value', '人', '2026 at_least 17000', null, '', '住民が中心となって体操や運動を続ける通いの場の参加者数', '参加者数'],
  ['19c', 'bureau_value', '%', null, '2022 24.2', '令和5年度の値', '特定健診の受診率', '特定健診の受診率'],
  ['20a', 'text_only', '', null, null, '', ''],
  ['20b', 'cumulative', '区', '2025 at_least 24', null, '', '行政キオスク端末を設けた区', '区'],
  ['21a', 'cumulative', '区', '2025 at_least 24', null, '', 'キャッシュレス決済を始めた区', '区'],
  ['22b', 'text_only', '', null, null, '', ''],
  ['22c', 'count_yes', '区', '2026 at_least 24', null, '', '空家対策やシェアサイクルなど、特定の事業を行う区', '区'],
  ['22d', 'count_yes', '区', ALL, null, '', '区役所が新しい施策として官民連携をはじめた区', '区'],
  ['23', 'partition', '事務', null, null, '', '検討した事務', '事務'],
  ['24', 'text_only', '', null, null, '', ''],
];
const DOWN = ['17a'];
const WITHOUT_DIRECTION = ['23'];

const said = ({ target, baseline }: Indicator) => ({
  target: target === undefined ? null : `${target.fiscalYear ?? 'recurring'} ${target.operator} ${target.value}`,
  baseline: baseline === undefined ? null : `${baseline.fiscalYear} ${baseline.value}`,
});

describe.each(SHEETS)('the indicators of %s', (sheetName, text) => {
  const sheet = parseSheet(text);
  const isOwn = sheetName === 'the fixture';
  const indicators = new Map(liveRowsOf(sheet).map(({ row, initiative }) => [row.code, guessIndicator(row, {
    asks: SETUP.get(cardCode(initiative.section, row.code)) ?? 'secretariat', fiscalYear: 2024, wards: 24, preamble: initiative.preamble,
  })]));
  const of = (code: string): Indicator => {
    const found = indicators.get(code);
    if (found === undefined) throw new Error(`no live row ${code}`);
    return found;
  };

  it('are there for all 35 live rows, in the order of the table', () => {
    expect([...indicators.keys()]).toEqual(TABLE.map(([code]) => code));
  });

  it.each(TABLE.map((line) => ({ line })))('row $line.0 is $line.1 in $line.2', ({ line: [code, kind, unit, target, baseline, note, name, ending = ''] }) => {
    const indicator = of(code);
    expect({ kind: indicator.kind, unit: indicator.unit, note: indicator.note, ...said(indicator) }).toEqual({ kind, unit, note, target, baseline });
    if (isOwn) expect(indicator.name ?? '').toBe(name);
    else expect(indicator.name ?? '').toMatch(new RegExp(`${ending}$`, 'u'));
    expect(indicator.direction).toBe(kind === 'text_only' || WITHOUT_DIRECTION.includes(code) ? undefined : DOWN.includes(code) ? 'down' : 'up');
  });

  it('say in a sentence where the sheet gives no figure', () => {
    expect([...indicators].filter(([, { withoutFigure }]) => withoutFigure !== undefined).map(([code]) => code))
      .toEqual(['8', '9', '11', '12a', '15a', '15b', '20a', '22b', '22c', '24']);
    expect(of('12a').withoutFigure).toBe('めざす姿は率の向上ですが、様式に率が書かれていません。回答から数えます。');
    expect(['8', '9', '20a', '24'].map((code) => of(code).withoutFigure?.slice(0, 8))).toEqual(['3つのめざす姿を', '2つのめざす姿を', '5つのめざす姿を', 'めざす姿にも実績']);
    expect(of('22c').withoutFigure).toContain('795件は参考の数値');
    for (const { withoutFigure } of indicators.values()) expect(withoutFigure ?? '。').toMatch(/。$/u);
  });

  it('of a whole and of events name their parts, and those of a date the end of the year', () => {
    expect([...indicators].filter(([, { parts }]) => parts !== undefined).map(([code, { parts }]) => [code, parts])).toEqual([
      ['17a', ['死亡事例', '重症事例']], ['23', ['集約化等実施済', '引き続き検討予定', '検討終了']],
    ]);
    expect([...indicators].filter(([, { until }]) => until !== undefined).map(([code, { until }]) => [code, until])).toEqual([['20b', '2025-03-31'], ['21a', '2025-03-31']]);
  });

  it('keep the figure of the form beside the computed one', () => {
    expect(['1', '4', '15c', '17a', '17b', '18c', '19b', '20b', '22c', '23'].map((code) => of(code).printed)).toEqual(
      ['323地活協/326', null, '59.7%', '死亡事例3件・重症事例1件', '全区', '23区', '15,044人', '7区＋17区', '795件', '276事務'],
    );
  });

  it('of a 局 that is asked instead of the wards are its own value', () => {
    expect(guessIndicator(rowOf(sheet, '22c'), { asks: 'bureau', fiscalYear: 2024, wards: 24 })).toMatchObject({
      kind: 'bureau_value', unit: '件', direction: 'down', target: { fiscalYear: 2025, value: '900', operator: 'less_than' }, note: '令和6年12月末の値', printed: '795件',
    });
    expect(guessIndicator(rowOf(sheet, '12a'), { asks: 'bureau', fiscalYear: 2024 })).toMatchObject({ kind: 'per_ward', columns: ['R5', 'R6'] });
  });

  it('of wards that are asked by the words alone have their kinds too', () => {
    const kinds = liveRowsOf(sheet).filter(({ row, initiative }) => askedByWords(row, initiative).asks === 'wards')
      .map(({ row, initiative }) => [row.code, guessIndicator(row, { asks: 'wards', fiscalYear: 2024, preamble: initiative.preamble }).kind] as const);
    expect(kinds.filter(([, kind]) => kind !== 'count_yes')).toEqual([['4', 'per_ward'], ['12a', 'per_ward'], ['15c', 'ratio'], ['19c', 'per_ward'], ['20b', 'cumulative'], ['21a', 'cumulative']]);
  });

  it('without a number of wards have no target for 全区', () => {
    expect(guessIndicator(rowOf(sheet, '3a'), { asks: 'wards', fiscalYear: 2024 }).target).toBeUndefined();
  });

  it('are missing for frozen and reference rows, which say why', () => {
    const why = rowsOf(sheet).map(({ row }) => whyWithoutIndicator(row)).filter((one) => one !== null);
    expect(why).toHaveLength(14);
    expect(why.filter((one) => one === '令和5年度の振り返りで完了済みのため、この年度の指標はありません。')).toHaveLength(8);
    expect(whyWithoutIndicator(rowOf(sheet, '13a'))).toMatch(/^「.+」の項目と同様のため、指標はその行にあります。$/u);
    expect(whyWithoutIndicator(rowOf(sheet, '25b'))).toBe('「3(2)」の再掲のため、指標はその行にあります。');
  });
});

describe('indicators of other words', () => {
  const guess = (goal: string, results: string, asks: Asks = 'bureau', issues = ''): Indicator => {
    const sheet = parseSheet(sheetWith([goal, '—', results, '実施中', issues, '']));
    return guessIndicator(rowOf(sheet, '1'), { asks, fiscalYear: 2024, wards: 24 });
  };

  it('a whole without its sum is a plain value, and one part is no partition', () => {
    expect(guess('・令和8年度末までに見直しを進める', '・対象10件のうち、済(3件)、残り(7件)に分けた')).toMatchObject({ kind: 'partition', unit: '件', parts: ['済', '残り'] });
    expect(guess('・令和8年度末までに見直しを進める', '・対象11件のうち、済(3件)、残り(7件)に分けた').kind).toBe('bureau_value');
    expect(guess('・令和8年度末までに見直しを進める', '・対象3件を見直し、済(3件)とした').kind).toBe('bureau_value');
  });

  it('stated targets go both ways, and a growth in per cent is none', () => {
    expect(guess('・待ち時間をへらす', '・窓口の苦情の件数 12件', 'bureau', '・令和7年度 10件以下')).toMatchObject({ direction: 'down', target: { fiscalYear: 2025, value: '10', operator: 'at_most' } });
    expect(guess('・利用をふやす（令和8年度末目標1,200人）', '・利用者数 1,100人')).toMatchObject({ direction: 'up', name: '利用者数', target: { fiscalYear: 2026, value: '1200', operator: 'at_least' } });
    expect(guess('・利用をふやす（令和8年度末目標 50人増）', '・利用者数 1,100人').target).toBeUndefined();
  });

  it('events without named parts still aim at none', () => {
    expect(guess('・毎年度、重大な事故をゼロにする', '・2件発生した')).toMatchObject({ kind: 'count_events', direction: 'down', target: { fiscalYear: null, value: '0', operator: 'at_most' } });
  });

  it('no text, however odd, makes an indicator that is not one', () => {
    for (const odd of ['(((((((((((1区', '令和年度目標人', `${'率'.repeat(500)}1%`, '関係区 予定区 区区区', '1(2)3(4)5(6)', '％．，、。']) {
      for (const asks of ['wards', 'bureau', 'secretariat'] as const) {
        const indicator = guess(odd, `・${odd}`, asks, odd);
        expect(INDICATOR_KINDS).toContain(indicator.kind);
        expect((indicator.name ?? '').length).toBeLessThanOrEqual(80);
        if (indicator.target !== undefined) expect(isDecimal(indicator.target.value)).toBe(true);
      }
    }
  });
});
