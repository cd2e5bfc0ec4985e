import { isIsoDate } from '@furikaeri/model';

/** What says why nothing can be planned backwards from this day: there is none, or it has passed. */
export function conferenceFault(day: string, today: string): 'deadlines.closed.add.missingDate' | 'deadlines.schedule.plan.passed' | null {
  if (!isIsoDate(day)) return 'deadlines.closed.add.missingDate';
  return day < today ? 'deadlines.schedule.plan.passed' : null;
}
