import type { DocumentCell, DocumentRow, SheetDocument } from '../document.ts';
import type { SourceLine } from './material.ts';

/** Every line of a document as a person finds it in the file: its place, and its cells beside each other. */
export function sourceLines(document: SheetDocument): Map<number, SourceLine> {
  const lines = new Map<number, SourceLine>();
  const add = (line: number, place: string | undefined, text: string): void => {
    if (!lines.has(line)) lines.set(line, { line, place: place ?? `${line}行目`, text });
  };
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') add(block.line, block.place, block.text);
    else for (const row of block.rows) add(row.line, row.place, textOfRow(row));
  }
  return lines;
}

const textOfRow = (row: DocumentRow): string => row.cells.map(textOfCell).join(' ｜ ');

function textOfCell(cell: DocumentCell): string {
  const nested = (cell.tables ?? []).flatMap((table) => table.rows.map((row) => row.cells.map(({ text }) => text).join('　')));
  return [cell.text, ...nested].filter((text) => text !== '').join('\n');
}
