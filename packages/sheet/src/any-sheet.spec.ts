import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { layOutForm, parseSheet, readForm } from './index.ts';
import { anySheet } from './spec-kit/any-sheet.ts';
import { contentOf } from './spec-kit/sheets.ts';
import { modelOf } from './spec-kit/model-of.ts';
import { printText } from './spec-kit/print-text.ts';

const RUNS = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) };
const aBreak = fc.record({ after: fc.nat(200), cut: fc.option(fc.nat(200)) });

describe('any sheet', () => {
  it('is the same after it was laid out as the form and read again', () => {
    fc.assert(fc.property(anySheet, (sheet) => expect(modelOf(readForm(layOutForm(sheet)))).toEqual(modelOf(sheet))), RUNS);
  });

  it('is the same after it was printed as text and read again', () => {
    fc.assert(fc.property(anySheet, (sheet) => expect(modelOf(parseSheet(printText(sheet)))).toEqual(modelOf(sheet))), RUNS);
  });

  it('is the same where pages end between its lines and inside its rows', () => {
    fc.assert(fc.property(anySheet, fc.uniqueArray(aBreak, { maxLength: 5, selector: ({ after }) => after }), (sheet, breaks) => {
      expect(contentOf(parseSheet(printText(sheet, breaks)))).toEqual(contentOf(sheet));
    }), RUNS);
  });
});
