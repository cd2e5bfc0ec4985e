import { columnName } from './addresses.ts';
import type { Range } from './addresses.ts';
import type { SheetCell, Worksheet } from './worksheet.ts';

/**
 * What people see of a sheet, without the paper: rows and columns in which no text begins are left out, so that a cell
 * over twenty columns of a 方眼紙 is as wide as one, and a merge is a span over what is left. Indexes count from 0.
 */
export interface Grid {
  /** The sheet's row number of each row. */
  rows: number[];
  /** The sheet's column number of each column. */
  columns: number[];
  /** In the order of reading. Merged cells without text are there as well, since they tie rows together. */
  cells: GridCell[];
  unseen: { row: number; text: string }[];
  /** The width of a column in characters; 0 where the sheet does not say. */
  widthOf: (column: number) => number;
}

export interface GridCell extends Range {
  text: string;
  /** Merged over several columns of the sheet, whatever is left of them. */
  isWide: boolean;
}

/** Longest search for the first visible row of a merged cell; no form merges more. */
const MAX_SEARCH = 2_000;

export function gridOf(sheet: Worksheet): Grid {
  const unseen: Grid['unseen'] = sheet.unseen.map(({ row, text }) => ({ row, text }));
  const { placed, blanks } = place(sheet, unseen);
  const rows = distinct(placed.map(({ top }) => top));
  const columns = distinct(placed.map(({ left }) => left));
  const within = (range: Range): Range | null => {
    const index: Range = { top: firstAt(rows, range.top), left: firstAt(columns, range.left), bottom: firstAt(rows, range.bottom + 1) - 1, right: firstAt(columns, range.right + 1) - 1 };
    return index.top > index.bottom || index.left > index.right ? null : index;
  };
  const cells: GridCell[] = [];
  for (const { text, ...range } of [...placed, ...blanks.map((blank) => ({ ...blank, text: '' }))]) {
    const index = within(range);
    if (index !== null) cells.push({ ...index, text, isWide: range.right > range.left });
  }
  cells.sort((a, b) => a.top - b.top || a.left - b.left);
  return { rows, columns, cells, unseen, widthOf: (column) => sheet.widthOf(columns[column] ?? 0) };
}

type Placed = Range & { text: string };

/** Each text at the first place of its merged cell that is not hidden; what is wholly hidden goes to `unseen`. */
function place(sheet: Worksheet, unseen: Grid['unseen']): { placed: Placed[]; blanks: Range[] } {
  const covers = coverOf(sheet);
  const placed: Placed[] = [];
  const masters = new Set<Range>();
  const hiddenColumns = new Map<number, { row: number; texts: string[] }>();
  const hiddenRows = new Map<number, string[]>();
  for (const cell of sheet.cells) {
    const range = covers.get(cell);
    if (range !== undefined && (range.top !== cell.row || range.left !== cell.column)) {
      unseen.push({ row: cell.row, text: cell.text });
      continue;
    }
    if (range !== undefined) masters.add(range);
    const { bottom, right } = range ?? { bottom: cell.row, right: cell.column };
    const top = firstShown(cell.row, bottom, sheet.isHiddenRow);
    const left = firstShown(cell.column, right, sheet.isHiddenColumn);
    if (top === null) hiddenRows.set(cell.row, hiddenRows.get(cell.row) ?? []).get(cell.row)?.push(cell.text);
    else if (left === null) {
      const column = hiddenColumns.get(cell.column) ?? { row: cell.row, texts: [] };
      column.texts.push(cell.text);
      hiddenColumns.set(cell.column, column);
    } else placed.push({ top, left, bottom, right, text: cell.text });
  }
  for (const [row, texts] of hiddenRows) unseen.push({ row, text: `${String(row)}行目：${texts.join('\t')}` });
  for (const [column, { row, texts }] of hiddenColumns) unseen.push({ row, text: `${columnName(column)}列：${texts.join('\t')}` });
  return { placed, blanks: [...new Set(covers.all)].filter((range) => !masters.has(range)) };
}

/** The merged cell that each text lies in. Merges that overlap another are none, as Excel says too. */
function coverOf(sheet: Worksheet): { get: (cell: SheetCell) => Range | undefined; all: Range[] } {
  const lastColumn = sheet.cells.reduce((last, { column }) => Math.max(last, column), 0);
  const waiting = sheet.merges.filter(({ left }) => left <= lastColumn).sort((a, b) => a.top - b.top);
  const byRow = new Map<number, SheetCell[]>();
  for (const cell of sheet.cells) {
    const row = byRow.get(cell.row);
    if (row === undefined) byRow.set(cell.row, [cell]);
    else row.push(cell);
  }
  const found = new Map<SheetCell, Range>();
  const all: Range[] = [];
  const over: (Range | undefined)[] = [];
  let next = 0;
  for (const row of [...byRow.keys()].sort((a, b) => a - b)) {
    for (let column = 1; column <= lastColumn; column++) if ((over[column]?.bottom ?? row) < row) over[column] = undefined;
    for (let range = waiting[next]; range !== undefined && range.top <= row; range = waiting[++next]) {
      const right = Math.min(range.right, lastColumn);
      if (range.bottom < row || over.slice(range.left, right + 1).some((other) => other !== undefined)) continue;
      for (let column = range.left; column <= right; column++) over[column] = range;
      all.push(range);
    }
    for (const cell of byRow.get(row) ?? []) {
      const range = over[cell.column];
      if (range !== undefined) found.set(cell, range);
    }
  }
  return { get: (cell) => found.get(cell), all };
}

function firstShown(from: number, to: number, isHidden: (at: number) => boolean): number | null {
  for (let at = from; at <= Math.min(to, from + MAX_SEARCH); at++) if (!isHidden(at)) return at;
  return null;
}

/** Cells by the row that they begin in. */
export function byRowOf(cells: readonly GridCell[]): Map<number, GridCell[]> {
  const found = new Map<number, GridCell[]>();
  for (const cell of cells) {
    const row = found.get(cell.top);
    if (row === undefined) found.set(cell.top, [cell]);
    else row.push(cell);
  }
  return found;
}

const distinct = (numbers: number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

/** The index of the first of the sorted numbers that is at least `value`. */
function firstAt(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
