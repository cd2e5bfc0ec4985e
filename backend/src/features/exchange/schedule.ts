import type { ImportSchedule } from '@furikaeri/contracts';
import { addBusinessDays, addDays, type ClosedDays, isBusinessDay, nextBusinessDay, weekdayOf } from '@furikaeri/model';

/**
 * A cycle's days from the day of the import: ten business days for the answers, ten for the 部会, five for the check, and
 * the first 区長会議 whose case can still be fixed three business days before.
 */
export function layOutSchedule(today: string, closed: ClosedDays): ImportSchedule {
  const openedOn = nextBusinessDay(today, closed);
  const wardDeadline = addBusinessDays(openedOn, 10, closed);
  const reviewDeadline = addBusinessDays(wardDeadline, 10, closed);
  const checkDeadline = addBusinessDays(reviewDeadline, 5, closed);
  return {
    openedOn, wardDeadline, bureauDeadline: wardDeadline, reviewDeadline, checkDeadline,
    conferenceOn: nextConference(addBusinessDays(checkDeadline, 3, closed), closed),
  };
}

/** 区長会議 meets on the second and the fourth Friday; a Friday off moves it to the next one it meets on. */
export function nextConference(from: string, closed: ClosedDays): string {
  let day = from;
  for (;;) {
    const week = Math.ceil(Number(day.slice(8)) / 7);
    if (weekdayOf(day) === 5 && (week === 2 || week === 4) && isBusinessDay(day, closed)) return day;
    day = addDays(day, 1);
  }
}
