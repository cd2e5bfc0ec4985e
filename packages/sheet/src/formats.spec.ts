import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSheet } from './index.ts';
import type { ParsedSheet } from './index.ts';
import { readSheetFile } from './read/read-sheet-file.ts';
import { anySheet } from './spec-kit/any-sheet.ts';
import { modelOf } from './spec-kit/model-of.ts';
import { printText } from './spec-kit/print-text.ts';
import { SHEETS } from './spec-kit/sheets.ts';
import { writeDocx } from './write/docx/write-docx.ts';
import { writeHtml } from './write/html/write-html.ts';
import { writeJson } from './write/json/write-json.ts';
import { writeMarkdown } from './write/markdown/write-markdown.ts';
import { writeXlsx } from './write/xlsx/write-xlsx.ts';

type Writer = (sheet: ParsedSheet) => Promise<Uint8Array>;
const utf8 = (write: (sheet: ParsedSheet) => string): Writer => (sheet) => Promise.resolve(new TextEncoder().encode(write(sheet)));

const FORMATS: [format: string, write: Writer][] = [
  ['text', utf8((sheet) => printText(sheet))],
  ['markdown', utf8(writeMarkdown)],
  ['html', utf8(writeHtml)],
  ['xlsx', writeXlsx],
  ['docx', writeDocx],
  ['json', utf8(writeJson)],
];
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 12);
const ODDITIES = new URL('../fixtures/oddities/', import.meta.url);

/** A file is told by its content alone: the name gives nothing away. */
const readBack = async (bytes: Uint8Array): Promise<{ format: string; sheet: ParsedSheet }> => readSheetFile(bytes, { fileName: 'file' });

describe.each(FORMATS)('written as %s and read again', (format, write) => {
  it.each(SHEETS)('%s is the same sheet', async (_name, text) => {
    const sheet = parseSheet(text);
    const back = await readBack(await write(sheet));
    expect(back.format).toBe(format);
    expect(modelOf(back.sheet)).toEqual(modelOf(sheet));
  });

  it.each(readdirSync(ODDITIES).sort())('what was made of %s is the same sheet', async (name) => {
    const sheet = parseSheet(readFileSync(new URL(name, ODDITIES)));
    expect(modelOf((await readBack(await write(sheet))).sheet)).toEqual(modelOf(sheet));
  });

  it('any sheet is the same sheet', async () => {
    await fc.assert(fc.asyncProperty(anySheet, async (sheet) => expect(modelOf((await readBack(await write(sheet))).sheet)).toEqual(modelOf(sheet))), { numRuns: RUNS });
  });
});

describe('through all formats, one after the other', () => {
  it.each(SHEETS)('%s arrives as it set out', async (_name, text) => {
    const sheet = parseSheet(text);
    let carried = sheet;
    for (const [, write] of FORMATS) carried = (await readBack(await write(carried))).sheet;
    expect(modelOf(carried)).toEqual(modelOf(sheet));
  });
});
