import { businessDaysBetween, type ClosedDays } from '../calendar/business-days.ts';

/** How things stand with a deadline; `days` are business days, those left or those it is late by. */
export interface Standing { kind: 'left' | 'today' | 'late'; days: number }

/**
 * How things stand on `today` with a deadline, both ISO dates. A deadline lasts its whole day, open or not, and has passed with
 * the next day of the calendar: on the Saturday after a Friday it is late by 0 business days. Nor is a business day left
 * before a deadline when only closed days lie ahead, its own included.
 */
export function standing(deadline: string, today: string, closed: ClosedDays): Standing {
  if (today === deadline) return { kind: 'today', days: 0 };
  return today < deadline
    ? { kind: 'left', days: businessDaysBetween(today, deadline, closed) }
    : { kind: 'late', days: businessDaysBetween(deadline, today, closed) };
}
