import { isBusinessDay, type ClosedDays } from '../calendar/business-days.ts';

/** Clock times "HH:MM"; mails go from `opens` until before `closes`, on business days only. */
export interface OfficeHours { opens: string; closes: string }

/** Hours as the settings write them (「9:00」), of equal length, so that they compare as text. */
export const officeHoursOf = ({ from, to }: { from: string; to: string }): OfficeHours => ({ opens: from.padStart(5, '0'), closes: to.padStart(5, '0') });

/** True while mails may go: an open office on a business day. Date (ISO) and time ("HH:MM") are in Asia/Tokyo. */
export const isOfficeOpen = (now: { date: string; time: string }, hours: OfficeHours, closed: ClosedDays): boolean =>
  isBusinessDay(now.date, closed) && now.time >= hours.opens && now.time < hours.closes;
