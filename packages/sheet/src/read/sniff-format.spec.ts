import { describe, expect, it } from '@jest/globals';
import { processorTime } from '../../../../test/kit/processor-time.ts';
import { SheetError } from '../sheet-error.ts';
import { SHEETS } from '../spec-kit/sheets.ts';
import { officeFormat, sniffContainer, sniffText } from './sniff-format.ts';

const errorOf = (ask: () => unknown): SheetError => {
  try {
    ask();
  } catch (error) {
    if (error instanceof SheetError) return error;
    throw error;
  }
  throw new Error('it was taken');
};
const ole = (stream: string): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le'), Buffer.alloc(100)]);

describe('a file that is no sheet by its first bytes', () => {
  it.each<[string, Buffer, string, RegExp]>([
    ['an Excel file behind a password', ole('EncryptedPackage'), 'sheet/encrypted', /パスワードを外して/u],
    ['an old Excel file', ole('Workbook'), 'sheet/unknown-format', /\.xlsx で保存/u],
    ['an old Word file', ole('WordDocument'), 'sheet/unknown-format', /\.docx で保存/u],
    ['another file of old Office', ole('PowerPoint Document'), 'sheet/unknown-format', /\.docx で保存/u],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'sheet/unknown-format', /もとになった/u],
    ['rich text', Buffer.from('{\\rtf1\\ansi'), 'sheet/unknown-format', /\.docx/u],
    ['a web archive', Buffer.from('MIME-Version: 1.0\nX-Document-Type: Workbook\n'), 'sheet/unknown-format', /\.mht.*\.xlsx/u],
    ['a PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'sheet/unknown-format', /画像/u],
    ['a JPEG', Buffer.from('\xff\xd8\xff\xe0', 'latin1'), 'sheet/unknown-format', /画像/u],
    ['a gzip', Buffer.from('\x1f\x8b\x08\x00', 'latin1'), 'sheet/unknown-format', /展開して/u],
    ['a program', Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), 'sheet/unknown-format', /実行ファイル/u],
  ])('is refused with what to do: %s', (_name, bytes, code, message) => {
    const error = errorOf(() => sniffContainer(bytes));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/してください。$/u);
  });

  it('is not a text that happens to begin with the letters of a program', () => {
    expect(sniffContainer(Buffer.from('MZ区の様式\n'))).toBe('text');
  });
});

describe('an archive', () => {
  it.each<[string[], string]>([[['xl/workbook.xml'], 'xlsx'], [['word/document.xml'], 'docx'], [['Word/Document.xml'], 'docx']])('is what its parts say: %j', (names, format) => {
    expect(officeFormat(names)).toBe(format);
  });

  it.each<[string[], RegExp]>([
    [['xl/workbook.bin'], /xlsb.*\.xlsx で保存/u],
    [['ppt/presentation.xml'], /PowerPoint/u],
    [['mimetype', 'content.xml'], /OpenDocument/u],
    [['様式.xlsx', '読み方.txt'], /展開してから/u],
  ])('is refused with what to do where it is something else: %j', (names, message) => {
    const error = errorOf(() => officeFormat(names));
    expect(error.code).toBe('sheet/unknown-format');
    expect(error.message).toMatch(message);
  });
});

describe('a text', () => {
  it.each<[string, string, string, string]>([
    ['HTML with a doctype', '\n<!DOCTYPE html>\n<html></html>', 'a.txt', 'html'],
    ['HTML as Excel saves it', '<?xml version="1.0"?>\n<!-- saved -->\n<html xmlns="x">', 'a.html', 'html'],
    ['a bare table', '<table border=1><tr><td>めざす姿</td></tr></table>', '', 'html'],
    ['a piece of HTML after words, by its name', '様式\n<p><table><tr><td>a</td></tr></table>', 'a.htm', 'html'],
    ['Markdown by its table', '# 様式\n\n| めざす姿 | 実績 |\n|---|:--:|\n| a | b |\n', 'a.txt', 'markdown'],
    ['Markdown without outer bars', 'めざす姿 | 実績\n--- | ---\na | b', '', 'markdown'],
    ['Markdown with a table of HTML', '## 1 章\n\n<table>\n<tr><td>a</td></tr></table>', '', 'markdown'],
    ['Markdown by its name', '1 章\n\n**➤ 取組**', 'sheet.MD', 'markdown'],
    ['JSON of our own', ' {\n "format": "furikaeri-sheet", "version": 1 }', 'a.txt', 'json'],
    ['JSON by its name', '{ "a": 1 }', 'a.json', 'json'],
    ['words', 'あいうえお', 'a.docx', 'text'],
    ['rows with tabs, though the name says HTML', '1 章\nめざす姿\t具体的取組\t実績\t実施状況\n<ul>a\tb\tc\td', 'a.html', 'text'],
    ['a rule of dashes without a bar', '1 章\n----\n', '', 'text'],
  ])('is told by its content first and its name second: %s', (_name, text, fileName, format) => {
    expect(sniffText(text, fileName)).toBe(format);
  });

  it.each(SHEETS)('with literal HTML in its cells stays text: %s', (_name, text) => {
    for (const name of ['', 'a.txt', 'a.html', 'a.md', 'a.json', 'a.xlsx']) expect(sniffText(text, name)).toBe('text');
  });

  it('of ten megabytes in one line is told at once', () => {
    const took = processorTime();
    for (const unit of ['<', '<!--', '|-', '\t', '#', '{', ' ']) expect(typeof sniffText(unit.repeat(10_000_000 / unit.length), 'a.html')).toBe('string');
    expect(took()).toBeLessThan(2000);
  });
});
