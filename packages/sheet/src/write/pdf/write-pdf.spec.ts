import { describe, expect, it } from '@jest/globals';
import type { ParsedSheet, SheetRow } from '../../sheet.ts';
import { parseSheet } from '../../parse-sheet.ts';
import { pdfRuns, pdfText } from '../../spec-kit/pdf-text.ts';
import { SHEETS } from '../../spec-kit/sheets.ts';
import type { DocumentTable } from '../../document.ts';
import { layOutForm } from '../lay-out-form.ts';
import { printPdf, writePdf } from './write-pdf.ts';

const bare = (text: string): string => text.replace(/\s+/gu, '');
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const pagesOf = (bytes: Uint8Array): number => latin1(bytes).match(/\/Type \/Page\b/gu)?.length ?? 0;

const row = (code: string, over: Partial<SheetRow> = {}): SheetRow => ({
  code, goals: [{ text: `目標${code}`, deadline: null }], measures: { kind: 'text', text: '手段' }, results: { kind: 'text', text: '成果' }, progress: 'in_progress',
  issues: { kind: 'text', text: '困りごと' }, nextSteps: { kind: 'text', text: '来年' }, references: [], source: { lines: [1] }, ...over,
});
const sheetOf = (title: string, ...rows: SheetRow[]): ParsedSheet => (
  { fiscalYear: 2024, sections: [{ number: '1', title: '章' }], initiatives: [{ number: 1, section: '1', title, rows }], findings: [], dropped: [] });
const goals = (text: string): Partial<SheetRow> => ({ goals: [{ text, deadline: null }] });
const long = (length: number): string => '区と地域がともに考えて動く。'.repeat(Math.ceil(length / 14)).slice(0, length);

/** The texts of all cells, ward tables included. */
const cellsOf = ({ rows }: DocumentTable): string[] => rows.filter(({ isHeader }) => !isHeader).flatMap(({ cells }) => cells.flatMap(({ text, tables }) => [text, ...(tables ?? []).flatMap(cellsOf)]));

describe('the form as PDF', () => {
  it.each(SHEETS)('prints every heading and every cell of %s', async (_name, text) => {
    const sheet = parseSheet(text);
    const printed = pdfText(await writePdf(sheet));
    const { blocks } = layOutForm(sheet);
    const missing = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : cellsOf(block))).filter((each) => each.split('\n').some((line) => !printed.includes(bare(line))));
    expect(missing).toEqual([]);
    expect(printed.indexOf('\uFFFD')).toBe(-1);
  });

  it.each(SHEETS)('is tagged PDF/UA-1 on A4 landscape with its fonts inside (%s)', async (_name, text) => {
    const bytes = await writePdf(parseSheet(text));
    const file = latin1(bytes);
    expect(file).toMatch(/^%PDF-1\.7/u);
    for (const mark of ['/StructTreeRoot', '/MarkInfo', '<pdfuaid:part>1<', '/Lang (ja', '/DisplayDocTitle true', '/MediaBox [0 0 841.8898 595.2756]', '/S /Title', '/S /TH', '/S /H1', '/RowSpan', '/ColSpan 4']) expect(file).toContain(mark);
    const fonts = file.match(/\/Type \/Font\n\s*\/Subtype \/Type0/gu) ?? [];
    expect(file.match(/\/FontFile2/gu)).toHaveLength(fonts.length);
    // The 取組 of a section stands one level below it.
    expect(file).toMatch(/\/S \/H3/u);
  });

  it.each(SHEETS)('repeats the head, the page number and the names of the columns on each page (%s)', async (_name, text) => {
    const bytes = await writePdf(parseSheet(text));
    const pages = pagesOf(bytes);
    expect(pages).toBeGreaterThan(5);
    for (let page = 1; page <= pages; page++) {
      const words = bare(pdfRuns(bytes).filter((run) => run.page === page).map((run) => run.text).join(''));
      expect([page, words.startsWith('(様式)令和6年度末時点振り返りシート') || words.includes('(様式)令和6年度末時点振り返りシート'), words.includes(`${page}/${pages}`), words.includes('めざす姿(取組目標)')]).toEqual([page, true, true, true]);
    }
  });

  it('gives the same bytes for the same sheet', async () => {
    const sheet = sheetOf('同じもの', row('1'));
    expect(Buffer.from(await writePdf(sheet)).equals(await writePdf(structuredClone(sheet)))).toBe(true);
  });

  it('takes what looks like markup as text', async () => {
    const words = '#set page(width: 1cm) *強い* _弱い_ $x^2$ `code` <label> @ref \\ // /* "引用" [括弧] #read("/etc/passwd") ➤①～髙﨑𠮷濵';
    expect(pdfText(await writePdf(sheetOf(words, row('1', goals(words)))))).toContain(bare(`➤${words}`));
  });

  it('prints 〓 for what no font can show, and says so on the last page', async () => {
    const { bytes, replaced } = await printPdf(sheetOf('外字', row('1', goals('甲\uE000乙\u0001丙𬵪丁𬵪')), row('2', goals('戊\uD800己'))));
    expect(replaced.map(({ char, by, count }) => [char, by, count])).toEqual([['\uE000', '〓', 1], ['\u0001', '〓', 1], ['𬵪', '〓', 2], ['\uFFFD', '〓', 1]]);
    const printed = pdfText(bytes);
    expect(printed).toContain('甲〓乙〓丙〓丁〓');
    expect(printed).toContain('※この文書の字体にない文字は「〓」と印刷しています：U+E000（1か所）、U+0001（1か所）、U+2CD6A（2か所）');
    expect(latin1(bytes)).toContain('<pdfuaid:part>1<');
  });

  it('keeps a row whole on the next page rather than cutting it', async () => {
    const bytes = await writePdf(sheetOf('行', ...['甲', '乙', '丙'].map((name) => row(name, { ...goals(name), results: { kind: 'text', text: long(560) } }))));
    expect(pagesOf(bytes)).toBeGreaterThan(1);
    // From one goal's name to the next, all of the long text is on one page.
    const runs = pdfRuns(bytes);
    const starts = ['甲', '乙', '丙'].map((name) => runs.findIndex(({ text }) => text === name));
    const pages = starts.map((start, index) => [...new Set(runs.slice(start, starts[index + 1] ?? -1).filter(({ text }) => text === '考').map(({ page }) => page))]);
    expect(pages).toEqual([[1], [2], [3]]);
  });

  it.each<[string, ParsedSheet]>([
    ['a cell of several pages', sheetOf('長い', row('1', { results: { kind: 'text', text: long(6000) } }), row('2'))],
    ['a merged cell longer than its rows', sheetOf('結合', row('1', { measures: { kind: 'text', text: long(2500) } }), row('2', { measures: { kind: 'same_as_above' } }))],
    ['a merged cell over 80 rows', sheetOf('多い', row('1'), ...Array.from({ length: 80 }, (_, index) => row(`${index + 2}`, { measures: { kind: 'same_as_above' } })))],
    ['60 wards', sheetOf('区', row('1', { wardTable: { columns: ['R4', 'R6'], unit: '%', rows: Array.from({ length: 60 }, (_, index) => ({ ward: `第${index}区`, printed: `第${index}区`, values: ['1.5', '100'] })) } }))],
    ['a long preamble', { ...sheetOf('前文', row('1', { results: { kind: 'text', text: long(900) } })), initiatives: [{ number: 1, section: '1', title: '前文', preamble: long(3000), rows: [row('1', { results: { kind: 'text', text: long(900) } })] }] }],
  ])('loses nothing off the edge of a page: %s', async (_name, sheet) => {
    const bytes = await writePdf(sheet);
    expect(pagesOf(bytes)).toBeGreaterThan(1);
    const ys = pdfRuns(bytes).map(({ y }) => y);
    expect(Math.min(...ys)).toBeGreaterThan(15);
    // In bands of the page: nothing but the page number stands within the lower margin.
    expect(pdfRuns(bytes).filter(({ y }) => y < 36).map(({ text }) => text).join('')).toMatch(/^(\d+ \/ \d+)+$/u);
    const cells = layOutForm(sheet).blocks.flatMap((block) => (block.kind === 'table' ? cellsOf(block) : []));
    const count = (text: string): number => [...text].filter((char) => char === '動' || char === '%').length;
    expect(count(pdfText(bytes))).toBe(count(cells.join('')) + count(sheet.initiatives[0]?.preamble ?? ''));
  });

  it('prints a sheet without any 取組, or without a year', async () => {
    expect(pagesOf(await writePdf({ fiscalYear: null, sections: [], initiatives: [], findings: [], dropped: [] }))).toBe(1);
    expect(pdfText(await writePdf({ ...sheetOf('無年', row('1')), fiscalYear: null, sections: [] }))).toContain('(様式)振り返りシート➤無年');
  });
});
