import { addDays, daysBetween, weekdayOf } from './iso-date.ts';

/**
 * Days on which the offices are closed besides Saturdays and Sundays, as ISO dates: holidays, 年末年始, and whatever the
 * city added (地方自治法第4条の2). The caller brings them; the model knows no calendar of holidays.
 */
export type ClosedDays = ReadonlySet<string>;

const NOTHING: ClosedDays = new Set();

/** 開庁日: neither a weekend nor a closed day. */
export function isBusinessDay(date: string, closed: ClosedDays): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !closed.has(date);
}

/** A new deadline is an open day after today: nobody can hand anything in on a day the office is closed. */
export const mayBeDue = (date: string, today: string, closed: ClosedDays): boolean => date > today && isBusinessDay(date, closed);

/** The date itself if it is a business day, else the next one: where a deadline on a holiday moves to. */
export function nextBusinessDay(date: string, closed: ClosedDays): string {
  let day = date;
  while (!isBusinessDay(day, closed)) day = addDays(day, 1);
  return day;
}

/** The date itself if it is a business day, else the last one before it: where something moves that has to be done by that date. */
export function previousBusinessDay(date: string, closed: ClosedDays): string {
  let day = date;
  while (!isBusinessDay(day, closed)) day = addDays(day, -1);
  return day;
}

/**
 * The n-th business day after `date` (before it when negative); `date` itself when n is 0.
 * 2025-04-25 plus 10 is 2025-05-14: four holidays lie between.
 */
export function addBusinessDays(date: string, n: number, closed: ClosedDays): string {
  const step = n < 0 ? -1 : 1;
  let [day, left] = [date, Math.abs(n)];
  // Whole weeks at once; the last days one by one, so that it ends on an open one.
  for (let weeks = Math.floor((left - 1) / 5); weeks > 0; weeks = Math.floor((left - 1) / 5)) {
    const reached = addDays(day, step * 7 * weeks);
    left -= step > 0 ? businessDaysBetween(day, reached, closed) : businessDaysBetween(addDays(reached, -1), addDays(day, -1), closed);
    day = reached;
  }
  while (left > 0) {
    day = addDays(day, step);
    if (isBusinessDay(day, closed)) left -= 1;
  }
  return day;
}

/**
 * Business days after `from` up to and including `to`: 0 on the same day, and negative when `to` is earlier
 * (残りN営業日 from today to a deadline; days late from a deadline to today).
 */
export function businessDaysBetween(from: string, to: string, closed: ClosedDays): number {
  if (to < from) {
    const back = businessDaysBetween(to, from, closed);
    return back === 0 ? 0 : -back;
  }
  // Whole weeks are five days less what is closed: somebody may mistype a year, and every row asks.
  const weeks = Math.floor(daysBetween(from, to) / 7);
  const rest = addDays(from, weeks * 7);
  let count = weeks * 5;
  if (weeks > 0) for (const day of closed) if (day > from && day <= rest && isBusinessDay(day, NOTHING)) count -= 1;
  for (let day = rest; day < to; ) {
    day = addDays(day, 1);
    if (isBusinessDay(day, closed)) count += 1;
  }
  return count;
}
