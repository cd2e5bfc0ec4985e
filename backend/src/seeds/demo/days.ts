import type { ImportSchedule } from '@furikaeri/contracts';
import { addBusinessDays, type ClosedDays, nextConference } from '@furikaeri/model';

/** The days of the demo, from the day of first start: 照会 eight business days ago, the answers due on the last one, the 部会 in six. */
export function demoSchedule(today: string, closed: ClosedDays): ImportSchedule {
  const day = (n: number): string => addBusinessDays(today, n, closed);
  return {
    openedOn: day(-8), wardDeadline: day(-1), bureauDeadline: day(-1), reviewDeadline: day(6), checkDeadline: day(13),
    conferenceOn: nextConference(day(16), closed),
  };
}

/** An instant of a day in Tokyo, which has had no daylight saving time since 1951. */
export const inTokyo = (day: string, time: string): Date => new Date(`${day}T${time}:00+09:00`);
