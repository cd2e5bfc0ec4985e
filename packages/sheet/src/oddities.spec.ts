import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { guessIndicator, parseSheet, printedFigure, withProposedSplits } from './index.ts';
import type { ParsedSheet, SheetRow } from './index.ts';
import { rowOf, rowsOf } from './spec-kit/sheets.ts';
import { unaccounted } from './spec-kit/unaccounted.ts';

const FOLDER = new URL('../fixtures/oddities/', import.meta.url);
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt')).sort();
const textOf = (oddity: string): string => readFileSync(new URL(NAMES.find((name) => name.startsWith(`${oddity}-`)) ?? '', FOLDER), 'utf8');
const sheetOf = (oddity: string): ParsedSheet => parseSheet(textOf(oddity));
const codes = (sheet: ParsedSheet): string[] => rowsOf(sheet).map(({ row }) => row.code);
const found = (sheet: ParsedSheet): string[] => sheet.findings.map(({ code }) => code);
const words = (cell: SheetRow['results'] | SheetRow['measures']): string => (cell.kind === 'text' ? cell.text : `(${cell.kind})`);
const dropped = (sheet: ParsedSheet, reason: string): string[] => sheet.dropped.filter((each) => each.reason === reason).map(({ text }) => text);

describe('the oddities of the form', () => {
  it('has a fixture for each of the 22', () => {
    expect(NAMES.map((name) => name.slice(0, 3))).toEqual(Array.from({ length: 22 }, (_, index) => `O${String(index + 1).padStart(2, '0')}`));
  });

  it.each(NAMES)('loses no character of %s', (name) => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    expect(unaccounted(text, parseSheet(text))).toEqual([]);
  });

  it('O1: a running head is dropped, says the year and parts no table from its 取組', () => {
    const sheet = sheetOf('O01');
    expect([sheet.fiscalYear, codes(sheet), dropped(sheet, 'page_head')]).toEqual([2024, ['1', '2'], ['(様式) 令和6年度末時点振り返りシート']]);
  });

  it('O2: a heading that is repeated opens no second section', () => {
    const sheet = sheetOf('O02');
    expect(sheet.sections.map(({ number }) => number)).toEqual(['1', '1(2)', '1(2)ア', '1(2)イ', '1(2)ウ']);
    expect(dropped(sheet, 'repeated_heading')).toHaveLength(2);
  });

  it('O3: a row cut by a page is joined, inside a word and in three columns at once', () => {
    const sheet = sheetOf('O03');
    expect(codes(sheet)).toEqual(['1']);
    const row = rowOf(sheet, '1');
    expect([words(row.results), words(row.issues), words(row.nextSteps)]).toEqual(['・朝市と盆おどり大会をあわせて開いた 18区', '・雨の日の場所がない。体育館を借りると費用がかかる', '・屋内の会場をさがす。商店街とも話す']);
  });

  it('O4: a new page goes on with a new row though no header row stands on it', () => {
    expect(rowsOf(sheetOf('O04')).map(({ row }) => [row.code, row.goals[0]?.deadline])).toEqual([['1a', '毎年度'], ['1b', '令和8年度末までに']]);
  });

  it('O5: a rule of dashes is no row, whatever its length', () => {
    const sheet = sheetOf('O05');
    expect([codes(sheet), dropped(sheet, 'rule_row').length]).toEqual([['1a', '1b'], 2]);
  });

  it('O6: rows of 3, 6, 7 and 15 cells are read by the names of the header, not by counting', () => {
    const sheet = sheetOf('O06');
    expect(rowOf(sheet, '1')).toMatchObject({ progress: 'in_progress', issues: { text: '・若い人に届かない' }, nextSteps: { text: '・動画をつくる' } });
    expect(rowOf(sheet, '2')).toMatchObject({ progress: 'reference', references: [{ kind: 'repeat', section: '1(1)' }] });
    expect(found(sheet)).not.toContain('text/unplaced');
  });

  it('O7: the table by ward, printed three ways, is one table', () => {
    const { wardTable, source } = rowOf(sheetOf('O07'), '1');
    expect(wardTable).toMatchObject({ columns: ['R4', 'R6'], unit: '%' });
    expect(wardTable?.rows.map(({ ward, values }) => [ward, ...values])).toEqual([
      ['北区', '30.1', '41.0'], ['港区', '28.4', '33.3'], ['大正区', '55.6', '65.6'], ['旭区', '50.9', '61.9'], ['西成区', '41.8', '49.3'],
    ]);
    expect(source.lines.length).toBeGreaterThan(5);
    expect(dropped(sheetOf('O07'), 'duplicate_ward_table').length).toBe(24);
  });

  it('O8: 【参考】 with a goal goes to the amendment, 【参考】 in a sentence stays an issue', () => {
    const sheet = sheetOf('O08');
    expect(rowOf(sheet, '1a')).toMatchObject({ issues: { kind: 'blank' }, amendment: { text: '・全区が週に1回以上知らせる', fiscalYear: 2025 } });
    expect(rowOf(sheet, '1b').amendment).toBeUndefined();
    expect(found(sheet)).toContain('goal/amended');
  });

  it('O9: cells shifted against their goals are put right, marked, with the raw lines in a finding; raw they stay as printed', () => {
    const sheet = sheetOf('O09');
    expect(rowsOf(sheet).map(({ row }) => [row.code, row.progress, row.repaired, row.goals[0]?.text.slice(0, 5)])).toEqual([
      ['1a', 'completed_earlier', true, '令和5年度'], ['1b', 'in_progress', true, '毎年度、職'], ['1c', 'in_progress', true, '令和8年度'], ['1d', 'in_progress', true, '毎年度、全'],
    ]);
    expect(words(rowOf(sheet, '1c').results)).toContain('【空き家】');
    expect(sheet.findings.find(({ code }) => code === 'row/repaired')?.message).toContain('5: ');
    const raw = parseSheet(textOf('O09'), { raw: true });
    expect([rowsOf(raw).length, found(raw)]).toEqual([5, expect.arrayContaining(['row/shifted'])]);
  });

  it('O10: a note of an earlier year is found in any column, with or without tags, in any width of digits', () => {
    expect(rowsOf(sheetOf('O10')).map(({ row }) => [row.progress, row.statusNote?.fiscalYear])).toEqual([['completed_earlier', 2023], ['completed_earlier', 2023], ['completed_earlier', 2023]]);
  });

  it('O11: 再掲 is found in any column; inside a goal it stays the goal\'s, with a finding', () => {
    const sheet = sheetOf('O11');
    expect(rowsOf(sheet).map(({ row }) => row.progress)).toEqual(['in_progress', 'reference', 'completed', 'reference']);
    expect(found(sheet)).toContain('goal/repeat-inside');
  });

  it('O12: goals are split at 「・」; a cell without marks stays one goal and the cut is proposed', () => {
    const sheet = sheetOf('O12');
    expect([rowOf(sheet, '1a').goals.length, rowOf(sheet, '1b').goals.length]).toEqual([2, 1]);
    expect(sheet.findings.find(({ code }) => code === 'goal/several-deadlines')?.suggestion).toEqual(['毎年度、声をかける', '令和7年度から、電子の地図を配る']);
    expect(rowOf(withProposedSplits(sheet), '1b').goals).toHaveLength(2);
  });

  it('O13: pseudo-tags are text, real tags are not', () => {
    const row = rowOf(sheetOf('O13'), '1');
    for (const tag of ['<実績(令和6年度末時点)>', '<R5年度受診率>', '<主な取組(危機管理室)>']) expect(words(row.results)).toContain(tag);
    expect(words(row.issues)).toBe('<各区の主な取組>電話での案内');
    expect(JSON.stringify(row)).not.toMatch(/<\/?(p|br)\b/u);
  });

  it('O14: empty measures are those above, a dash is none', () => {
    expect(rowsOf(sheetOf('O14')).map(({ row }) => row.measures.kind)).toEqual(['text', 'same_as_above', 'none']);
  });

  it('O15: a dash is not a blank', () => {
    expect(rowsOf(sheetOf('O15')).map(({ row }) => [row.issues.kind, row.nextSteps.kind])).toEqual([['none', 'none'], ['blank', 'blank']]);
  });

  it('O16: width is folded in keys only; what is printed stays', () => {
    const sheet = sheetOf('O16');
    expect([sheet.fiscalYear, sheet.sections.map(({ number }) => number)]).toEqual([2024, ['1', '1(1)']]);
    expect(rowOf(sheet, '1').wardTable?.rows[0]).toEqual({ ward: '北区', printed: '北　区', values: ['３０.１', '41.0'] });
    expect(words(rowOf(sheet, '1').issues)).toBe('・ちらし(紙)と（電子）が混ざる');
  });

  it('O17: spelling variants are kept as written', () => {
    const row = rowOf(sheetOf('O17'), '1');
    expect([row.goals[0]?.text, words(row.measures), words(row.issues)]).toEqual(['毎年度、取組みをふまえ遊び場を開く', '・取り組みの紹介', '・子ども会との取組']);
  });

  it('O18: a figure is read past the residue of its placeholder', () => {
    const sheet = sheetOf('O18');
    expect(rowsOf(sheet).map(({ row }) => printedFigure(row)?.value)).toEqual(['16', '176']);
    expect(guessIndicator(rowOf(sheet, '1a'), { asks: 'wards', fiscalYear: 2024 })?.kind).toBe('count_yes');
  });

  it('O19: probable slips are kept and flagged', () => {
    const messages = sheetOf('O19').findings.map(({ message }) => message).join('\n');
    for (const part of ['案内の表示をそろえる、案内の表示をそろえる', 'やさしき', 'ると踏まえ', '※']) expect(messages).toContain(part);
  });

  it('O20: a preamble on the first goal belongs to the 取組', () => {
    const sheet = sheetOf('O20');
    expect([sheet.initiatives[0]?.preamble, rowOf(sheet, '1a').goals.map(({ text }) => text)]).toEqual(['以下の取組を全区が実施', ['令和8年度末までに訪問の会を月に1度開く']]);
  });

  it('O21: equal titles and equal goals stay two 取組 with their own figures', () => {
    const sheet = sheetOf('O21');
    expect(sheet.initiatives.map(({ number, section }) => [number, section])).toEqual([[1, '1(1)'], [2, '1(2)']]);
    expect(rowsOf(sheet).map(({ row }) => printedFigure(row)?.value)).toEqual(['22', '24']);
  });

  it('O22: a file without a final line end, with long lines and padded headers, is read whole', () => {
    const text = textOf('O22');
    expect(text.endsWith('\n')).toBe(false);
    expect(words(rowOf(sheetOf('O22'), '1').nextSteps)).toMatch(/見直す$/u);
  });
});
