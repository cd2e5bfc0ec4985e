import { isOwed } from '@furikaeri/model';
import type { ProgressCell } from './progress.reducer.ts';

export type Grid = readonly (readonly (ProgressCell | undefined)[])[];
/** Row −1 is the head of a column, column −1 the head of a row; so one walk of the arrow keys reaches both. */
export interface Spot { row: number; column: number }

const PAGE = 10;
const STEPS: Readonly<Record<string, readonly [number, number]>> = { PageUp: [-PAGE, 0], PageDown: [PAGE, 0], ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Where a key leads; null for a key that does not walk. Home and End go along the row, with Ctrl over the whole table. */
export function walk(from: Spot, key: string, ctrl: boolean, height: number, width: number): Spot | null {
  const clamp = (n: number, last: number): number => Math.min(Math.max(n, -1), last);
  if (key === 'Home') return { row: ctrl ? 0 : from.row, column: ctrl ? 0 : -1 };
  if (key === 'End') return { row: ctrl ? height - 1 : from.row, column: width - 1 };
  const step = STEPS[key];
  if (step === undefined) return null;
  // A page stays among the rows; a single step goes on to the head.
  const row = clamp(from.row + step[0], height - 1);
  const next = { row: Math.abs(step[0]) === PAGE ? Math.max(row, 0) : row, column: clamp(from.column + step[1], width - 1) };
  // The corner holds nothing that could be chosen.
  return next.row === -1 && next.column === -1 ? from : next;
}

/** The answers between two cells, corners included. */
export function range(grid: Grid, from: Spot, to: Spot): string[] {
  const ids: string[] = [];
  for (let row = Math.min(from.row, to.row); row <= Math.max(from.row, to.row); row += 1) {
    for (let column = Math.min(from.column, to.column); column <= Math.max(from.column, to.column); column += 1) {
      const cell = grid[row]?.[column];
      if (cell !== undefined) ids.push(cell.submissionId);
    }
  }
  return ids;
}

/** What a head selects: the late answers of its row or column. */
export function lateOf(grid: Grid, spot: Spot): string[] {
  const cells = spot.row === -1 ? grid.map((row) => row[spot.column]) : grid[spot.row] ?? [];
  return cells.flatMap((cell) => (cell?.late === true ? [cell.submissionId] : []));
}

/** What a whole table can be searched for: late, due on the day, or in one of the states in which an answer is owed. */
export const RULES = ['late', 'due_today', 'not_started', 'draft', 'checking', 'returned'] as const;
export type Rule = (typeof RULES)[number];
export function chosenBy(grid: Grid, rule: Rule, today: string): string[] {
  const fits = (cell: ProgressCell): boolean => (rule === 'late' ? cell.late : rule === 'due_today' ? isOwed(cell.state) && cell.deadline === today : cell.state === rule);
  return grid.flatMap((row) => row.flatMap((cell) => (cell !== undefined && fits(cell) ? [cell.submissionId] : [])));
}

/** Adds what is not all there yet, else takes it away: a head pressed twice is as before. */
export function toggle(selected: ReadonlySet<string>, ids: readonly string[]): Set<string> {
  const next = new Set(selected);
  const whole = ids.every((id) => next.has(id));
  for (const id of ids) { if (whole) next.delete(id); else next.add(id); }
  return next;
}
