import { SheetError } from './sheet-error.ts';

/** A real sheet has under 100 kB; ten megabytes is a wrong file, and refusing it must not cost reading it. */
const MAX_BYTES = 10 * 1024 * 1024;

/** Control characters that no text has; tab, line feed, form feed and carriage return are allowed. */
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F]/u;
/** What a web page may say of its own encoding and browsers then believe. */
const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{1,40})/iu;
const BELIEVED = new Set(['shift_jis', 'euc-jp', 'iso-2022-jp']);
const NONE_OF_THEM = '文字コードが UTF-8、UTF-16、Shift_JIS（CP932）のどれでもないか、途中で壊れています。UTF-8 で保存し直してください。';

/**
 * Bytes of a file as text: UTF-8 (with or without BOM), UTF-16, or CP932 as Excel and Notepad of Windows write it.
 * What is valid UTF-8 is UTF-8; CP932 is taken only where it is valid from beginning to end and looks like nothing
 * else. Throws a SheetError that names the first bad line. A string is taken as already decoded and checked alike.
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
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return validOr(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return validOr(bytes, 'utf-16be');
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const text = utf16WithoutMark(bytes);
    if (text !== null) return text;
    throw new SheetError('sheet/binary', 1 + countLineFeeds(bytes.subarray(0, nul)), 'テキストファイルではありません。Excel（.xlsx）、Word（.docx）、テキスト、Markdown、HTML のどれかで保存し直してください。');
  }
  const isAscii = bytes.every((byte) => byte < 0x80);
  const utf8 = decoded(bytes, 'utf-8');
  // Several bytes that are UTF-8 by chance do not happen in Japanese: an editor converted the page and left its old declaration.
  if (utf8 !== null && !isAscii) return utf8;
  const declared = declaredIn(bytes);
  const asDeclared = declared === null ? null : decoded(bytes, declared);
  if (asDeclared !== null) return asDeclared;
  if (utf8 !== null) return utf8;
  const cp932 = decoded(bytes, 'shift_jis');
  if (cp932 !== null && !isBrokenUtf8(bytes) && !isMadeOfHalfKana(cp932)) return cp932;
  return refuse(bytes, isBrokenUtf8(bytes) || cp932 !== null ? 'utf-8' : 'shift_jis');
}

/** The text, or null where a byte does not fit. The WHATWG index behind shift_jis is that of CP932. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const validOr = (bytes: Uint8Array, encoding: string): string => decoded(bytes, encoding) ?? refuse(bytes, encoding);

function refuse(bytes: Uint8Array, encoding: string): never {
  const text = new TextDecoder(encoding).decode(bytes);
  throw new SheetError('sheet/not-utf8', lineAt(text, Math.max(0, text.indexOf('\uFFFD'))), NONE_OF_THEM);
}

/**
 * UTF-16 without its mark: each ASCII character, tab and line end leaves one zero byte, all on one side. Only text that
 * is nearly all Japanese or ASCII is believed; two bytes of anything make some character of UTF-16.
 */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null;
  const sides = [0, 0];
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) sides[at % 2] = (sides[at % 2] ?? 0) + 1;
  // U+3000 has its zero byte on the other side, so a few there say nothing.
  const [even = 0, odd = 0] = sides;
  if (Math.min(even, odd) * 4 > Math.max(even, odd)) return null;
  const text = decoded(bytes, odd > even ? 'utf-16le' : 'utf-16be');
  if (text === null || CONTROL.test(text)) return null;
  const usual = text.match(/[\t\n\r -~\u2010-\u27BF\u3000-\u30FF\u4E00-\u9FFF\uFF01-\uFF9F]/gu)?.length ?? 0;
  return usual >= text.length * 0.95 ? text : null;
}

function declaredIn(bytes: Uint8Array): string | null {
  const match = DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)));
  const label = match?.[1] ?? match?.[2];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    return BELIEVED.has(encoding) ? encoding : null;
  } catch {
    return null;
  }
}

/** UTF-8 with a few bad bytes is often valid CP932 (「縺」 and its kind); it must be refused and not read as that. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.match(/\uFFFD/gu)?.length ?? 0;
  const good = text.match(/[\u3000-\uD7FF\uF900-\uFFEF]/gu)?.length ?? 0;
  return good > bad;
}

/** EUC-JP read as CP932 is mostly half-width katakana; nobody writes a form in them. */
function isMadeOfHalfKana(text: string): boolean {
  const half = text.match(/[\uFF61-\uFF9F]/gu)?.length ?? 0;
  const other = text.match(/[\u3040-\u30FF\u4E00-\u9FFF]/gu)?.length ?? 0;
  return half > 20 && half > other;
}

const countLineFeeds = (bytes: Uint8Array): number => bytes.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 0);
const lineAt = (text: string, index: number): number => text.slice(0, index).split(/\r\n|\n|\r/u).length;
