import type { DocumentCell } from '../../document.ts';

/** A row as Word writes it: every cell says how many columns of the table's grid it covers and whether it goes on another one. */
export interface GridRow {
  /** Columns of the grid that the row leaves free at its beginning. */
  before: number;
  cells: GridCell[];
}

export interface GridCell {
  cell: DocumentCell;
  span: number;
  /** Merged with the cell above, or with the one on the left. */
  goesOn: { below: boolean; beside: boolean };
  /** Told the text of a cell that a merged one covers, which nobody sees. */
  leftOut: (text: string) => void;
}

/** Two borders closer than this (in twips; 2.5 mm) are one that a hand did not meet. */
const SAME_BORDER = 142;
/** Programs that do not lay out tables write a token width for each column; such widths say nothing. */
const NARROWEST_TABLE = 4000;

/** The cells with `colSpan` and `rowSpan` as in HTML. Borders of the grid that no row uses, or that were missed by a hair, are no columns. */
export function placeGrid(rows: readonly GridRow[], widths: readonly number[]): DocumentCell[][] {
  const column = columnsOf(rows, widths);
  const above = new Map<number, { cell: DocumentCell; colSpan: number; row: number }>();
  return rows.map(({ before, cells }, index) => {
    const row: DocumentCell[] = [];
    const free = column(before) - column(0);
    if (free > 0) row.push({ text: '', ...spanOf(free) });
    let at = before;
    let left: DocumentCell | undefined;
    for (const { cell, span, goesOn, leftOut } of cells) {
      const begin = column(at);
      const colSpan = Math.max(1, column(at + span) - begin);
      at += span;
      const over = above.get(begin);
      if (goesOn.beside && left) {
        left.colSpan = (left.colSpan ?? 1) + colSpan;
        leftOut(cell.text);
      } else if (goesOn.below && over?.colSpan === colSpan && over.row === index - 1) {
        over.row = index;
        over.cell.rowSpan = (over.cell.rowSpan ?? 1) + 1;
        leftOut(cell.text);
        left = undefined;
      } else {
        left = { ...cell, ...spanOf(colSpan) };
        row.push(left);
        above.set(begin, { cell: left, colSpan, row: index });
      }
    }
    return row;
  });
}

const spanOf = (columns: number): { colSpan?: number } => (columns > 1 ? { colSpan: columns } : {});

/** The column that begins at a border of the grid, of the columns that are left. */
function columnsOf(rows: readonly GridRow[], widths: readonly number[]): (border: number) => number {
  const cells = rows.flatMap(({ before, cells }) => {
    let at = before;
    return [[0, before], ...cells.map(({ span }): [number, number] => [at, (at += span)])] as [from: number, to: number][];
  });
  const used = [...new Set(cells.flat())].sort((a, b) => a - b);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const isDrawn = widths.length >= (used.at(-1) ?? 0) && total >= NARROWEST_TABLE;
  const positionOf = (border: number): number => widths.slice(0, border).reduce((sum, width) => sum + width, 0);
  const known = new Map<number, number>();
  let column = 0;
  let last = 0;
  for (const border of used) {
    const isMissed = isDrawn && positionOf(border) - positionOf(last) < SAME_BORDER && !cells.some(([from, to]) => from >= last && to === border && to > from);
    if (border > 0 && !isMissed) {
      column++;
      last = border;
    }
    known.set(border, column);
  }
  return (border) => known.get(border) ?? column;
}
