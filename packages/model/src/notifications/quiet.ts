import { type ClosedDays, isBusinessDay } from '../calendar/business-days.ts';
import { addDays } from '../calendar/iso-date.ts';
import type { QuietHours } from './kinds.ts';

/** A moment in Asia/Tokyo: ISO date and "HH:MM". */
export interface TokyoMoment { date: string; time: string }

/** 通知しない時間帯: whether a mail has to wait now. `from` is still quiet's own minute, `to` no more; equal times are no hours at all. */
export function isQuiet({ quiet }: { quiet: QuietHours | null }, { date, time }: TokyoMoment, closed: ClosedDays): boolean {
  if (quiet === null) return false;
  return (quiet.closedDays && !isBusinessDay(date, closed)) || isWithin(quiet, time);
}

/** The first moment, `now` or later, at which a mail may go. */
export function quietEnds(settings: { quiet: QuietHours | null }, now: TokyoMoment, closed: ClosedDays): TokyoMoment {
  const { quiet } = settings;
  let moment = now;
  while (quiet !== null && isQuiet(settings, moment, closed)) {
    const endsToday = isWithin(quiet, moment.time) && moment.time < quiet.to;
    moment = endsToday && !(quiet.closedDays && !isBusinessDay(moment.date, closed))
      ? { date: moment.date, time: quiet.to }
      : { date: addDays(moment.date, 1), time: '00:00' };
  }
  return moment;
}

export type QuietFault = 'empty' | 'equal';

/** Why nobody should save such hours: a time is missing, or both are the same and no hour lies between them. Null: nothing is wrong. */
export function faultOfQuiet(quiet: QuietHours | null): QuietFault | null {
  if (quiet === null) return null;
  if (quiet.from === '' || quiet.to === '') return 'empty';
  return quiet.from === quiet.to ? 'equal' : null;
}

/** Clock times of equal length compare as text. */
const isWithin = ({ from, to }: QuietHours, time: string): boolean =>
  (from <= to ? time >= from && time < to : time >= from || time < to);
