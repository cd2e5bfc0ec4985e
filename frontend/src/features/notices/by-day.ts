import type { Notice } from '@furikaeri/contracts';
import { dayOf } from '../../shared/format/dates.ts';

/** Notices of one day in Tokyo. */
export interface NoticeDay { day: string; notices: Notice[] }

/** In the order given, cut where the day changes. */
export function byDay(notices: readonly Notice[]): NoticeDay[] {
  const days: NoticeDay[] = [];
  for (const notice of notices) {
    const day = dayOf(notice.at);
    if (days.at(-1)?.day === day) days.at(-1)?.notices.push(notice);
    else days.push({ day, notices: [notice] });
  }
  return days;
}
