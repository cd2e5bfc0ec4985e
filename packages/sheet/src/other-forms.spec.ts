import { describe, expect, it } from '@jest/globals';
import { parseSheet, SheetError } from './index.ts';
import type { ParsedSheet } from './index.ts';
import { contentOf, HEADER, rowOf, rowsOf, sheetWith } from './spec-kit/sheets.ts';

const ROW = ['・毎年度、全区が花壇の日を開く', '・苗の配布', '・開いた 20区', '実施中', '・当番が続かない', '・当番表を配る'];
const plain = sheetWith(ROW);
const model = contentOf(parseSheet(plain));
const under = (header: string[], row: string[]): ParsedSheet => parseSheet(plain.replace(HEADER, header.join('\t')).replace(ROW.join('\t'), row.join('\t')));
const pick = <T>(all: readonly T[], ...order: number[]): T[] => order.map((index) => all[index] as T);
const HEADERS = HEADER.split('\t');

describe('forms that other people use', () => {
  it('reads columns in another order', () => {
    const order = [3, 0, 2, 1, 5, 4];
    expect(contentOf(under(pick(HEADERS, ...order), pick(ROW, ...order)))).toEqual(model);
  });

  it('reads columns under other names', () => {
    const renamed = ['目標', '取組内容', '令和6年度の成果', '進捗状況', '課題・問題点', '次年度の取組'];
    expect(contentOf(under(renamed, ROW))).toEqual(model);
  });

  it('reads one column in unknown words at the place that it has on the form', () => {
    expect(contentOf(under(HEADERS.with(4, '気付いたこと'), ROW))).toEqual(model);
  });

  it('reads five columns: what the form does not ask is blank', () => {
    const sheet = under(pick(HEADERS, 0, 1, 2, 3, 5), pick(ROW, 0, 1, 2, 3, 5));
    expect(rowOf(sheet, '1')).toMatchObject({ issues: { kind: 'blank' }, nextSteps: { kind: 'text', text: '・当番表を配る' }, progress: 'in_progress' });
  });

  it('reads seven columns: what has no place in the form is shown, not lost', () => {
    const sheet = under(['担当', ...HEADERS], ['花と緑の課', ...ROW]);
    expect(contentOf(sheet)).toEqual(model);
    expect(sheet.findings.find(({ code }) => code === 'text/unplaced')).toMatchObject({ text: '花と緑の課' });
  });

  it.each(['1.章', '1. 章', '１．章', '1　章', '1、章'])('reads the number of a chapter written as %s', (heading) => {
    expect(contentOf(parseSheet(plain.replace('1 章', heading)))).toEqual(model);
  });

  it.each(['・', '■', '◆', '●', '□', '◎', '▶', '►'])('reads %s where the form has ➤', (mark) => {
    expect(contentOf(parseSheet(plain.replace('➤ ', `${mark} `)))).toEqual(model);
  });

  it('takes a marked line for a 取組 only above a table: points of a preamble stay points', () => {
    const sheet = parseSheet(plain.replace('➤ 取組', '■ 取組\n・花をふやす\n・水をまく'));
    expect(sheet.initiatives.map(({ title, preamble }) => [title, preamble])).toEqual([['取組', '・花をふやす\n・水をまく']]);
  });

  it.each([['平成30年度', 2018], ['平成31年度', 2019], ['令和元年度', 2019], ['R6年度', 2024], ['Ｒ６年度', 2024], ['２０２４年度', 2024], ['2026年度', 2026]])('reads the year %s', (year, fiscalYear) => {
    expect(parseSheet(plain.replace('令和6年度末', `${year}末`).replace('6年度の主な', `${year}の主な`)).fiscalYear).toBe(fiscalYear);
  });

  it.each([
    '毎年度、', '令和8年度中に', '令和8年度末までに', '令和8年度までに', '令和8年度に', '令和8年度から', '令和8年度以降', '令和8年秋までに', '令和8年度から毎年度', '平成30年度末までに', 'R8年度末までに', '令和元年度から', '令和８年度末までに',
  ])('keeps the deadline 「%s」 in its words', (words) => {
    expect(rowOf(parseSheet(plain.replace('毎年度、', words)), '1').goals[0]?.deadline).toBe(words.replace('、', ''));
  });

  it('reads 300 取組', () => {
    const many = Array.from({ length: 300 }, (_, index) => `➤ 取組${index}\n${HEADER}\n${ROW.join('\t')}`).join('\n');
    const sheet = parseSheet(`1 章\n(1) 節\n${many}`);
    expect([sheet.initiatives.length, rowsOf(sheet).length, rowsOf(sheet).at(-1)?.row.code, sheet.findings]).toEqual([300, 300, '300', []]);
  });

  it('refuses a form without any 取組, and says so', () => {
    const refusal = (text: string): unknown => { try { return parseSheet(text); } catch (error) { return error instanceof SheetError ? error.code : error; } };
    expect(refusal('1 章\n(1) 節\n(様式) 令和6年度末時点振り返りシート')).toBe('sheet/not-the-form');
    expect(refusal(`1 章\n(1) 節\n${HEADER}\n${ROW.join('\t')}`)).toBe('sheet/table-without-initiative');
    expect(refusal(`1 章\n(1) 節\n➤ 取組\n${HEADER}`)).toBe('sheet/no-rows');
  });

  it('reads a cell of 20,000 characters whole', () => {
    const long = `・${'花壇の水やりを続ける、'.repeat(1818)}`.slice(0, 20_000);
    expect(rowOf(parseSheet(plain.replace('・開いた 20区', long)), '1').results).toEqual({ kind: 'text', text: long });
  });

  it('joins a row that two pages cut', () => {
    const [goal, measures, results, progress, issues, next] = ROW as [string, string, string, string, string, string];
    const head = '\n(様式) 令和6年度末時点振り返りシート\n';
    const cut = [[goal.slice(0, 6), measures, results.slice(0, 2), progress, issues, next].join('\t'), head, [goal.slice(6, 9), '', results.slice(2, 4), '', '', ''].join('\t'), head, [goal.slice(9), '', results.slice(4), '', '', ''].join('\t')].join('\n');
    expect(contentOf(parseSheet(plain.replace(ROW.join('\t'), cut)))).toEqual(model);
  });

  it('joins a text without cells to the goal before the page break, and says so', () => {
    const sheet = parseSheet(plain.replace(ROW.join('\t'), `${ROW.join('\t')}\n(様式) 令和6年度末時点振り返りシート\nと緑の日`));
    expect(rowOf(sheet, '1').goals[0]?.text).toBe('毎年度、全区が花壇の日を開くと緑の日');
    expect(sheet.findings.find(({ code }) => code === 'text/joined-to-goal')?.message).toContain('と緑の日');
  });

  it('reads the wards of any city, printed in any padding', () => {
    const table = `<table><tr><th>区名</th><th>R6</th></tr>${['青　葉　区', '宮 城 野 区', '若林区', '太白区', '泉 区'].map((ward, index) => `<tr><td>${ward}</td><td>${index}1.5%</td></tr>`).join('')}</table>`;
    const sheet = parseSheet(plain.replace('・開いた 20区', `・割合${table}`));
    expect(rowOf(sheet, '1').wardTable?.rows.map(({ ward }) => ward)).toEqual(['青葉区', '宮城野区', '若林区', '太白区', '泉区']);
  });
});
