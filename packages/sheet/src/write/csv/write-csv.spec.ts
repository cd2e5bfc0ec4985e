import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { parseSheet } from '../../parse-sheet.ts';
import type { ParsedSheet, SheetRow } from '../../sheet.ts';
import { rowsOf, SHEETS } from '../../spec-kit/sheets.ts';
import { DATA_COLUMNS, dataRecords } from '../data/data-records.ts';
import { cp932Bytes, Cp932Replacer, type ReplacedCharacter } from './cp932.ts';
import { csvText } from './csv-text.ts';
import { writeCsv, writeTableCsv, writeWardCsv } from './write-csv.ts';

/** RFC 4180, strictly: anything else is null. */
function recordsIn(text: string): string[][] | null {
  const records: string[][] = [];
  for (let rest = text; rest !== '';) {
    const record: string[] = [];
    for (;;) {
      const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/u.exec(rest);
      if (match === null) return null;
      record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
      rest = rest.slice(match[0].length);
      if (match[3] !== ',') break;
    }
    records.push(record);
  }
  return records;
}

const encodeCp932 = (text: string): { bytes: Uint8Array; replaced: ReplacedCharacter[] } => {
  const cp932 = new Cp932Replacer();
  return { bytes: cp932Bytes(cp932.replace(text)), replaced: cp932.replaced };
};
const utf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const row = (over: Partial<SheetRow>): SheetRow => ({
  code: '1', goals: [{ text: '目標', deadline: null }], measures: { kind: 'none' }, results: { kind: 'blank' }, issues: { kind: 'none' }, nextSteps: { kind: 'blank' },
  progress: null, references: [], source: { lines: [1] }, ...over,
});
const sheetOf = (title: string, ...rows: SheetRow[]): ParsedSheet => ({ fiscalYear: 2024, sections: [{ number: '1', title: '章' }], initiatives: [{ number: 1, section: '1', title, rows }], findings: [], dropped: [] });

describe('the sheet as CSV', () => {
  it.each(SHEETS)('has one record for each goal of %s, behind a BOM and the names of the columns', (_name, text) => {
    const sheet = parseSheet(text);
    const { bytes, replaced } = writeCsv(sheet, { encoding: 'utf-8' });
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(replaced).toEqual([]);
    const [head, ...records] = recordsIn(utf8(bytes).slice(1)) ?? [];
    expect(head).toEqual(DATA_COLUMNS.map(({ name }) => name));
    expect(records).toHaveLength(rowsOf(sheet).reduce((sum, each) => sum + each.row.goals.length, 0));
    expect(records.every((record) => record.length === DATA_COLUMNS.length && record[0] === '2024' && record[1] === '令和6年度')).toBe(true);
    expect(records.flat().join('')).not.toContain('"');
    const goals = rowsOf(sheet).flatMap((each) => each.row.goals.map((goal) => goal.text));
    expect(records.map((record) => record[DATA_COLUMNS.findIndex(({ name }) => name === '目標の文')])).toEqual(goals);
  });

  it.each(SHEETS)('has each figure of each ward of %s with its code and its digits', (_name, text) => {
    const sheet = parseSheet(text);
    const records = recordsIn(utf8(writeWardCsv(sheet, { encoding: 'utf-8' })?.bytes ?? new Uint8Array()).slice(1)) ?? [];
    expect(records).toHaveLength(1 + 48);
    expect(records[1]).toEqual(expect.arrayContaining(['27127', '271276', '北区', 'R4', '37.6', '%']));
    expect(records.flat()).toContain('49.0');
  });

  it('says that there are no figures by ward', () => {
    expect(writeWardCsv(sheetOf('取組', row({})), { encoding: 'utf-8' })).toBeNull();
  });

  it('is read back as it was written, whatever the texts', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), { maxLength: 6 }), (texts) => {
      const records = recordsIn(csvText([{ name: 'い' }, { name: 'ろ' }], texts));
      expect(records?.slice(1).map((record) => record.map((field) => field.replace(/^'(?=\s*[=+\-@＝＋－＠]|[\t\r])/u, '')))).toEqual(texts);
    }));
  });

  it.each(['=1+1', '+81', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝１', '＋１', '－１', '＠ａ', '  =HYPERLINK("http://x")', '\n=1'])('lets no field become a formula: %j', (text) => {
    const records = recordsIn(utf8(writeCsv(sheetOf(text, row({ results: { kind: 'text', text } })), { encoding: 'utf-8' }).bytes).slice(1));
    expect(records?.[1]?.filter((field) => field === `'${text}`)).toHaveLength(2);
    expect(records?.flat().filter((field) => /^\s*[=+\-@＝＋－＠]/u.test(field))).toEqual([]);
  });

  it('leaves a negative figure a figure', () => {
    const wardTable = { columns: ['R6'], unit: 'pt', rows: [{ ward: '北区', printed: '北 区', values: ['-1.50'] }] };
    expect(recordsIn(utf8(writeWardCsv(sheetOf('取組', row({ wardTable })), { encoding: 'utf-8' })?.bytes ?? new Uint8Array()).slice(1))?.[1]).toContain('-1.50');
  });
});

describe('CP932', () => {
  it.each(SHEETS)('carries %s, and lists what it replaces', (_name, text) => {
    const sheet = parseSheet(text);
    const { bytes, replaced } = writeCsv(sheet, { encoding: 'cp932' });
    const back = iconv.decode(Buffer.from(bytes), 'cp932');
    expect(recordsIn(back)).toHaveLength(1 + dataRecords(sheet).length);
    const questions = (one: string): number => one.split('?').length;
    expect(questions(back)).toBe(questions(utf8(writeCsv(sheet, { encoding: 'utf-8' }).bytes)));
    for (const { char } of replaced) expect(back).not.toContain(char);
  });

  it.each([
    ['—', '―'], ['➤', '・'], ['〜', '～'], ['−', '－'], ['–', '－'], ['‖', '∥'], ['•', '・'], ['¥', '￥'], ['\u00A0', ' '], ['é', 'e'], ['㎥', 'm3'], ['㊾', '49'], ['𠮷', '〓'], ['😀', '〓'], ['\uE000\uDFFF'.slice(1), '〓'], ['\u{E0100}', ''], ['\u200B', ''],
  ])('has no code for %s and writes 「%s」', (char, by) => {
    const { bytes, replaced } = encodeCp932(`前${char}後${char}`);
    expect(iconv.decode(Buffer.from(bytes), 'cp932')).toBe(`前${by}後${by}`);
    expect(replaced).toEqual([{ char: char === '\uDFFF' ? '\uFFFD' : char, by, count: 2 }]);
  });

  it.each([
    ['\u200B=1', "'=1"], ['\u00AD@x', "'@x"], ['\uFE0F=1', "'=1"], ['\u{E0101}=1', "'=1"], ['\uFE66HYPERLINK("x")', '\'=HYPERLINK("x")'], ['\u207C1', "'=1"], ['\u207A1', "'+1"], ['\uFE62x', "'+x"],
    ['\uFE6BSUM(1)', "'@SUM(1)"], ['\u200B\t=1', "'\t=1"], ['=\u0338', "'=〓"], ['\u2066-1', '〓-1'],
  ])('lets nothing become a formula by what it leaves out or replaces: %j', (text, field) => {
    const { bytes } = writeTableCsv([{ name: '文' }], [[text]], { encoding: 'cp932' });
    expect(recordsIn(iconv.decode(Buffer.from(bytes), 'cp932'))).toEqual([['文'], [field]]);
  });

  it('keeps to its field what it replaces by a comma', () => {
    const { bytes } = writeTableCsv([{ name: '文' }], [['一\uFE50=1']], { encoding: 'cp932' });
    expect(recordsIn(iconv.decode(Buffer.from(bytes), 'cp932'))).toEqual([['文'], ['一,=1']]);
  });

  it('keeps what Windows has a code for', () => {
    const text = '髙﨑濵①⑳Ⅳ㈱㎡～－∥￢〝〟№℡ｱｲｳ?';
    const { bytes, replaced } = encodeCp932(text);
    expect([iconv.decode(Buffer.from(bytes), 'cp932'), replaced]).toEqual([text, []]);
  });

  it('never writes a question mark that was none', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const back = iconv.decode(Buffer.from(encodeCp932(text).bytes), 'cp932');
      expect(back.split('?')).toHaveLength(text.split('?').length);
      expect(back).not.toContain('\uFFFD');
    }), { numRuns: 500 });
  });
});
