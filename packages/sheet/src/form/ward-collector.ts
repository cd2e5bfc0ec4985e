import type { Account, Piece } from '../account.ts';
import { keyOf } from '../characters.ts';
import type { WardTable } from '../sheet.ts';

const WARD = /^[^\d\s.,%()]{1,9}区$/u;
const FIGURE = /^[△▲+\-−]?\d[\d,]*(?:\.\d+)?(?:\D{0,4})$/u;
const MISSING = /^[—―－\-…]$/u;

const isWardName = (text: string): boolean => WARD.test(keyOf(text));
const isFigure = (text: string): boolean => FIGURE.test(keyOf(text)) || MISSING.test(keyOf(text));

/** A ward followed by figures: 「北 区 37.6% 49.0%」. A page may cut it after any of its cells. */
export const isWardRow = (pieces: readonly Piece[]): boolean => {
  const [first, ...rest] = pieces;
  return first !== undefined && isWardName(first.text) && rest.every((piece) => isFigure(piece.text));
};

export const isWardHeader = (pieces: readonly Piece[]): boolean => keyOf(pieces[0]?.text ?? '') === '区名';

/** A nested table is by ward when each row below its header is a ward with figures. */
export const isWardGrid = (grid: readonly Piece[][]): boolean => {
  const body = grid.filter((row) => !isWardHeader(row));
  return body.length > 0 && body.every(isWardRow);
};

interface Entry {
  printed: string;
  values: string[];
}

/**
 * The table by ward, which the text form prints up to three times (as HTML, flattened into its own line, and as
 * rows). The first print is kept, equal ones are dropped, and different digits for one ward are a finding.
 */
export class WardCollector {
  private columns: string[] | null = null;
  private readonly wards = new Map<string, Entry>();
  private last: Entry | null = null;
  /** What is still to come of a repeated row that a page may have cut. */
  private expected: readonly string[] = [];
  private readonly flat: string[] = [];

  addGrid(grid: readonly Piece[][], account: Account): void {
    for (const row of grid) {
      this.flat.push(...row.map((piece) => piece.text));
      this.addRow(row, account);
    }
  }

  addRow(pieces: readonly Piece[], account: Account): void {
    if (isWardHeader(pieces)) this.addHeader(pieces, account);
    else if (isWardRow(pieces)) this.addWard(pieces, account);
    else this.addRest(pieces, account);
  }

  /** The row is of this table: a ward, its head, or the rest of a row that a page cut. */
  takes(pieces: readonly Piece[]): boolean {
    if (pieces.length === 0) return false;
    // A flattened copy also begins with 区名, but goes on with wards and the other columns of the form.
    const isHeader = isWardHeader(pieces) && pieces.length <= 1 + (this.columns?.length ?? 6);
    return isHeader || isWardRow(pieces) || this.isExpected(pieces) || (this.isCut && pieces.every((piece) => isFigure(piece.text)));
  }

  private isExpected(pieces: readonly Piece[]): boolean {
    return this.expected.length > 0 && pieces.every((piece, index) => keyOf(piece.text) === keyOf(this.expected[index] ?? ''));
  }

  /** Takes the copy of the table that the converter flattened into cells of the row itself. */
  addFlattened(pieces: readonly Piece[], account: Account): void {
    if (this.flat.length === pieces.length) {
      pieces.forEach((piece, index) => {
        if (piece.text === '') return;
        if (keyOf(piece.text) === keyOf(this.flat[index] ?? '')) account.drop(piece, 'duplicate_ward_table');
        else account.findPiece('ward-table/conflict', piece, `区別の表の写しが本体（${this.flat[index] ?? ''}）と異なります`);
      });
      return;
    }
    for (const row of rowsOf(pieces)) this.addRow(row, account);
  }

  private addHeader(pieces: readonly Piece[], account: Account): void {
    const columns = pieces.slice(1).map((piece) => piece.text);
    if (this.columns === null) {
      this.columns = columns;
      // 「区名」 heads the column of names; the field `ward` carries it.
      pieces.forEach((piece) => account.take(piece));
    } else {
      this.expected = this.columns.slice(columns.length);
      pieces.forEach((piece) => account.drop(piece, 'duplicate_ward_table'));
    }
  }

  private addWard(pieces: readonly Piece[], account: Account): void {
    const [name, ...figures] = pieces;
    if (name === undefined) return;
    const ward = keyOf(name.text);
    const values = figures.map((piece) => piece.text);
    const known = this.wards.get(ward);
    if (known === undefined) {
      const entry: Entry = { printed: account.take(name), values };
      figures.forEach((piece) => account.take(piece));
      this.wards.set(ward, entry);
      this.last = entry;
      this.expected = [];
      return;
    }
    this.expected = known.values.slice(values.length);
    const same = values.every((value, index) => keyOf(value) === keyOf(known.values[index] ?? ''));
    if (same) pieces.forEach((piece) => account.drop(piece, 'duplicate_ward_table'));
    else {
      account.find('ward-table/conflict', name.line, `${ward}の値が表の中で異なります：${known.values.join('、')} と ${values.join('、')}`);
      pieces.forEach((piece) => account.take(piece));
    }
  }

  /** Takes in the rest of the table, which stood as a table of its own in the row after a page break. */
  absorb(rest: WardCollector, line: number, account: Account): void {
    this.columns ??= rest.columns;
    for (const [ward, entry] of rest.wards) {
      const known = this.wards.get(ward);
      if (known === undefined) this.wards.set(ward, entry);
      else if (entry.values.some((value, index) => keyOf(value) !== keyOf(known.values[index] ?? ''))) {
        account.find('ward-table/conflict', line, `${ward}の値が表の中で異なります：${known.values.join('、')} と ${entry.values.join('、')}`);
      }
    }
    this.last = rest.last ?? this.last;
  }

  /** Cells without a ward belong to the row before the page break. */
  private addRest(pieces: readonly Piece[], account: Account): void {
    if (this.isExpected(pieces)) {
      this.expected = this.expected.slice(pieces.length);
      pieces.forEach((piece) => account.drop(piece, 'duplicate_ward_table'));
      return;
    }
    if (this.last === null || !pieces.every((piece) => isFigure(piece.text))) return;
    this.last.values.push(...pieces.map((piece) => account.take(piece)));
  }

  /** True while the last ward lacks figures of the columns. */
  private get isCut(): boolean {
    return this.last !== null && this.columns !== null && this.last.values.length < this.columns.length;
  }

  finish(line: number, account: Account): WardTable {
    const entries = [...this.wards.entries()];
    const units = new Set(entries.flatMap(([, entry]) => entry.values.map(unitOf)));
    const unit = units.size === 1 ? [...units][0] ?? '' : '';
    const columns = this.columns ?? [];
    for (const [ward, entry] of entries) {
      if (entry.values.length !== columns.length) account.find('ward-table/irregular', line, `${ward}の値の数（${entry.values.length}）が列の数（${columns.length}）と異なります。`);
    }
    return {
      columns,
      unit,
      rows: entries.map(([ward, entry]) => ({
        ward,
        printed: entry.printed,
        values: unit === '' ? entry.values : entry.values.map((value) => value.slice(0, value.length - unitOf(value).length).trim()),
      })),
    };
  }
}

const unitOf = (value: string): string => /[^0-9０-９.．,，\s]*$/u.exec(value)?.[0] ?? '';

/** Cells in a row as rows of a table: a ward name begins a row. */
export function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    if (piece.text === '') continue;
    if (rows.length === 0 || isWardName(piece.text) || keyOf(piece.text) === '区名') rows.push([]);
    rows.at(-1)?.push(piece);
  }
  return rows;
}
