import { addBusinessDays, type ClosedDays } from '../calendar/business-days.ts';
import { caseDay } from '../calendar/conference.ts';
import { type CycleDates, DATE_STEPS } from './cycle-dates.ts';

/** How long each part of the work takes, in business days: 区 and 局 answer, 部会 reviews, 事務局 checks. */
export interface PlanSpans { answers: number; review: number; check: number }
export const DEFAULT_SPANS: PlanSpans = { answers: 10, review: 10, check: 9 };

/**
 * The dates of a cycle, planned backwards from the day of 区長会議: 事務局 is through when the cases are fixed, and each
 * part before it has its span. 2025-06-13 → 6/10 → 5/28 → 5/14 → 4/25. Every date but the conference's own is an open day.
 */
export function planDates(conferenceOn: string, spans: PlanSpans, closed: ClosedDays): CycleDates {
  const checkDeadline = caseDay(conferenceOn, closed);
  const reviewDeadline = addBusinessDays(checkDeadline, -spans.check, closed);
  const wardDeadline = addBusinessDays(reviewDeadline, -spans.review, closed);
  return { openedOn: addBusinessDays(wardDeadline, -spans.answers, closed), wardDeadline, bureauDeadline: wardDeadline, reviewDeadline, checkDeadline, conferenceOn };
}

/**
 * The plan as it can be proposed today for a cycle that has dates already: what would lie in the past stays as it is, and
 * a 照会 that has begun is not begun anew.
 */
export function proposeDates(conferenceOn: string, spans: PlanSpans, { stored, today, closed }: { stored: CycleDates; today: string; closed: ClosedDays }): CycleDates {
  const plan = planDates(conferenceOn, spans, closed);
  const stays = DATE_STEPS.filter((step) => plan[step] < today || (step === 'openedOn' && stored.openedOn <= today));
  return stays.reduce<CycleDates>((dates, step) => ({ ...dates, [step]: stored[step] }), plan);
}
