import { SheetError } from './sheet-error.ts';

/** A real sheet has under 100 kB; ten megabytes is a wrong file, and refusing it must not cost reading it. */
export const MAX_BYTES = 10 * 1024 * 1024;

/** Control characters that no text has; tab, line feed, form feed and carriage return are allowed. */
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F]/u;

/**
 * Bytes of a file as text: UTF-8, with or without BOM. Throws a SheetError that names the first bad line.
 * A string is taken as already decoded and checked alike.
 */
export function decodeSheet(input: Uint8Array | string): string {
  const size = typeof input === 'string' ? input.length : input.byteLength;
  if (size > MAX_BYTES) {
    throw new SheetError('sheet/too-large', 1, `ファイルが大きすぎます（${Math.ceil(size / 1024 / 1024)}MB）。10MB以下の様式のテキストを指定してください。`);
  }
  const text = typeof input === 'string' ? input.replace(/^\uFEFF/u, '') : decodeBytes(input);
  if (text.trim() === '') throw new SheetError('sheet/empty', 1, 'ファイルが空です。');
  const control = CONTROL.exec(text);
  if (control) throw new SheetError('sheet/binary', lineAt(text, control.index), 'テキストではないデータ（制御文字）が含まれています。様式のテキストを指定してください。');
  return text;
}

function decodeBytes(bytes: Uint8Array): string {
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw new SheetError('sheet/binary', 1 + countLineFeeds(bytes.subarray(0, nul)), 'テキストファイルではありません。Excel、Word、PDF、UTF-16 のファイルは、UTF-8 のテキストに直してから指定してください。');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SheetError('sheet/not-utf8', firstBadLine(bytes), '文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。');
  }
}

/** A line feed is never part of a longer UTF-8 sequence, so lines can be tried one by one. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}

const countLineFeeds = (bytes: Uint8Array): number => bytes.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 0);
const lineAt = (text: string, index: number): number => text.slice(0, index).split(/\r\n|\n|\r/u).length;
