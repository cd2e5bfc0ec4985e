/** Dates are ISO strings without a time zone ("2025-04-25"); this arithmetic never asks what day it is. */
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;

const two = (n: number): string => String(n).padStart(2, '0');

/** Milliseconds of that date's midnight on a calendar without zones. Throws a RangeError on anything but a real ISO date. */
function toTime(date: string): number {
  const [, year, month, day] = ISO.exec(date) ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(time) || fromTime(time) !== date) throw new RangeError(`not an ISO date: ${date}`);
  return time;
}

function fromTime(time: number): string {
  const date = new Date(time);
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The ISO date of year, month (1–12) and day; not checked. */
export const isoDate = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** True for a date that exists: "2025-02-29" does not. */
export function isIsoDate(text: string): boolean {
  try {
    return toTime(text) >= Number.NEGATIVE_INFINITY;
  } catch {
    return false;
  }
}

/** The date `days` calendar days later (earlier when negative). */
export const addDays = (date: string, days: number): string => fromTime(toTime(date) + days * DAY);

/** Calendar days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => (toTime(to) - toTime(from)) / DAY;

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (date: string): number => new Date(toTime(date)).getUTCDay();

/** Last day of a month (1–12). */
export const endOfMonth = (year: number, month: number): string => fromTime(Date.UTC(year, month, 0));
