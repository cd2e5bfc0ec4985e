import type { Grid, GridCell } from './grid.ts';

/** The columns of the grid under one cell of the header row. Columns under none are groups of their own. */
export interface Group {
  left: number;
  right: number;
  isNamed: boolean;
}

/** In characters. Columns of a 方眼紙 are narrower; a text typed into one runs on over the empty ones beside it. */
const NARROW = 6;

export function groupsOf(header: readonly GridCell[], grid: Grid): Group[] {
  const groups: Group[] = [];
  const last = grid.columns.length - 1;
  const singles = (from: number, to: number): void => {
    for (let at = from; at <= to; at++) groups.push({ left: at, right: at, isNamed: false });
  };
  let free = 0;
  for (const [index, cell] of header.entries()) {
    singles(free, cell.left - 1);
    const next = header[index + 1]?.left ?? last + 1;
    const width = grid.widthOf(cell.left);
    const runsOn = !cell.isWide && width > 0 && width < NARROW;
    const right = runsOn ? next - 1 : Math.min(cell.right, next - 1);
    groups.push({ left: cell.left, right, isNamed: true });
    free = right + 1;
  }
  singles(free, last);
  return groups;
}

/** The index of the group that a column lies in; the groups cover all columns without a gap. */
export function groupOf(column: number, groups: readonly Group[]): number {
  let low = 0;
  let high = groups.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((groups[middle]?.right ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  return low;
}
