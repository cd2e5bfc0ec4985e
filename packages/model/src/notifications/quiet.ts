import { type ClosedDays, isBusinessDay } from '../calendar/business-days.ts';
import type { QuietHours } from './kinds.ts';

/** A moment in Asia/Tokyo: ISO date and "HH:MM". */
export interface TokyoMoment { date: string; time: string }

/** 通知しない時間帯: whether an お知らせ that goes at once has to wait now. `from` is still quiet's own minute, `to` no more; equal times are no hours at all. */
export function isQuiet({ quiet }: { quiet: QuietHours | null }, { date, time }: TokyoMoment, closed: ClosedDays): boolean {
  if (quiet === null) return false;
  return (quiet.closedDays && !isBusinessDay(date, closed)) || isWithin(quiet, time);
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
