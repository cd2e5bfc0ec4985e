import type { ClosedDay } from '@furikaeri/contracts';
import { fiscalYearOf } from '@furikaeri/model';

/** The fiscal years that the table speaks of, today's, and the one that is looked at; the latest first. */
export const yearsOf = (days: readonly Pick<ClosedDay, 'date'>[], today: string, chosen: number): number[] =>
  [...new Set([fiscalYearOf(today), chosen, ...days.map(({ date }) => fiscalYearOf(date))])].toSorted((a, b) => b - a);

export const inYear = <D extends Pick<ClosedDay, 'date'>>(days: readonly D[], year: number): D[] => days.filter(({ date }) => fiscalYearOf(date) === year);

/** National holidays and 年末年始 are closed nearly everywhere: taking one out is asked about before. */
export const isAskedBefore = ({ source }: Pick<ClosedDay, 'source'>): boolean => source !== 'own';
