import type { ClosedDay } from '@furikaeri/contracts';
import { knownClosedDays } from '../features/calendar/index.ts';

/** 閉庁日 from three years before to three years after a year: national holidays and 年末年始. The table can be edited later. */
export const closedDaysAround = (year: number): ClosedDay[] => [-3, -2, -1, 0, 1, 2, 3].flatMap((n) => knownClosedDays(year + n));
