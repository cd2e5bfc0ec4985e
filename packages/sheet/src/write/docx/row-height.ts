import type { PlacedCell } from './grid.ts';
import { BODY, CELL_MARGIN, NESTED, TEXT_HEIGHT } from './page.ts';

/** Another word processor's font may stand wider apart than the one asked for. */
const LOOSE = 1.1;
/** What stands above the first row of a page: the header row, two lines of names. */
const HEADER_ROW = 3 * BODY.line;

/** Whether a row can stand on one page below the header row. One that cannot must be allowed to go on over the page. */
export const fitsOnPage = (cells: readonly PlacedCell[]): boolean => Math.max(0, ...cells.map(heightOf)) <= TEXT_HEIGHT - HEADER_ROW;

/** Twips. A cell over several rows asks for its share of each. */
function heightOf({ cell, width }: PlacedCell): number {
  const nested = (cell.tables ?? []).reduce((sum, { rows }) => sum + (rows.length + 1) * (NESTED.line * LOOSE + CELL_MARGIN.y), 0);
  return (linesOf(cell.text, width - 2 * CELL_MARGIN.x) * BODY.line * LOOSE + nested) / (cell.rowSpan ?? 1) + 2 * CELL_MARGIN.y;
}

/** By counting letters: a full-width one is as wide as it is high, an ASCII or half-width one half of that. */
function linesOf(text: string, width: number): number {
  const em = BODY.size * 10;
  return text.split('\n').reduce((sum, line) => {
    const wide = [...line].reduce((all, letter) => all + (/[\u0020-\u007E\uFF61-\uFF9F]/u.test(letter) ? em / 2 : em), 0);
    return sum + Math.max(1, Math.ceil(wide / Math.max(width, em)));
  }, 0);
}
