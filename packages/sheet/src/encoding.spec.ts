import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { processorTime } from '../../../test/kit/processor-time.ts';
import { decodeSheet } from './encoding.ts';
import { parseSheet, SheetError } from './index.ts';
import { HEADER, SHEETS, sheetWith } from './spec-kit/sheets.ts';

const errorOf = (input: Uint8Array | string): { code: string; line: number; message: string } => {
  try {
    parseSheet(input);
  } catch (error) {
    if (error instanceof SheetError) return { code: error.code, line: error.line, message: error.message };
    throw error;
  }
  throw new Error('the input was taken');
};

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));

describe('what is not a sheet', () => {
  const novel = Array.from({ length: 400 }, (_, index) => `　第${index}の朝、駅まで歩いた。雨は上がっていた。`).join('\n');
  it.each<[string, Uint8Array | string, string, number, RegExp]>([
    ['nothing', '', 'sheet/empty', 1, /空/u],
    ['only white space', bytes('\n \t\r\n'), 'sheet/empty', 1, /空/u],
    ['a zip file', bytes('PK', [3, 4, 0, 0, 8]), 'sheet/binary', 1, /テキスト/u],
    ['a NUL in the third line', bytes('一行目\n二行目\n', [0x61, 0]), 'sheet/binary', 3, /テキスト/u],
    ['a control character', '一行目\n\u0001', 'sheet/binary', 2, /制御文字/u],
    ['half a character of UTF-16', bytes([0xff, 0xfe, 0x42, 0x30, 0x0a, 0, 0x61]), 'sheet/not-utf8', 2, /UTF-16/u],
    ['bytes of no encoding in the second line', bytes('a\n', [0x82, 0xb3, 0x82, 0x0a]), 'sheet/not-utf8', 2, /UTF-8/u],
    ['a cut sequence at the end', bytes('あ\nい\n', [0xe3, 0x81]), 'sheet/not-utf8', 3, /UTF-8/u],
    ['UTF-8 with one byte lost, which CP932 would take', bytes('保存しました\n一行目', [0xe7, 0x95], '、二行目\n'), 'sheet/not-utf8', 2, /UTF-8/u],
    ['EUC-JP, which CP932 would take for half-width katakana', new Uint8Array(iconv.encode('めざす姿と具体的な取組の一覧、ことしの実績\n', 'euc-jp')), 'sheet/not-utf8', 1, /UTF-8/u],
    ['a novel', novel, 'sheet/not-the-form', 1, /様式/u],
    ['a novel after empty lines', `\n\n${novel}`, 'sheet/not-the-form', 3, /様式/u],
    ['another table', 'あ\tい\tう\n1\t2\t3', 'sheet/not-the-form', 1, /様式/u],
    ['a table without a 取組', `1 章\n\n${HEADER}\n目標\t\t\t実施中\t\t`, 'sheet/table-without-initiative', 3, /➤/u],
    ['a table without rows', sheetWith(), 'sheet/no-rows', 3, /行がありません/u],
  ])('is refused with code, line and reason: %s', (_name, input, code, line, message) => {
    const error = errorOf(input);
    expect([error.code, error.line]).toEqual([code, line]);
    expect(error.message).toMatch(message);
  });

  it('is refused at once when it has 50 MB', () => {
    const took = processorTime();
    expect(errorOf(new Uint8Array(50 * 1024 * 1024).fill(0x61))).toMatchObject({ code: 'sheet/too-large', line: 1 });
    expect(took()).toBeLessThan(2000);
  });
});

describe.each(SHEETS)('the encodings of %s', (_name, original) => {
  // CP932 has neither ➤ nor the dash of the form; what Windows programs put in their places is read alike.
  const text = original.replaceAll('➤', '■').replaceAll('—', '―');
  const sheet = parseSheet(text);

  it.each<[string, string, boolean]>([
    ['UTF-8', 'utf8', false], ['UTF-8 with BOM', 'utf8', true], ['CP932', 'cp932', false],
    ['UTF-16LE with BOM', 'utf16le', true], ['UTF-16BE with BOM', 'utf16be', true],
    ['UTF-16LE without', 'utf16le', false], ['UTF-16BE without', 'utf16be', false],
  ])('give one and the same sheet: %s', (_encoding, label, addBOM) => {
    expect(parseSheet(new Uint8Array(iconv.encode(text, label, { addBOM })))).toEqual(sheet);
  });
});

describe('the encoding of a web page', () => {
  const page = (charset: string): string => `<html><head><meta charset="${charset}"><title>様式</title></head><body>髙い山、花の道①</body></html>`;

  it.each(['Shift_JIS', 'euc-jp', 'iso-2022-jp'])('is what the page says: %s', (charset) => {
    const text = page(charset).replace('髙', '高').replace('①', '1');
    expect(decodeSheet(new Uint8Array(charset === 'iso-2022-jp' ? jis(text) : iconv.encode(text, charset)))).toBe(text);
  });

  it('is what the XML declaration says', () => {
    const text = '<?xml version="1.0" encoding="EUC-JP"?><html><body>様式の表</body></html>';
    expect(decodeSheet(new Uint8Array(iconv.encode(text, 'euc-jp')))).toBe(text);
  });

  it('is UTF-8 where the bytes are, whatever an old declaration says', () => {
    expect(decodeSheet(new TextEncoder().encode(page('Shift_JIS')))).toBe(page('Shift_JIS'));
  });

  it('is not believed where the bytes do not fit, or nobody knows its name', () => {
    for (const charset of ['utf-8', 'klingon']) expect(decodeSheet(new Uint8Array(iconv.encode(page(charset), 'cp932')))).toBe(page(charset));
  });
});

describe('any text', () => {
  const words = fc.stringMatching(/^[ぁ-んァ-ヶ一-龠々A-Za-z0-9①-⑳（）、。・「」\n\t ]{30,200}$/u);
  it('comes back from UTF-8 and from UTF-16 with its mark', () => {
    fc.assert(fc.property(words, fc.constantFrom<['utf8' | 'utf16le' | 'utf16be', boolean]>(['utf8', false], ['utf8', true], ['utf16le', true], ['utf16be', true]), (text, [label, addBOM]) => {
      fc.pre(text.trim() !== '');
      expect(decodeSheet(new Uint8Array(iconv.encode(text, label, { addBOM })))).toBe(text);
    }));
  });

  it('of random bytes is refused or text, and never anything else', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (random) => {
      try {
        expect(decodeSheet(random)).not.toMatch(/[\u0000\uFFFE]/u);
      } catch (error) {
        expect(error).toBeInstanceOf(SheetError);
      }
    }), { numRuns: 500 });
  });
});

/** ISO-2022-JP from EUC-JP: the same two bytes without their high bits, between escapes. */
function jis(text: string): Uint8Array {
  const out: number[] = [];
  let double = false;
  for (const byte of iconv.encode(text, 'euc-jp')) {
    if (byte >= 0x80 !== double) {
      double = !double;
      out.push(0x1b, ...(double ? [0x24, 0x42] : [0x28, 0x42]));
    }
    out.push(byte & 0x7f);
  }
  return Uint8Array.from(double ? [...out, 0x1b, 0x28, 0x42] : out);
}
