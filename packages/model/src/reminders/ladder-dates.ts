import { addBusinessDays, previousBusinessDay, type ClosedDays } from '../calendar/business-days.ts';
import type { Ladder } from './ladder.ts';

/** A step and the day (ISO date) on which it goes out. */
export interface LadderDate { step: number; date: string }

/**
 * Every step of a ladder with its day, up to and including `until`: what {@link reminderStep} reaches first on that day.
 * The steps are ascending; the days are business days and ascend with them.
 */
export function ladderDates(deadline: string, ladder: Ladder, closed: ClosedDays, until: string): LadderDate[] {
  // A deadline on a closed day is counted from the open day before it.
  const anchor = previousBusinessDay(deadline, closed);
  const dates: LadderDate[] = [];
  for (const step of stepsOf(ladder)) {
    const date = addBusinessDays(anchor, step, closed);
    if (date > until) break;
    dates.push({ step, date });
  }
  return dates;
}

function* stepsOf({ steps, thenEvery }: Ladder): Generator<number> {
  yield* steps;
  const last = steps.at(-1);
  if (last === undefined) return;
  for (let step = last + thenEvery; ; step += thenEvery) yield step;
}
