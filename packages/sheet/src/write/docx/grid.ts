import type { DocumentCell, DocumentTable } from '../../document.ts';
import { FORM_COLUMNS } from '../form-columns.ts';
import { TEXT_WIDTH } from './page.ts';

/** A cell with the column where it begins and its width in twips, borders included. */
export interface PlacedCell {
  cell: DocumentCell;
  column: number;
  width: number;
}

/** Widths of the form's six columns in twips. */
export const FORM_WIDTHS: readonly number[] = widthsOf(TEXT_WIDTH, FORM_COLUMNS.map(({ share }) => share));

/** `total` cut by shares, without a twip lost: the last takes what rounding leaves. */
export function widthsOf(total: number, shares: readonly number[]): number[] {
  const units = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.slice(0, -1).map((share) => Math.floor((total * share) / units));
  return [...widths, total - widths.reduce((sum, width) => sum + width, 0)];
}

/** The cells of each row where they stand: places that a cell above covers have none, as in HTML. */
export function placeCells({ rows }: DocumentTable, widths: readonly number[]): PlacedCell[][] {
  const covered = new Map<number, number>();
  return rows.map(({ cells }) => {
    let column = 0;
    const below: [column: number, rows: number][] = [];
    const placed = cells.map((cell): PlacedCell => {
      while ((covered.get(column) ?? 0) > 0) column++;
      const begin = column;
      column += cell.colSpan ?? 1;
      for (let one = begin; one < column; one++) below.push([one, cell.rowSpan ?? 1]);
      return { cell, column: begin, width: widths.slice(begin, column).reduce((sum, width) => sum + width, 0) };
    });
    for (const [one, rest] of covered) covered.set(one, rest - 1);
    for (const [one, span] of below) covered.set(one, span - 1);
    return placed;
  });
}
