import type { SheetDocument } from '../document.ts';
import { decodeSheet } from '../encoding.ts';
import { readForm } from '../form/read-form.ts';
import { SheetError } from '../sheet-error.ts';
import type { DroppedText, ParsedSheet } from '../sheet.ts';
import { officeFormat, sniffContainer, sniffText } from './sniff-format.ts';
import type { SheetFileFormat } from './sniff-format.ts';
import { readText } from './text/read-text.ts';
import { checkZip } from './zip/check-zip.ts';

/** An Office file of the form has under 2 MB, with pictures under 10. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

export interface ReadOptions {
  /** Tells what the content does not: 「.md」, 「.html」. */
  fileName: string;
  /** Rows whose cells are shifted against their goals are left as printed; see `parseSheet`. */
  raw?: boolean;
}

export interface SheetFile {
  format: SheetFileFormat;
  sheet: ParsedSheet;
  /** What the reader saw before it was read as a form; null for JSON, which is the model itself. */
  document: SheetDocument | null;
}

/**
 * Reads any file that may be a 振り返りシート: text, Markdown, HTML, .xlsx, .docx or JSON, told by its content.
 * Refuses with a SheetError, whose message says what to do, whatever is too large, something else, broken, locked or
 * built to harm. It may take seconds and hundreds of megabytes for a hostile file: servers call it in a worker thread.
 */
export async function readSheetFile(bytes: Uint8Array, options: ReadOptions): Promise<SheetFile> {
  refuseTooLarge(bytes.byteLength);
  const form = options.raw === undefined ? {} : { raw: options.raw };
  if (sniffContainer(bytes) === 'zip') {
    const { names, dropped } = await checkZip(bytes);
    const format = officeFormat(names);
    const document = withLeftOut(await readOffice(format, bytes), dropped);
    return { format, sheet: readForm(document, form), document };
  }
  const text = decodeSheet(bytes);
  const format = sniffText(text, options.fileName);
  if (format === 'json') return { format, sheet: (await import('./json/read-json.ts')).readJson(text), document: null };
  const document = await readMarkup(format, text);
  return { format, sheet: readForm(document, form), document };
}

/** Refuses by the size alone ('sheet/too-large'), so that a caller need not take the bytes in at all. */
export function refuseTooLarge(byteLength: number): void {
  if (byteLength <= MAX_FILE_BYTES) return;
  throw new SheetError('sheet/too-large', 1, `ファイルが大きすぎます（${Math.ceil(byteLength / 1024 / 1024)}MB）。20MB以下にして、もう一度指定してください。`);
}

/** The libraries behind the readers are heavy; only the one that is needed is loaded. */
async function readOffice(format: 'xlsx' | 'docx', bytes: Uint8Array): Promise<SheetDocument> {
  try {
    return format === 'xlsx' ? await (await import('./xlsx/read-xlsx.ts')).readXlsx(bytes) : await (await import('./docx/read-docx.ts')).readDocx(bytes);
  } catch (error) {
    if (error instanceof SheetError) throw error;
    // The libraries throw whatever they stumble on; for the person it is a file that cannot be opened.
    throw new SheetError('sheet/damaged', 1, 'ファイルの中身を読み取れません。Excel か Word で開けるか確かめ、保存し直してください。');
  }
}

async function readMarkup(format: 'text' | 'html' | 'markdown', text: string): Promise<SheetDocument> {
  if (format === 'text') return readText(text);
  return format === 'html' ? (await import('./html/read-html.ts')).readHtml(text) : (await import('./markdown/read-markdown.ts')).readMarkdown(text);
}

/** What the archive check saw, unless the reader has named it already. */
function withLeftOut(document: SheetDocument, found: readonly DroppedText[]): SheetDocument {
  const known = new Set(document.dropped.map(({ reason, text }) => `${reason} ${text}`));
  return { ...document, dropped: [...document.dropped, ...found.filter(({ reason, text }) => !known.has(`${reason} ${text}`))] };
}
