import type { ParsedSheet } from '../sheet.ts';
import type { CsvOptions } from './csv/write-csv.ts';
import type { ReplacedCharacter } from './csv/cp932.ts';

export type WriteFormat = 'xlsx' | 'docx' | 'pdf' | 'html' | 'md' | 'json' | 'csv' | 'wards-csv';

export interface WriteOptions {
  format: WriteFormat;
  /** Of the CSV files; all others have one of their own. */
  encoding?: CsvOptions['encoding'];
}

export interface WrittenFile {
  bytes: Uint8Array;
  /** Characters that CP932 or the fonts of the PDF have not, and what stands in their places. Empty for every other file. */
  replaced: ReplacedCharacter[];
}

/**
 * The sheet as a file of any format; the form looks alike in all of them. Null where there is nothing to write, which
 * is a table by ward of a sheet without one. Only the library that is needed is loaded.
 */
export async function writeSheetFile(sheet: ParsedSheet, { format, encoding = 'utf-8' }: WriteOptions): Promise<WrittenFile | null> {
  switch (format) {
    case 'xlsx': return file(await (await import('./xlsx/write-xlsx.ts')).writeXlsx(sheet));
    case 'docx': return file(await (await import('./docx/write-docx.ts')).writeDocx(sheet));
    case 'pdf': return (await import('./pdf/write-pdf.ts')).printPdf(sheet);
    case 'html': return file((await import('./html/write-html.ts')).writeHtml(sheet));
    case 'md': return file((await import('./markdown/write-markdown.ts')).writeMarkdown(sheet));
    case 'json': return file((await import('./json/write-json.ts')).writeJson(sheet));
    case 'csv': return (await import('./csv/write-csv.ts')).writeCsv(sheet, { encoding });
    case 'wards-csv': return (await import('./csv/write-csv.ts')).writeWardCsv(sheet, { encoding });
  }
}

const file = (content: Uint8Array | string): WrittenFile => ({ bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content, replaced: [] });
