import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { readForm } from '../form/read-form.ts';
import { SheetError } from '../sheet-error.ts';
import type { ParsedSheet } from '../sheet.ts';
import { bookOf, sheetData } from '../spec-kit/book-of.ts';
import { modelOf } from '../spec-kit/model-of.ts';
import { SHEETS } from '../spec-kit/sheets.ts';
import { parseSheet } from '../parse-sheet.ts';
import { writeSheetFile } from '../write/write-sheet-file.ts';
import { readHtml } from './html/read-html.ts';
import { readSheetFile } from './read-sheet-file.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/** A worksheet as people keep it: the columns named once, headings in rows of their own. */
const ROWS = [
  ['(様式) 令和6年度末時点振り返りシート'],
  ['めざす姿 (取組目標)', '具体的取組', '6年度の主な取組実績 (実績数値など)', '', '実施状況', '課題', '7年度以降の取組内容'],
  ['1 花と緑'], ['(1) 花壇'], ['➤ 花壇の日'],
  ['・毎年度、全区が花壇の日を開く', '苗の配布', '開いた割合\n二行目', '', '実施中', '当番が続かない', '"当番表"を配る'],
  ['', '', '区名', 'R6'], ['', '', '北 区', '37.6%'], ['', '', '西 区', '41.3%'],
  ['・毎年度、苗を育てる', '', '—', '', '完了', '—', '—'],
  ['➤ 緑の日'],
  ['・毎年度、緑を増やす', '植樹', '増えた, 少し', '', '実施中', '—', '—'],
].map((row) => [...row, ...Array.from({ length: 7 - row.length }, () => '')]);

const sheetOf = async (rows: readonly string[][]): Promise<ParsedSheet> => readForm(await readXlsx(bookOf([{ name: '様式', xml: sheetData(rows) }])));
const quoted = (field: string, delimiter: string): string => (field.includes('\n') || field.includes(delimiter) ? `"${field.replaceAll('"', '""')}"` : field);
const textOf = (rows: readonly string[][], delimiter: string, end = '\r\n'): string => rows.map((row) => row.map((field) => quoted(field, delimiter)).join(delimiter) + end).join('');
const withTitle = (mark: string): string[][] => ROWS.map(([first = '', ...rest]) => [first.replace('➤', mark), ...rest]);
const codesOf = ({ findings }: ParsedSheet): string[] => findings.map(({ code }) => code);

describe('a worksheet as text', () => {
  it.each([['tabs', '\t', 'txt'], ['commas', ',', 'csv']])('with %s between its fields is read as the sheet that it was', async (_, delimiter, extension) => {
    const expected = await sheetOf(ROWS);
    expect(expected.initiatives.map(({ rows }) => rows.length)).toEqual([2, 1]);
    for (const end of ['\r\n', '\n']) {
      const { sheet } = await readSheetFile(Buffer.from(textOf(ROWS, delimiter, end)), { fileName: `様式.${extension}` });
      expect(modelOf(sheet)).toEqual(modelOf(expected));
      expect(sheet.findings).toEqual(expected.findings);
    }
  });

  it('in CP932 has 「?」 for ➤', async () => {
    const { sheet } = await readSheetFile(iconv.encode(textOf(withTitle('?'), '\t').replaceAll('—', '―'), 'cp932'), { fileName: '様式.txt' });
    expect(modelOf(sheet)).toEqual(modelOf(await sheetOf(ROWS)));
  });

  it('tells where each thing stands by the line of the file', async () => {
    const { document } = await readSheetFile(Buffer.from(textOf(ROWS, '\t')), { fileName: '様式.txt' });
    expect(document?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(({ place }) => place) : [block.place]))).toEqual(['1行目', '2行目', '3行目', '4行目', '5行目', '6行目', '8行目', '9行目', '10行目', '11行目', '12行目', '13行目']);
  });

  it('is not what the text form is, nor the table of data that we write', async () => {
    for (const [, text] of SHEETS) {
      expect((await readSheetFile(Buffer.from(text), { fileName: 'a.txt' })).document?.format).toBe('text');
      const data = await writeSheetFile(parseSheet(text), { format: 'csv', encoding: 'utf-8' });
      await expect(readSheetFile(data?.bytes ?? new Uint8Array(), { fileName: 'a.csv' })).rejects.toThrow(SheetError);
    }
  });
});

describe('a text copied out of a PDF', () => {
  it('is refused with what to do instead', async () => {
    const lines = ROWS.flat().filter((field) => field !== '').join('\n');
    for (const text of [lines, ROWS.map((row) => row.join('    ')).join('\n')]) {
      await expect(readSheetFile(Buffer.from(text), { fileName: 'a.txt' })).rejects.toThrow('もとになった Excel か Word');
    }
  });
});

describe('a workbook saved as a web page', () => {
  const page = (head: string, ...sheets: (readonly string[][])[]): string => `<html><head>${head}</head><body>${sheets.map((rows, index) => `${head.includes('comment') ? `<h1>Sheet ${index + 1}: <em>表</em></h1>` : ''}<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell.replaceAll('\n', '<br>')}</td>`).join('')}</tr>`).join('')}</table>`).join('')}</body></html>`;
  const CALC = '<meta name="generator" content="LibreOffice 7.4 (Linux)"/><style>a.comment-indicator:hover { display:block }</style>';
  const EXCEL = '<meta name=ProgId content=Excel.Sheet>';

  it.each([['Calc', CALC], ['Excel', EXCEL]])('by %s is read as the sheets that it shows', async (_, head) => {
    const sheet = readForm(readHtml(page(head, ROWS, [['項目', '値'], ['区の数', '24']])));
    expect(modelOf(sheet)).toEqual(modelOf(await sheetOf(ROWS)));
    expect(sheet.dropped.filter(({ reason }) => reason === 'other_sheet')).toHaveLength(1);
    expect(codesOf(sheet)).toEqual(['source/left-out']);
  });

  it('may have an example beside the sheets filled in', async () => {
    const sheet = readForm(readHtml(page(CALC, ROWS, ROWS).replace('<em>表', '<em>記入例')));
    expect(modelOf(sheet)).toEqual(modelOf(await sheetOf(ROWS)));
    expect(codesOf(sheet)).toEqual(['source/left-out']);
  });

  it('keeps what stands around its tables in sight', () => {
    const sheet = readForm(readHtml(page(EXCEL, ROWS).replace('</body>', '<p>欄外のひとこと</body>')));
    expect(sheet.findings).toEqual([expect.objectContaining({ code: 'text/outside-table', text: '欄外のひとこと' })]);
  });
});

describe('a text saved as a web page by LibreOffice', () => {
  const PAGE = '<meta name="generator" content="LibreOffice 7.4 (Linux)"/>';
  const paragraphs = (html: string): string[] => readHtml(html).blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));

  it('has a space where its source has a line end', () => {
    expect(paragraphs(`${PAGE}<p><font>苗を配る。\n\t\t花を植える\n\t</font><b>3</b></p>`)).toEqual(['苗を配る。 花を植える 3']);
    expect(paragraphs('<p>苗を配る。\n\t\t花を植える</p>')).toEqual(['苗を配る。花を植える']);
  });

  it('keeps the letter of a heading apart from its title, whoever saved it', () => {
    expect(paragraphs('<h3>イ\n区局の連携</h3>')).toEqual(['イ 区局の連携']);
  });

  it('shows the numbers of its pages and no remark', () => {
    const document = readHtml(`${PAGE}<p>- <sdfield type=PAGE format=PAGE>6</sdfield> -</p><comment>確認する</comment>`);
    expect(document.blocks).toMatchObject([{ text: '- 6 -' }]);
    expect(document.dropped).toMatchObject([{ reason: 'remark', text: '確認する' }]);
  });
});

describe('the workbook of an office', () => {
  it('may have an example beside the sheets filled in, which is nobody’s answer', async () => {
    const xml = sheetData(ROWS);
    const sheet = readForm(await readXlsx(bookOf([{ name: '記入例', xml }, { name: '様式', xml }])));
    expect(modelOf(sheet)).toEqual(modelOf(await sheetOf(ROWS)));
    expect(sheet.dropped.find(({ reason }) => reason === 'other_sheet')?.text).toContain('記入例');
    const cover = { name: '表紙', xml: sheetData([['振り返り']]) };
    expect(modelOf(readForm(await readXlsx(bookOf([cover, { name: '記入例', xml }]))))).toEqual(modelOf(sheet));
  });

  it('may name the columns in other words, unless a sheet beside it has the form’s own', async () => {
    const [title = [], header = [], ...rest] = ROWS;
    const renamed = [title, header.map((name) => name.replace('めざす姿 (取組目標)', '目標').replace('実施状況', '進捗状況')), ...rest];
    const expected = modelOf(await sheetOf(ROWS));
    expect(modelOf(await sheetOf(renamed))).toEqual(expected);
    for (const delimiter of ['\t', ',']) expect(modelOf((await readSheetFile(Buffer.from(textOf(renamed, delimiter)), { fileName: 'a.txt' })).sheet)).toEqual(expected);
    expect(modelOf(readForm(await readXlsx(bookOf([{ name: '様式', xml: sheetData(ROWS) }, { name: '一覧', xml: sheetData(renamed) }]))))).toEqual(expected);
  });

  it.each(['■', '◆', '●'])('may mark its titles with %s though the columns are named but once', async (mark) => {
    expect(modelOf(await sheetOf(withTitle(mark)))).toEqual(modelOf(await sheetOf(ROWS)));
  });

  it('may have boxes for seals and a date beside its title, on every sheet', async () => {
    const [title = [], header = [], ...rest] = ROWS;
    const chapter = (...rows: string[][]): string => sheetData([['', '', '', '区長', '課長', '係 長', '担当'], ['', '', '', '', '', '作成日', '令和7年5月9日'], ['様式第2号'], title, header, ...rows]);
    const sheet = readForm(await readXlsx(bookOf([{ name: '第1章', xml: chapter(...rest) }, { name: '第2章', xml: chapter(['2 水'], ['➤ 水の日'], ['・毎年度、水をまく', '散水', '—', '', '完了', '—', '—']) }])));
    expect(sheet.findings).toEqual([]);
    expect(sheet.initiatives.map(({ title: name, rows }) => [name, rows.map(({ goals }) => goals.map(({ text }) => text))])).toEqual([
      ['花壇の日', [['毎年度、全区が花壇の日を開く'], ['毎年度、苗を育てる']]], ['緑の日', [['毎年度、緑を増やす']]], ['水の日', [['毎年度、水をまく']]],
    ]);
    expect(sheet.dropped.filter(({ text }) => text === '課長')).toHaveLength(2);
  });

  it('shows a stray text below a page head instead of joining it to the row above', async () => {
    const [title = [], ...rest] = ROWS;
    const sheet = readForm(await readXlsx(bookOf([{ name: '一', xml: sheetData(ROWS) }, { name: '二', xml: sheetData([title, ['ひとこと'], ...rest]) }])));
    expect(sheet.findings).toContainEqual(expect.objectContaining({ code: 'text/outside-table', text: 'ひとこと' }));
    expect(sheet.initiatives[1]?.rows[0]?.goals).toHaveLength(1);
  });
});
