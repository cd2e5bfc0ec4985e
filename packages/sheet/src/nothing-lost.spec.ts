import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSheet, SheetError } from './index.ts';
import type { ParsedSheet } from './index.ts';
import { SHEETS } from './spec-kit/sheets.ts';
import { unaccounted } from './spec-kit/unaccounted.ts';

const RUNS = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40) };

/** A damaged text is read, or refused as a whole with its line; it is never read in part without a word. */
function readOrRefused(text: string): ParsedSheet | null {
  try {
    return parseSheet(text);
  } catch (error) {
    if (error instanceof SheetError) return null;
    throw error;
  }
}

describe.each(SHEETS)('nothing is lost of %s', (_name, text) => {
  const lines = text.split('\n');

  it('accounts for every character', () => {
    expect(unaccounted(text, parseSheet(text))).toEqual([]);
  });

  it('accounts for every character when item 22 is left as printed', () => {
    expect(unaccounted(text, parseSheet(text, { raw: true }))).toEqual([]);
  });

  it('accounts for every character with other line ends and marks', () => {
    const variant = text.replace(/➤/gu, '▶').replace(/\n/gu, '\r\n');
    expect(unaccounted(variant, parseSheet(variant))).toEqual([]);
  });

  it('shows a word that was put into any cell of any line', () => {
    fc.assert(fc.property(fc.nat(lines.length - 1), fc.nat(60), fc.boolean(), (at, column, inFront) => {
      const word = '迷子の語句';
      const cells = (lines[at] ?? '').split('\t');
      const cell = column % cells.length;
      cells[cell] = inFront ? `${word}${cells[cell] ?? ''}` : `${cells[cell] ?? ''}${word}`;
      const sheet = readOrRefused(lines.with(at, cells.join('\t')).join('\n'));
      if (sheet !== null) expect(JSON.stringify(sheet)).toContain(word);
    }), RUNS);
  });

  it('shows a line that was put anywhere', () => {
    fc.assert(fc.property(fc.nat(lines.length), fc.constantFrom('迷子の行', '\t\t迷子の行', '迷子の行\t\t実施中', '※ 迷子の行', '9 迷子の行', '(9) 迷子の行'), (at, line) => {
      const sheet = readOrRefused(lines.toSpliced(at, 0, line).join('\n'));
      if (sheet !== null) expect(JSON.stringify(sheet)).toContain('迷子の行');
    }), RUNS);
  });

  it('accounts for every character when lines are missing, or refuses the text', () => {
    fc.assert(fc.property(fc.array(fc.nat(lines.length - 1), { maxLength: 40 }), (gone) => {
      const variant = lines.filter((_, index) => !gone.includes(index)).join('\n');
      const sheet = readOrRefused(variant);
      if (sheet !== null) expect(unaccounted(variant, sheet)).toEqual([]);
    }), RUNS);
  });
});
