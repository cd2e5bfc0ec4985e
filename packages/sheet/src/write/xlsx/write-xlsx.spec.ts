import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ExcelJS from '@protobi/exceljs';
import { parseSheet, readForm } from '../../index.ts';
import { openParts } from '../../read/office/parts.ts';
import { readXlsx } from '../../read/xlsx/read-xlsx.ts';
import type { ParsedSheet, SheetRow } from '../../sheet.ts';
import { modelOf } from '../../spec-kit/model-of.ts';
import { SHEETS } from '../../spec-kit/sheets.ts';
import { writeXlsx } from './write-xlsx.ts';

const again = async (sheet: ParsedSheet): Promise<ParsedSheet> => readForm(await readXlsx(await writeXlsx(sheet)));

const row = (more: Partial<SheetRow> = {}): SheetRow => ({
  code: '1', goals: [{ text: '全区で開く', deadline: null }], measures: { kind: 'text', text: '場づくり' }, results: { kind: 'text', text: '開いた' }, issues: { kind: 'text', text: '人が足りない' },
  nextSteps: { kind: 'text', text: '続ける' }, progress: 'in_progress', references: [], source: { lines: [] }, ...more,
});
const sheetOf = (...rows: SheetRow[]): ParsedSheet => ({ fiscalYear: 2024, sections: [{ number: '1', title: '章' }, { number: '1(1)', title: '節' }], initiatives: [{ number: 1, section: '1(1)', title: '取組', rows }], findings: [], dropped: [] });

/** A workbook as a library of others sees it. */
async function openedBy(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return workbook;
}
const sheetNamed = (workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => workbook.getWorksheet(name) ?? workbook.addWorksheet(name);
const recordsOf = (sheet: ExcelJS.Worksheet): Record<string, ExcelJS.CellValue>[] => {
  const names = (sheet.getRow(1).values as string[]).slice(1);
  return Array.from({ length: sheet.rowCount - 1 }, (_, index) => Object.fromEntries(names.map((name, column) => [name, sheet.getCell(index + 2, column + 1).value])));
};

describe.each(SHEETS)('%s as a workbook', (_name, text) => {
  const sheet = parseSheet(text);

  it('reads back the same, character by character; of the sheets for machines nothing is taken', async () => {
    const document = await readXlsx(await writeXlsx(sheet));
    expect(modelOf(readForm(document))).toEqual(modelOf(sheet));
    expect(document.dropped.map(({ reason, text: what }) => `${reason} ${what.split('（')[0] ?? ''}`)).toEqual(['other_sheet シート「データ」', 'other_sheet シート「区別データ」']);
  });

  it('prints on A4 in landscape, one page wide, title and header row on each page, no row of the grid higher than Excel allows', async () => {
    const page = sheetNamed(await openedBy(await writeXlsx(sheet)), '様式');
    expect(page.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:2' });
    page.eachRow((each) => expect(each.height).toBeLessThan(409));
    expect(page.getCell('A2').text).toBe('めざす姿 (取組目標)');
  });

  it('has a record for each goal, one value a cell, no merge', async () => {
    const data = sheetNamed(await openedBy(await writeXlsx(sheet)), 'データ');
    const records = recordsOf(data);
    const rows = sheet.initiatives.flatMap((initiative) => initiative.rows);
    expect(records).toHaveLength(rows.reduce((sum, { goals }) => sum + Math.max(1, goals.length), 0));
    expect(data.hasMerges).toBe(false);
    expect(records[0]).toMatchObject({ '年度（西暦）': 2024, '年度（和暦）': '令和6年度', 章番号: 1, 節番号: '1(1)', 取組番号: 1, 行コード: '1', 目標番号: 1, 状況: '実施中', 具体的取組の有無: 'あり' });
    expect(new Set(records.map(({ 行コード }) => 行コード)).size).toBe(rows.length);
  });

  it('has a record for each figure of each ward: a number, its unit, both codes', async () => {
    const workbook = await openedBy(await writeXlsx(sheet));
    const records = recordsOf(sheetNamed(workbook, '区別データ'));
    expect(records).toHaveLength(48);
    expect(records.find(({ 区名, 項目 }) => 区名 === '大正区' && 項目 === 'R6')).toMatchObject({ 市区町村コード: '27108', 全国地方公共団体コード: '271080', 値: 65.6, 単位: '%', '項目の年度（西暦）': 2024, '項目の年度（和暦）': '令和6年度' });
    expect(records.find(({ 区名 }) => 区名 === '北区')).toMatchObject({ 全国地方公共団体コード: '271276', 項目: 'R4', 値: 37.6 });
    // The digits that were printed: 49.0 is not 49.
    expect(sheetNamed(workbook, '区別データ').getCell('K3').numFmt).toBe('0.0');
  });
});

describe('texts of a workbook', () => {
  it('are never formulas, whatever they begin with', async () => {
    const texts = ['=1+1', '+81', '-5', '@SUM(A1)', '=HYPERLINK("http://x.test","y")', '\t=1', '{=A1}'];
    const sheet = sheetOf(...texts.map((text, index) => row({ code: `1${'abcdefg'.charAt(index)}`, results: { kind: 'text', text }, goals: [{ text, deadline: text }] })));
    const bytes = await writeXlsx(sheet);
    const parts = await openParts(bytes);
    for (const part of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml']) {
      const xml = (await parts.text(part)) ?? '';
      expect(xml).toContain('<c ');
      expect(xml).not.toMatch(/<f[ >]/u);
    }
    const results = readForm(await readXlsx(bytes)).initiatives.flatMap((initiative) => initiative.rows.map(({ results: cell }) => (cell.kind === 'text' ? cell.text : cell.kind)));
    expect(results).toEqual(texts.map((text) => text.trim()));
  });

  it('keep rare characters and what looks like markup or an escape', async () => {
    const text = '髙﨑𠮷濵 ➤ ① ～ — <R5年度受診率> &amp; "引用" _x000D_ _x005F_ ５％ 🍊';
    expect(modelOf(await again(sheetOf(row({ results: { kind: 'text', text } }))))).toEqual(modelOf(sheetOf(row({ results: { kind: 'text', text } }))));
  });

  it('lose only what XML cannot hold', async () => {
    const [initiative] = (await again(sheetOf(row({ issues: { kind: 'text', text: '前\u0000\u0008\u001F後\uD842終\uFFFF' } })))).initiatives;
    expect(initiative?.rows[0]?.issues).toEqual({ kind: 'text', text: '前後\uFFFD終' });
  });

  it('go into several cells where Excel has no room for them in one, and come back as one text', async () => {
    const long = (letter: string): string => Array.from({ length: 380 }, (_, index) => `${letter}${index}行目の${letter.repeat(90)}`).join('\n');
    const sheet = sheetOf(row({ results: { kind: 'text', text: long('あ') }, issues: { kind: 'text', text: long('い') }, nextSteps: { kind: 'text', text: `${'う'.repeat(20_000)}` } }));
    const bytes = await writeXlsx(sheet);
    (await openedBy(bytes)).worksheets[0]?.eachRow((each) => each.eachCell((cell) => expect(cell.text.length).toBeLessThan(32_767)));
    expect(modelOf(readForm(await readXlsx(bytes)))).toEqual(modelOf(sheet));
  });

  it('property: come back as they went in', async () => {
    const character = fc.oneof(fc.constantFrom(...'=+-@\'"<>&_x000D\n・※①➤—()【】、。０9a髙𠮷｜,\t%'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));
    const text = fc.array(character, { minLength: 1, maxLength: 60 }).map((pieces) => `実${pieces.join('')}績`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 6 }), async (rows) => {
        const sheet = sheetOf(...rows.map(([results, issues, nextSteps]) => row({ results: { kind: 'text', text: results }, issues: { kind: 'text', text: issues }, nextSteps: { kind: 'text', text: nextSteps } })));
        const read = (await readXlsx(await writeXlsx(sheet))).blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
        const visible = (value: string): string => value.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/gu, '').replace(/\p{Cs}/gu, '\uFFFD').split(/\r\n?|\n/u).map((line) => line.replace(/[ \t\u00A0]+/gu, ' ').trim()).filter((line) => line !== '').join('\n');
        expect(read.slice(1).map(({ cells }) => [cells[2]?.text, cells[4]?.text, cells[5]?.text])).toEqual(rows.map((cells) => cells.map(visible)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a ward table in its cell', () => {
  const wards = (columns: number): SheetRow => row({ code: '1a', wardTable: { columns: Array.from({ length: columns }, (_, index) => `R${index + 2}`), unit: '%', rows: ['北区', '西区', '港区'].map((ward) => ({ ward, printed: ward.replace(/^(.)区$/u, '$1 区'), values: Array.from({ length: columns }, () => '49.0') })) } });

  it('comes back whole, also beside tables of other widths and beside texts that are higher', async () => {
    const tall = row({ ...wards(2), code: '1c', issues: { kind: 'text', text: '長い課題'.repeat(400) }, results: { kind: 'blank' } });
    const sheet = sheetOf(wards(3), row({ code: '1b', measures: { kind: 'same_as_above' } }), tall, row({ ...wards(1), code: '1d', measures: { kind: 'none' } }));
    expect(modelOf(await again(sheet))).toEqual(modelOf(sheet));
  });
});
