import type { ClosedDay } from '@furikaeri/contracts';
import { fiscalYearOf } from '@furikaeri/model';

/** The fiscal years that the table speaks of, and today's; the latest first. */
export const yearsOf = (days: readonly Pick<ClosedDay, 'date'>[], today: string): number[] =>
  [...new Set([fiscalYearOf(today), ...days.map(({ date }) => fiscalYearOf(date))])].toSorted((a, b) => b - a);

export const inYear = <D extends Pick<ClosedDay, 'date'>>(days: readonly D[], year: number): D[] => days.filter(({ date }) => fiscalYearOf(date) === year);
