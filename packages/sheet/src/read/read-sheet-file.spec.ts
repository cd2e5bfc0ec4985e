import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { processorTime } from '../../../../test/kit/processor-time.ts';
import { parseSheet } from '../parse-sheet.ts';
import { SheetError } from '../sheet-error.ts';
import { contentOf, SHEETS } from '../spec-kit/sheets.ts';
import { zipOf } from '../spec-kit/zip-of.ts';
import { writeSheetFile } from '../write/write-sheet-file.ts';
import type { WriteFormat } from '../write/write-sheet-file.ts';
import { readSheetFile } from './read-sheet-file.ts';
import { readDirectory } from './zip/read-directory.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const laughs = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "ha">${Array.from({ length: 12 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('')}]><w>&a12;</w>`;
const nested = (tag: string, count: number): string => `${`<${tag}>`.repeat(count)}あ${`</${tag}>`.repeat(count)}`;
const timed = async (bytes: Uint8Array, fileName: string): Promise<{ error: unknown; ms: number }> => {
  const took = processorTime();
  const error: unknown = await readSheetFile(bytes, { fileName }).then(() => null, (reason: unknown) => reason);
  return { error, ms: took() };
};

describe.each(SHEETS)('%s', (_name, text) => {
  const sheet = parseSheet(text);
  it.each<[WriteFormat, string]>([['xlsx', 'xlsx'], ['docx', 'docx'], ['html', 'html'], ['md', 'markdown'], ['json', 'json']])('is known by its content, whatever its name: %s', async (format, told) => {
    const file = await writeSheetFile(sheet, { format });
    const read = await readSheetFile(file?.bytes ?? new Uint8Array(), { fileName: 'sheet.pdf' });
    expect(read.format).toBe(told);
    expect(read.document === null).toBe(format === 'json');
    expect(read.sheet.initiatives.flatMap((initiative) => initiative.rows)).toHaveLength(sheet.initiatives.flatMap((initiative) => initiative.rows).length);
  });

  it('as text is what parseSheet reads', async () => {
    expect(contentOf((await readSheetFile(encode(text), { fileName: 'sheet.txt' })).sheet)).toEqual(contentOf(sheet));
  });
});

describe('a hostile file', () => {
  it.each<[string, () => Uint8Array, string, string]>([
    ['200 MB', () => Buffer.alloc(200 * 1024 * 1024), 'a.xlsx', 'sheet/too-large'],
    ['12 MB of text', () => Buffer.alloc(12 * 1024 * 1024, 'あ'), 'a.txt', 'sheet/too-large'],
    ['a billion laughs in Excel', () => zipOf([{ name: 'xl/workbook.xml', content: '<workbook/>' }, { name: 'xl/sharedStrings.xml', content: laughs }]), 'a.xlsx', 'sheet/unsafe-archive'],
    ['a billion laughs in Word', () => zipOf([{ name: 'word/document.xml', content: laughs }]), 'a.docx', 'sheet/unsafe-archive'],
    ['a bomb in Excel', () => zipOf([{ name: 'xl/workbook.xml', content: ' '.repeat(39_000_000) }]), 'a.xlsx', 'sheet/unsafe-archive'],
    ['HTML 10,000 deep', () => encode(`<html>${nested('div', 10_000)}`), 'a.html', 'sheet/too-complex'],
    ['tables 10,000 deep', () => encode(`<table><tr><td>${'<table><tr><td>'.repeat(10_000)}`), 'a.html', 'sheet/too-complex'],
    ['XML 10,000 deep in Excel', () => zipOf([{ name: 'xl/workbook.xml', content: nested('a', 10_000) }]), 'a.xlsx', 'sheet/too-complex'],
    ['XML 10,000 deep in Word', () => zipOf([{ name: 'word/document.xml', content: nested('w:p', 10_000) }]), 'a.docx', 'sheet/too-complex'],
    ['JSON 100,000 deep', () => encode(`{"format":"furikaeri-sheet","sheet":${'['.repeat(100_000)}`), 'a.json', 'sheet/damaged'],
    ['an Excel file without a sheet', () => zipOf([{ name: 'xl/workbook.xml', content: '<workbook/>' }]), 'a.xlsx', 'sheet/not-the-form'],
    ['a Word file of nothing', () => zipOf([{ name: 'word/document.xml', content: '' }]), 'a.docx', 'sheet/damaged'],
    ['a zip of something else', () => zipOf([{ name: 'sheet.txt', content: 'a' }]), 'a.xlsx', 'sheet/unknown-format'],
    ['a PDF named .xlsx', () => encode('%PDF-1.7'), 'a.xlsx', 'sheet/unknown-format'],
    ['nothing', () => new Uint8Array(), 'a.xlsx', 'sheet/empty'],
  ])('is refused within two seconds of work, with a reason: %s', async (_name, build, fileName, code) => {
    const { error, ms } = await timed(build(), fileName);
    expect(error).toBeInstanceOf(SheetError);
    expect(error).toMatchObject({ code });
    expect((error as SheetError).message).toMatch(/[ぁ-ん].*。$/u);
    expect(ms).toBeLessThan(2000);
  });

  it('of random bytes is refused as a file, and is never a fault', async () => {
    const starts = fc.constantFrom('', 'PK\x03\x04', '\xFF\xFE', '<html>', '{"furikaeri-sheet"', '|---|---|\n');
    await fc.assert(fc.asyncProperty(starts, fc.uint8Array({ maxLength: 2000 }), async (start, random) => {
      const { error, ms } = await timed(Buffer.concat([Buffer.from(start, 'latin1'), random]), 'a.xlsx');
      expect(error).toBeInstanceOf(SheetError);
      expect(ms).toBeLessThan(2000);
    }), { numRuns: 200 });
  });
});

describe('what an archive holds besides', () => {
  it('is listed with what the reader left out, and a person is told', async () => {
    const written = Buffer.from((await writeSheetFile(parseSheet(SHEETS[0]?.[1] ?? ''), { format: 'docx' }))?.bytes ?? []);
    const parts = (await readDirectory(written)).map(({ name, start, end, isDeflated }) => {
      const packed = written.subarray(start, end);
      const content = isDeflated ? inflateRawSync(packed) : packed;
      return { name, content: name === 'word/_rels/document.xml.rels' ? content.toString().replace('</Relationships>', '<Relationship Id="rX" Type="x/attachedTemplate" Target="https://example.jp/a.dotm" TargetMode="External"/></Relationships>') : content };
    });
    const { document, sheet } = await readSheetFile(zipOf([...parts, { name: 'word/vbaProject.bin', content: 'x' }]), { fileName: '' });
    expect(document?.dropped.filter(({ reason }) => reason === 'active_content').map(({ text }) => text)).toEqual(['マクロ（word/vbaProject.bin）', 'https://example.jp/a.dotm']);
    expect(sheet.findings.filter(({ code }) => code === 'source/left-out').map(({ message }) => message).join()).toMatch(/vbaProject/u);
  });
});
