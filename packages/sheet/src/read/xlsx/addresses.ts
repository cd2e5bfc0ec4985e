/** A rectangle of cells; rows and columns count from 1, both ends are within. */
export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** "B3" or "B3:D5", with or without $, as a range; null for anything else. */
export function rangeOf(ref: string): Range | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/u.exec(ref);
  if (match === null) return null;
  const [, from = '', first = '', to = from, last = first] = match;
  const [left, right] = [columnOf(from), columnOf(to)].sort((a, b) => a - b);
  const [top, bottom] = [Number(first), Number(last)].sort((a, b) => a - b);
  return left === undefined || right === undefined || top === undefined || bottom === undefined ? null : { top, left, bottom, right };
}

const columnOf = (letters: string): number => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** 2 is "B". */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
