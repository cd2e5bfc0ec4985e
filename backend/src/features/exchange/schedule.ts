import type { ImportSchedule } from '@furikaeri/contracts';
import { addBusinessDays, type ClosedDays, conferenceAfter, nextBusinessDay } from '@furikaeri/model';

/**
 * A cycle's days from the day of the import: ten business days for the answers, ten for the 部会, five for the check, and
 * the first 区長会議 whose cases are not fixed before that.
 */
export function layOutSchedule(today: string, closed: ClosedDays): ImportSchedule {
  const openedOn = nextBusinessDay(today, closed);
  const wardDeadline = addBusinessDays(openedOn, 10, closed);
  const reviewDeadline = addBusinessDays(wardDeadline, 10, closed);
  const checkDeadline = addBusinessDays(reviewDeadline, 5, closed);
  return { openedOn, wardDeadline, bureauDeadline: wardDeadline, reviewDeadline, checkDeadline, conferenceOn: conferenceAfter(checkDeadline, closed) };
}
