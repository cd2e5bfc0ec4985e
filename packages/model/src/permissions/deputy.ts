import { isoDate } from '../calendar/iso-date.ts';

/** The last day that a 代理 named today may have: the same day a year later, of the 29th of February the 28th. */
export function lastDayOfDeputy(today: string): string {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  return isoDate(year + 1, month, month === 2 && day === 29 ? 28 : day);
}

/** Whether somebody is 不在 on any of the days for which they would stand in. ISO dates, both ends included. */
export const isAwayMeanwhile = (away: readonly { from: string; to: string }[], from: string, to: string): boolean =>
  away.some((absence) => absence.from <= to && absence.to >= from);

/** Whether 代理 may be named for these days: from today on, in order, within a year. ISO dates. */
export const isDeputyPeriod = (from: string, to: string, today: string): boolean => from >= today && to >= from && to <= lastDayOfDeputy(today);
