import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSheet } from './index.ts';
import { contentOf, liveRowsOf, rowOf, rowsOf, SHEETS } from './spec-kit/sheets.ts';
import { unaccounted } from './spec-kit/unaccounted.ts';

const RUNS = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40) };
const PAGE_HEAD = ['', '(様式) 令和6年度末時点振り返りシート', ''];
const fullWidth = (text: string): string => text.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

describe.each(SHEETS)('the form, not the file: %s', (_name, text) => {
  const lines = text.split('\n');
  const content = contentOf(parseSheet(text));

  it('reads CRLF, a BOM and bytes like the plain text', () => {
    const bytes = new TextEncoder().encode(`\uFEFF${text.replace(/\n/gu, '\r\n')}`);
    expect(contentOf(parseSheet(bytes))).toEqual(content);
  });

  it('reads ▶ like ➤', () => {
    expect(contentOf(parseSheet(text.replace(/➤/gu, '▶')))).toEqual(content);
  });

  it('reads full-width digits and brackets: the structure is the same and the figures stay as printed', () => {
    const variant = fullWidth(text).replace(/^\(/gmu, '（').replace(/^(（[０-９])\)/gmu, '$1）');
    const sheet = parseSheet(variant);
    expect(sheet.fiscalYear).toBe(2024);
    expect(sheet.sections.map((section) => section.number)).toEqual(parseSheet(text).sections.map((section) => section.number));
    expect(rowsOf(sheet).map(({ row }) => [row.code, row.progress, row.statusNote?.fiscalYear, row.references.map((each) => each.section)])).toEqual(
      rowsOf(parseSheet(text)).map(({ row }) => [row.code, row.progress, row.statusNote?.fiscalYear, row.references.map((each) => each.section)]),
    );
    expect(rowOf(sheet, '4').wardTable?.rows[0]?.values).toEqual(['３７.６', '４９.０']);
    expect(sheet.findings.filter((finding) => finding.code === 'text/unplaced')).toEqual([]);
    expect(unaccounted(variant, sheet)).toEqual([]);
  });

  it('reads another fiscal year from the page head, or from the 実績 column where there is none', () => {
    const later = text.replace(/令和6年度末時点/gu, '令和9年度末時点').replace(/6年度の主な取組実績/gu, '9年度の主な取組実績').replace(/7年度以降の取組内容 \(/gu, '10年度以降の取組内容 (').replace(/令和5年度末時点の/gu, '令和8年度末時点の');
    const sheet = parseSheet(later);
    expect(sheet.fiscalYear).toBe(2027);
    expect(rowOf(sheet, '5').statusNote?.fiscalYear).toBe(2026);
    expect(rowOf(sheet, '4').amendment?.fiscalYear).toBe(2028);
    expect(parseSheet(later.replace(/^\(様式\).*$/gmu, '')).fiscalYear).toBe(2027);
    expect(liveRowsOf(sheet)).toHaveLength(35);
  });

  it.each([18, 31])('reads a city of %d wards', (count) => {
    const wards = Array.from({ length: count }, (_, index) => `${String.fromCodePoint(0x4e00 + index * 7)}川区`);
    const first = lines.findIndex((line) => line.startsWith('区名\t')) + 1;
    const table = wards.map((ward, index) => `\t\t${ward}\t${index}.5%\t${index + 1}.0%\t\t`);
    const variant = lines.toSpliced(first, 63 - first, ...table);
    const row = (variant[first - 2] ?? '').split('\t');
    const without = [row[0], row[1], (row[2] ?? '').replace(/<table.*<\/table>/u, '<table border="1"> <tr> <th>区名</th> <th>R4</th> <th>R6</th> </tr> <tr> <td>一川区</td> <td>0.5%</td> <td>1.0%</td> </tr> </table>'), ...row.slice(39)].join('\t');
    const sheet = parseSheet(variant.with(first - 2, without).join('\n'));
    expect(rowOf(sheet, '4').wardTable?.rows.map((each) => each.ward)).toEqual(wards);
    expect(rowOf(sheet, '4').wardTable?.rows.at(-1)?.values).toEqual([`${count - 1}.5`, `${count}.0`]);
    expect(rowsOf(sheet)).toHaveLength(49);
  });

  it('reads the same where a page ends between any two lines', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(lines.length - 1), { maxLength: 6 }), (breaks) => {
      const variant = lines.flatMap((line, index) => (breaks.includes(index) ? [...PAGE_HEAD, line] : [line]));
      expect(contentOf(parseSheet(variant.join('\n')))).toEqual(content);
    }), RUNS);
  });

  it('reads the same where a page cuts any row between any two of its cells', () => {
    const cuttable = lines.flatMap((line, index) => (line.includes('\t') && !line.includes('実施状況') && !line.startsWith('-') ? [index] : []));
    fc.assert(fc.property(fc.constantFrom(...cuttable), fc.nat(45), (at, column) => {
      const cells = (lines[at] ?? '').split('\t');
      const cut = column % cells.length;
      const half = (keeps: (index: number) => boolean): string => cells.map((cell, index) => (keeps(index) ? cell : '')).join('\t');
      const variant = lines.toSpliced(at, 1, half((index) => index < cut), ...PAGE_HEAD, half((index) => index >= cut)).join('\n');
      expect(contentOf(parseSheet(variant))).toEqual(content);
    }), RUNS);
  });

  it('reads the same where the page repeats the header row and the headings above it', () => {
    const header = lines.find((line) => line.includes('実施状況')) ?? '';
    const at = lines.findIndex((line) => line.includes('・令和6年度にこども家庭センター'));
    const title = parseSheet(text).initiatives[16]?.title ?? '';
    const sections = parseSheet(text).sections;
    const heading = (number: string): string => sections.find((section) => section.number === number)?.title ?? '';
    const variant = lines.toSpliced(at, 0, ...PAGE_HEAD, `3 ${heading('3')}`, `(1) ${heading('3(1)')}`, `➤ ${title}`, header);
    expect(contentOf(parseSheet(variant.join('\n')))).toEqual(content);
  });
});
