import { isoDate } from './iso-date.ts';

/** A fiscal year is an integer: 2024 is 令和6年度, 2024-04-01 to 2025-03-31 (地方自治法第208条). */
export const fiscalYearOfMonth = (year: number, month: number): number => (month < 4 ? year - 1 : year);

/** The fiscal year in which an ISO date falls. */
export const fiscalYearOf = (date: string): number => fiscalYearOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));

/** First and last day of a fiscal year, ISO dates. */
export const fiscalYearSpan = (fiscalYear: number): { from: string; to: string } => ({
  from: isoDate(fiscalYear, 4, 1),
  to: isoDate(fiscalYear + 1, 3, 31),
});
