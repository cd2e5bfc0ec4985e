import { Buffer } from 'node:buffer';
import type { DocumentFormat } from '../document.ts';
import { SheetError } from '../sheet-error.ts';

export type TextFormat = Exclude<DocumentFormat, 'xlsx' | 'docx'> | 'json';
export type SheetFileFormat = DocumentFormat | 'json';

const READ = 'Excel（.xlsx）、Word（.docx）、テキスト、Markdown、HTML のどれかで保存し直してください。';
const unknown = (what: string, advice = READ): SheetError => new SheetError('sheet/unknown-format', 1, `${what}は読み取れません。${advice}`);

/** First bytes of files that people take for the sheet, with what to do instead. */
const SIGNATURES: [bytes: string, what: string, advice?: string][] = [
  ['%PDF', 'PDF', 'PDF のもとになった Excel か Word のファイルを指定してください。'],
  ['{\\rtf', 'リッチテキスト（.rtf）', 'Word で開き、.docx で保存し直してください。'],
  ['MIME-Version:', '一つにまとめたWebページ（.mht）', 'Excel か Word で開き、.xlsx か .docx で保存し直してください。'],
  ['\x89PNG', '画像'], ['\xFF\xD8\xFF', '画像'], ['GIF8', '画像'], ['II*\0', '画像'], ['MM\0*', '画像'],
  ['\x1F\x8B', '圧縮ファイル（.gz）', '展開してから、中のファイルを指定してください。'],
  ['7z\xBC\xAF', '圧縮ファイル（.7z）', '展開してから、中のファイルを指定してください。'],
  ['Rar!', '圧縮ファイル（.rar）', '展開してから、中のファイルを指定してください。'],
  ['MZ', '実行ファイル'], ['\x7FELF', '実行ファイル'], ['SQLite format', 'データベースのファイル'],
];
const OLE = 'd0cf11e0a1b11ae1';

/** Whether the bytes are a zip (then ask `officeFormat`) or text. Throws a SheetError that says what to do for what is neither. */
export function sniffContainer(bytes: Uint8Array): 'zip' | 'text' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.toString('latin1', 0, 16);
  if (/^PK(\x03\x04|\x05\x06)/u.test(head)) return 'zip';
  if (buffer.toString('hex', 0, 8) === OLE) throw oldOffice(buffer);
  const known = SIGNATURES.find(([start]) => head.startsWith(start));
  // Two letters may begin a text too; a program has zero bytes near its beginning.
  if (known && (known[0].length > 2 || buffer.subarray(0, 64).includes(0))) throw unknown(known[1], known[2]);
  return 'text';
}

/** The old container of Office holds .xls, .doc, or a new file behind a password; the names of its streams tell. */
function oldOffice(buffer: Buffer): SheetError {
  const holds = (name: string): boolean => buffer.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return new SheetError('sheet/encrypted', 1, 'パスワードで保護されています。Excel か Word で開き、パスワードを外して保存し直してください。');
  if (holds('WordDocument')) return unknown('以前の形式の Word（.doc）', 'Word で開き、.docx で保存し直してください。');
  if (holds('Workbook') || holds('Book')) return unknown('以前の形式の Excel（.xls）', 'Excel で開き、.xlsx で保存し直してください。');
  return unknown('以前の形式の Office ファイル', 'Excel か Word で開き、.xlsx か .docx で保存し直してください。');
}

/** What an archive is, by the names of its parts. */
export function officeFormat(names: readonly string[]): 'xlsx' | 'docx' {
  const has = (name: string): boolean => names.some((one) => one.toLowerCase() === name);
  if (has('xl/workbook.xml')) return 'xlsx';
  if (has('word/document.xml')) return 'docx';
  if (has('xl/workbook.bin')) throw unknown('バイナリ形式の Excel（.xlsb）', 'Excel で開き、.xlsx で保存し直してください。');
  if (has('ppt/presentation.xml')) throw unknown('PowerPoint のファイル');
  if (has('mimetype') && has('content.xml')) throw unknown('OpenDocument（.ods、.odt）', '.xlsx か .docx で保存し直してください。');
  throw unknown('圧縮ファイル（.zip）', '展開してから、中のファイルを指定してください。');
}

const HTML_START = /^(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|link|style|script|table|div|section|main|article|h[1-6])[\s>/]/iu;

/**
 * What a text is: by its content first, by its name second. The text form may hold literal HTML within its cells, so
 * only what begins as HTML is HTML; its rows have tabs, which no row of the other formats begins its columns with.
 */
export function sniffText(text: string, fileName: string): TextFormat {
  const start = text.slice(0, 4096).trimStart();
  const extension = /\.(\w{1,9})$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (start.startsWith('{') && (start.includes('"furikaeri-sheet"') || extension === 'json')) return 'json';
  if (HTML_START.test(start)) return 'html';
  const lines = text.split(/\r\n|\n|\r/u);
  if (lines.some(isDelimiterRow)) return 'markdown';
  if (lines.some((line) => /\S\t[^\t]*\t[^\t]*\t/u.test(line))) return 'text';
  if (lines.some((line) => /^#{1,6}\s/u.test(line)) && lines.some((line) => /^\s{0,3}<table[\s>]/iu.test(line))) return 'markdown';
  if (/^html?$/u.test(extension) && /<t(?:able|r)[\s>]/iu.test(text)) return 'html';
  return /^(md|markdown)$/u.test(extension) ? 'markdown' : 'text';
}

/** The row of dashes under the head of a Markdown table: 「|---|:--:|」. */
const isDelimiterRow = (line: string): boolean => line.length < 2000 && !line.includes('\t') && /^[\s|:-]*$/u.test(line) && line.includes('|') && /-{3}|:-|-:/u.test(line);
