import { tidy } from '../characters.ts';
import type { DocumentRow, DocumentTable, SheetDocument } from '../document.ts';
import { TableGrid } from '../table-grid.ts';
import type { PlacedCell } from '../table-grid.ts';
import { classify } from './classify.ts';
import type { Paragraph } from './classify.ts';
import { isHeaderRow } from './columns.ts';

/** A document read in one direction: paragraphs, and rows of tables on their grid. */
export type Item =
  | { kind: 'paragraph'; line: number; raw: string; is: Paragraph; inTable: boolean }
  | { kind: 'row'; line: number; raw: string; placed: PlacedCell[]; isHeader: boolean; isFirst: boolean };

/** The items of a document. A row of one cell across the whole table is a paragraph: many forms put their headings there. */
export function itemsOf(document: SheetDocument): Item[] {
  return document.blocks.flatMap((block): Item[] => {
    if (block.kind === 'table') return itemsOfTable(block, document.format === 'text');
    return paragraphs(block.text, block.line, block.raw, false);
  });
}

function paragraphs(text: string, line: number, raw: string | undefined, inTable: boolean): Item[] {
  const lines = tidy(text).split('\n').filter((one) => one !== '');
  return lines.map((one) => ({ kind: 'paragraph', line, raw: raw ?? one, is: classify(one), inTable }));
}

function itemsOfTable(table: DocumentTable, isText: boolean): Item[] {
  const grid = new TableGrid();
  const rows = table.rows.map((row) => ({ row, placed: grid.place(row) }));
  const width = rows.reduce((most, { placed }) => Math.max(most, placed.at(-1)?.to ?? 0), 0);
  return rows.flatMap(({ row, placed }, index): Item[] => {
    const single = singleCell(row);
    if (single !== null) {
      const across = !isText && (single.colSpan ?? 1) >= Math.max(2, width);
      const kind = classify(tidy(single.text)).kind;
      if (across || kind === 'initiative' || kind === 'page_head') return paragraphs(single.text, row.line, row.raw, true);
    }
    return [{ kind: 'row', line: row.line, raw: row.raw ?? row.cells.map(({ text }) => text).join('\t'), placed, isHeader: isHeaderRow(row.cells), isFirst: index === 0 }];
  });
}

/** The only cell of a row that says anything, unless it holds a table. */
function singleCell(row: DocumentRow): DocumentRow['cells'][number] | null {
  const filled = row.cells.filter(({ text, tables }) => text.trim() !== '' || tables !== undefined);
  const [cell] = filled;
  return filled.length === 1 && cell !== undefined && cell.tables === undefined ? cell : null;
}
