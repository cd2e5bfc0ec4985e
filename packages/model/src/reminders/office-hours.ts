import { isBusinessDay, type ClosedDays } from '../calendar/business-days.ts';

/** Clock times "HH:MM"; mails go from `opens` until before `closes`, on business days only. */
export interface OfficeHours { opens: string; closes: string }
export const DEFAULT_OFFICE_HOURS: OfficeHours = { opens: '09:00', closes: '17:30' };

/** True while mails may go: an open office on a business day. Date (ISO) and time ("HH:MM") are in Asia/Tokyo. */
export const isOfficeOpen = (now: { date: string; time: string }, hours: OfficeHours, closed: ClosedDays): boolean =>
  isBusinessDay(now.date, closed) && now.time >= hours.opens && now.time < hours.closes;
