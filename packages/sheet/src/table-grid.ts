import type { DocumentCell, DocumentRow } from './document.ts';

/** A cell and the grid columns it covers, `to` excluded. */
export interface PlacedCell {
  cell: DocumentCell;
  from: number;
  to: number;
  /** Covered by a cell that began in a row above, which has its text. */
  fromAbove: boolean;
}

/** Lays the rows of one table on its grid: each row with its own cells and those that reach into it from above. */
export class TableGrid {
  private reaching: { from: number; to: number; rows: number; cell: DocumentCell }[] = [];

  place(row: DocumentRow): PlacedCell[] {
    const placed: PlacedCell[] = this.reaching.map(({ cell, from, to }) => ({ cell, from, to, fromAbove: true }));
    this.reaching = this.reaching.filter((each) => --each.rows > 0);
    const isFree = (column: number): boolean => !placed.some(({ from, to, fromAbove }) => fromAbove && from <= column && column < to);
    let column = 0;
    for (const cell of row.cells) {
      while (!isFree(column)) column++;
      const to = column + (cell.colSpan ?? 1);
      placed.push({ cell, from: column, to, fromAbove: false });
      if ((cell.rowSpan ?? 1) > 1) this.reaching.push({ from: column, to, rows: (cell.rowSpan ?? 1) - 1, cell });
      column = to;
    }
    return placed.sort((a, b) => a.from - b.from);
  }
}

/** For each of a table's rows the cells that begin in it, where they stand. */
export function placedRows(rows: readonly DocumentRow[]): PlacedCell[][] {
  const grid = new TableGrid();
  return rows.map((row) => grid.place(row).filter(({ fromAbove }) => !fromAbove));
}
