import { byRowOf } from './grid.ts';
import type { Grid, GridCell } from './grid.ts';
import { groupOf } from './groups.ts';
import type { Group } from './groups.ts';
import { joinMarks } from './marks.ts';

/** The rows of the grid that are one row of the form, and the cells that begin in them. Both ends are within. */
export interface Run {
  top: number;
  bottom: number;
  cells: GridCell[];
}

/**
 * Ties together the rows of the grid, `from` to before `end`, that are one row of the form: those over which the cells
 * of most columns are merged while at most one column begins anew (a ward table within a cell, a row made of several
 * to be high enough), and those that hold nothing but a further row of a small table under one column.
 */
export function runsOf(grid: Grid, groups: readonly Group[], from: number, end: number): Run[] {
  const byRow = byRowOf(grid.cells);
  const runs: Run[] = [];
  let open: GridCell[] = [];
  for (let row = from; row < end; row++) {
    const cells = byRow.get(row) ?? [];
    open = open.filter(({ bottom }) => bottom >= row);
    const run = runs.at(-1);
    if (run !== undefined && runs.length > 1 && isPartOf(cells, open, run, groups)) {
      run.bottom = row;
      run.cells.push(...cells);
    } else runs.push({ top: row, bottom: row, cells: [...cells] });
    open.push(...cells);
  }
  return runs;
}

function isPartOf(cells: readonly GridCell[], open: readonly GridCell[], above: Run, groups: readonly Group[]): boolean {
  const filled = cells.filter(({ text }) => text !== '');
  const begun = new Set(filled.map(({ left }) => groupOf(left, groups)));
  const [only] = begun;
  if (begun.size !== 1 || only === undefined || filled.some(({ right }) => right > (groups[only]?.right ?? right))) return begun.size === 0;
  const tied = groups.filter(({ left, right, isNamed }) => isNamed && open.some((cell) => cell.left <= right && left <= cell.right));
  const named = groups.filter(({ isNamed }) => isNamed).length;
  if (tied.length >= Math.max(2, named / 2)) return true;
  // Below a heading or a page head a small table begins a row of its own.
  const beside = above.cells.filter(({ text }) => text !== '').map(({ left, right }) => groupOf(right, groups) - groupOf(left, groups));
  const isHeading = beside.length === 1 && (beside[0] ?? 0) > 0;
  return joinMarks(filled).length > 1 && groups[only]?.isNamed === true && !isHeading;
}
