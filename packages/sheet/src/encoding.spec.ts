import { describe, expect, it } from '@jest/globals';
import { parseSheet, SheetError } from './index.ts';
import { HEADER, sheetWith } from './spec-kit/sheets.ts';

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
    ['UTF-16', bytes([0xff, 0xfe, 0x42, 0x30, 0x61, 0]), 'sheet/binary', 1, /UTF-16/u],
    ['CP932 in the second line', bytes('a\n', [0x82, 0xb3, 0x82, 0xb5]), 'sheet/not-utf8', 2, /UTF-8/u],
    ['a cut sequence at the end', bytes('あ\nい\n', [0xe3, 0x81]), 'sheet/not-utf8', 3, /UTF-8/u],
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
    const start = performance.now();
    expect(errorOf(new Uint8Array(50 * 1024 * 1024).fill(0x61))).toMatchObject({ code: 'sheet/too-large', line: 1 });
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
