import type { DocumentCell, DocumentTable } from '../../document.ts';

/** A cell and the column it begins in, from 0. */
export interface PlacedCell {
  cell: DocumentCell;
  column: number;
}

/** For each row of a table its cells with their columns: a column that a cell above still covers is passed over. */
export function placedCells(table: DocumentTable): PlacedCell[][] {
  const covered: number[] = [];
  return table.rows.map(({ cells }) => {
    let column = 0;
    const free = (): void => {
      for (; (covered[column] ?? 0) > 0; column++) covered[column] = (covered[column] ?? 0) - 1;
    };
    const placed = cells.map((cell): PlacedCell => {
      free();
      const at = column;
      for (; column < at + (cell.colSpan ?? 1); column++) covered[column] = (cell.rowSpan ?? 1) - 1;
      return { cell, column: at };
    });
    free();
    for (; column < covered.length; column++) covered[column] = Math.max(0, (covered[column] ?? 0) - 1);
    return placed;
  });
}
