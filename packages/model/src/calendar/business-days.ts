import { addDays, weekdayOf } from './iso-date.ts';

/**
 * Days on which the offices are closed besides Saturdays and Sundays, as ISO dates: holidays, 年末年始, and whatever the
 * city added (地方自治法第4条の2). The caller brings them; the model knows no calendar of holidays.
 */
export type ClosedDays = ReadonlySet<string>;

/** 開庁日: neither a weekend nor a closed day. */
export function isBusinessDay(date: string, closed: ClosedDays): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !closed.has(date);
}

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
  let day = date;
  for (let left = Math.abs(n); left > 0; ) {
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
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isBusinessDay(day, closed)) count += 1;
  }
  return count;
}
