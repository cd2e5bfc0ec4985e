import type { CycleDates, DateStep } from './cycle-dates.ts';

/** So many answers that are still owed, due on a day of their own by 延長 or 差戻し. */
export interface OwnDay { deadline: string; count: number }

/** The steps of the work that need the answers in. */
const AFTER_ANSWERS = ['reviewDeadline', 'checkDeadline', 'conferenceOn'] as const satisfies readonly DateStep[];

/**
 * How many answers would still be due when a step that needs them ends. The dates can be kept all the same: the day of an
 * answer was promised to somebody. What has passed before `today` cannot be mended and is not spoken of.
 */
export function dueAfter(dates: CycleDates, own: readonly OwnDay[], today: string): Partial<Record<DateStep, number>> {
  const later = (date: string): number => own.filter(({ deadline }) => deadline > date).reduce((sum, { count }) => sum + count, 0);
  return Object.fromEntries(AFTER_ANSWERS.flatMap((step) => (dates[step] >= today && later(dates[step]) > 0 ? [[step, later(dates[step])]] : [])));
}
