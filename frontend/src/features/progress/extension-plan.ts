import { faultOfExtension, isBusinessDay, isOwed } from '@furikaeri/model';
import type { ClosedDays } from '@furikaeri/model';
import type { ProgressCell } from './progress.reducer.ts';

export type BlockedWhy = 'settled' | NonNullable<ReturnType<typeof faultOfExtension>>;
export interface ExtensionPlan { ready: ProgressCell[]; blocked: { cell: ProgressCell; why: BlockedWhy }[] }

/** Which of the chosen answers can get the new deadline, and why the others cannot: said before anything is sent. */
export function planExtension(cells: readonly ProgressCell[], until: string): ExtensionPlan {
  const plan: ExtensionPlan = { ready: [], blocked: [] };
  for (const cell of cells) {
    const why = isOwed(cell.state) ? faultOfExtension({ deadline: cell.deadline, unextended: cell.unextendedDeadline }, until) : 'settled';
    if (why === null || until === '') plan.ready.push(cell);
    else plan.blocked.push({ cell, why });
  }
  return plan;
}

export type DayFault = 'missing' | 'passed' | 'closed';
/** What is wrong with a day as a new deadline, whatever the answer. */
export function faultOfDay(until: string, today: string, closed: ClosedDays): DayFault | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until)) return 'missing';
  if (until <= today) return 'passed';
  return isBusinessDay(until, closed) ? null : 'closed';
}

export interface Run<T> { total: number; done: number; failed: { item: T; error: unknown }[] }
/** One after the other; what fails is kept and the rest goes on. `told` hears of every step. */
export async function runThrough<T>(items: readonly T[], act: (item: T) => Promise<void>, told: (run: Run<T>) => void): Promise<Run<T>> {
  let run: Run<T> = { total: items.length, done: 0, failed: [] };
  told(run);
  for (const item of items) {
    try {
      await act(item);
      run = { ...run, done: run.done + 1 };
    } catch (error) { run = { ...run, failed: [...run.failed, { item, error }] }; }
    told(run);
  }
  return run;
}
