import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readForm } from '../../packages/sheet/src/form/read-form.ts';
import { parseSheet } from '../../packages/sheet/src/parse-sheet.ts';
import { readDocx } from '../../packages/sheet/src/read/docx/read-docx.ts';
import { readXlsx } from '../../packages/sheet/src/read/xlsx/read-xlsx.ts';
import { modelOf } from '../../packages/sheet/src/spec-kit/model-of.ts';
import { SHEETS } from '../../packages/sheet/src/spec-kit/sheets.ts';
import { writeDocx } from '../../packages/sheet/src/write/docx/write-docx.ts';
import { writeXlsx } from '../../packages/sheet/src/write/xlsx/write-xlsx.ts';
import type { ParsedSheet } from '../../packages/sheet/src/sheet.ts';
import { LibreOffice } from './libre-office.ts';

/** In the PDF of a workbook the sheets for machines come after the form; this heads the first of them. */
const FIRST_MACHINE_COLUMN = '年度（西暦）';

const FORMATS = [
  { format: 'xlsx', write: writeXlsx, read: readXlsx },
  { format: 'docx', write: writeDocx, read: readDocx },
] as const;

const sheets = SHEETS.map(([name, text]) => ({ name, sheet: parseSheet(text) }));

/** Texts that a spreadsheet or a word processor may be tempted to understand. */
const AWKWARD = ['=1+1', '+81', '-5', '@SUM(A1)', '10-11', '1/2', '007', '３区', '髙﨑𠮷 ➤ ①', '<R5年度受診率> &amp;', 'TRUE', '令和7年4月25日', '"引用"'];
/** An escape in a workbook. In a document it is none, but LibreOffice saves it as if it were, so only workbooks hold it here. */
const ESCAPE = '_x000D_ _x005F_';
const awkward = (texts: readonly string[]): ParsedSheet => ({
  fiscalYear: 2024, sections: [{ number: '1', title: '章' }, { number: '1(1)', title: '節' }], findings: [], dropped: [],
  initiatives: [{ number: 1, section: '1(1)', title: '=取組', rows: texts.map((text, index) => ({
    code: `1${'abcdefghijklmn'.charAt(index)}`, goals: [{ text: '全区で開く', deadline: null }], measures: { kind: 'text', text }, results: { kind: 'text', text: `${text}\n${text}` }, issues: { kind: 'text', text: index === 0 ? 'あ'.repeat(20_000) : text },
    nextSteps: { kind: 'text', text }, progress: 'in_progress', references: [], source: { lines: [] },
  })) }],
});
const bare = (text: string): string => text.replace(/\s+/gu, '');
let office: LibreOffice;

beforeAll(async () => {
  office = await LibreOffice.start();
});
afterAll(() => office.stop());

describe.each(FORMATS)('LibreOffice and our $format', ({ format, write, read }) => {
  let saved: Uint8Array[];
  let printed: Uint8Array[];
  const odd = awkward(format === 'xlsx' ? [...AWKWARD, ESCAPE] : AWKWARD);

  beforeAll(async () => {
    const files = await Promise.all([...sheets.map(({ sheet }) => sheet), odd].map(write));
    saved = await office.convert(files, format, format);
    printed = await office.convert(files.slice(0, -1), format, 'pdf');
  });

  it('takes no text for a number, a date, a formula or an escape, and cuts none', async () => {
    expect(modelOf(readForm(await read(saved.at(-1) ?? new Uint8Array())))).toEqual(modelOf(odd));
  });

  describe.each(sheets.map((one, index) => ({ ...one, index })))('$name', ({ sheet, index }) => {
    it('opens it and saves it again without a difference in the model', async () => {
      expect(modelOf(readForm(await read(saved[index] ?? new Uint8Array())))).toEqual(modelOf(sheet));
    });

    it('prints it with every goal, heading and ward, the header row on each page', async () => {
      const pages = await office.pagesOf(printed[index] ?? new Uint8Array());
      const end = pages.findIndex((page) => page.includes(FIRST_MACHINE_COLUMN));
      const form = end < 0 ? pages : pages.slice(0, end);
      const text = form.join('');
      const rows = sheet.initiatives.flatMap((initiative) => initiative.rows);
      const wanted = [...sheet.sections.map(({ title }) => title), ...sheet.initiatives.map(({ title }) => title), ...rows.flatMap(({ goals }) => goals.map((goal) => goal.text)), ...rows.flatMap(({ wardTable }) => (wardTable?.rows ?? []).map(({ printed: ward, values }) => ward + values.map((value) => value + (wardTable?.unit ?? '')).join('')))];
      expect(wanted.map(bare).filter((one) => !text.includes(one))).toEqual([]);
      // The mark is of another font than its title, and pdftotext may give it before or after.
      expect(text.split('➤')).toHaveLength(sheet.initiatives.length + 1);
      expect(form.length).toBeGreaterThan(10);
      expect(form.filter((page) => !page.includes('めざす姿(取組目標)'))).toEqual([]);
    });
  });
});
