import { addBusinessDays, isBusinessDay, type ClosedDays, type OfficeHours } from '@furikaeri/model';
import { inTokyo, isOpenAt, openingOf } from '../office.ts';

/** When the office opens next; `at` itself while it is open. */
export function nextOpening(at: Date, hours: OfficeHours, closed: ClosedDays): Date {
  if (isOpenAt(at, hours, closed)) return at;
  const { date, time } = inTokyo(at);
  const isBeforeOpening = isBusinessDay(date, closed) && time < hours.opens;
  return openingOf(isBeforeOpening ? date : addBusinessDays(date, 1, closed), hours);
}
