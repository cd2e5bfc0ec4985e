import type { DocumentCell, DocumentRow, DocumentTable, SheetDocument } from '../../document.ts';
import type { DroppedText } from '../../sheet.ts';
import { readTagged, withoutTags } from './tags.ts';
import { readWorksheetText } from './worksheet-text.ts';

/** The lines of a text whatever ends them: LF, CRLF or CR. */
export const splitLines = (text: string): string[] => text.split(/\r\n|\n|\r/u);

/** The text form: cells are separated by tabs, a line without a tab is a paragraph, and real HTML tags may stand in both. A worksheet as text is told apart. */
export function readText(text: string): SheetDocument {
  const worksheet = readWorksheetText(text);
  if (worksheet !== null) return worksheet;
  const document: SheetDocument = { format: 'text', blocks: [], dropped: [] };
  let table: DocumentTable | null = null;
  for (const [index, raw] of splitLines(text).entries()) {
    const line = index + 1;
    if (raw.includes('\t')) {
      if (table === null) document.blocks.push((table = { kind: 'table', rows: [] }));
      table.rows.push(readRow(raw, line, document.dropped));
      continue;
    }
    table = null;
    const paragraph = withoutTags(raw, line, document.dropped).replaceAll('\n', ' ').trim();
    if (paragraph !== '') document.blocks.push({ kind: 'paragraph', line, text: paragraph, raw });
  }
  return document;
}

const readRow = (raw: string, line: number, dropped: DroppedText[]): DocumentRow => ({
  line,
  raw,
  cells: raw.split('\t').map((cell): DocumentCell => readTagged(cell, line, dropped)),
});
