import type { DocumentBlock, DocumentTable } from '../../document.ts';
import { SheetError } from '../../sheet-error.ts';
import { placedRows } from '../../table-grid.ts';
import type { Range } from './addresses.ts';
import { formBlocks, headerRowsOf, renamedHeaderRowsOf } from './form-blocks.ts';
import { gridOf } from './grid.ts';
import { MAX_COLUMNS, MAX_ROWS } from './worksheet-limits.ts';
import type { Worksheet } from './worksheet.ts';

/**
 * The blocks of a worksheet that another format carries as one table: Excel's 「Webページとして保存」, tab-separated text.
 * Headings stand in its rows and a ward table in its cells, as in the workbook itself. `next` counts the lines of the
 * document on; `line` of each row is told with the line that it became. Null for a sheet without a header row of the form;
 * one that `isAlone` in its file may name the columns in other words.
 *
 * @throws SheetError `sheet/too-complex` for a table larger than a worksheet may be.
 */
export function blocksOfSheetTable(table: DocumentTable, next: () => number, options: { isAlone: boolean }): { blocks: DocumentBlock[]; lineOf: Map<number, number> } | null {
  const sheet = worksheetOf(table);
  if (table.rows.length > MAX_ROWS || sheet.cells.some(({ column }) => column > MAX_COLUMNS)) throw new SheetError('sheet/too-complex', 1, `振り返りシートとしては大きすぎます：${String(MAX_ROWS)}行か${String(MAX_COLUMNS)}列を超える表があります。`);
  const grid = gridOf(sheet);
  const own = headerRowsOf(grid);
  const headers = own.length > 0 || !options.isAlone ? own : renamedHeaderRowsOf(grid);
  if (headers.length === 0) return null;
  const { blocks, lineOf } = formBlocks(grid, headers, { next, placeOf: (row) => table.rows[row - 1]?.place ?? `${String(table.rows[row - 1]?.line ?? row)}行目` });
  return { blocks, lineOf: new Map([...lineOf].map(([row, line]) => [table.rows[row - 1]?.line ?? row, line])) };
}

/** Whether a table names the form's columns in its own words, so that it is a sheet of the form. */
export const isFormSheet = (table: DocumentTable): boolean => headerRowsOf(gridOf(worksheetOf(table))).length > 0;

function worksheetOf(table: DocumentTable): Worksheet {
  const cells: Worksheet['cells'] = [];
  const merges: Range[] = [];
  for (const [index, placed] of placedRows(table.rows).entries()) {
    for (const { cell, from, to } of placed) {
      const rowSpan = cell.rowSpan ?? 1;
      if (cell.text !== '') cells.push({ row: index + 1, column: from + 1, text: cell.text });
      if (rowSpan > 1 || to - from > 1) merges.push({ top: index + 1, left: from + 1, bottom: index + rowSpan, right: to });
    }
  }
  return { cells, merges, isHiddenRow: () => false, isHiddenColumn: () => false, widthOf: () => 0, formulas: [], unseen: [], links: [], headerFooter: [] };
}
