import type { DocumentCell, DocumentTable } from '../../document.ts';
import { placedRows } from '../../table-grid.ts';
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

/** The cells of each row with the widths of the columns that they go across. */
export const placeCells = ({ rows }: DocumentTable, widths: readonly number[]): PlacedCell[][] =>
  placedRows(rows).map((cells) => cells.map(({ cell, from, to }) => ({ cell, column: from, width: widths.slice(from, to).reduce((sum, width) => sum + width, 0) })));
