import { addBusinessDays, businessDaysBetween, type ClosedDays, isBusinessDay, nextBusinessDay } from '../calendar/business-days.ts';
import { caseDay, conferenceAfter, isConferenceDay, nextConference } from '../calendar/conference.ts';
import { type CycleDates, type DateMove, DATE_ORDER, DATE_STEPS, type DateStep, withMoves } from './cycle-dates.ts';
import { missesCases } from './faults-of-dates.ts';

/**
 * What else moves when one date does. Later: every step after it by the same number of business days, so that nobody
 * loses time; a 区長会議 whose cases would be fixed before the check is through becomes the next one. Earlier: only the
 * steps before it that it overtakes, by the same number of business days, but none of those that have passed `today` and
 * none to a day before it.
 */
export function replan(dates: CycleDates, step: DateStep, to: string, { today, closed }: { today: string; closed: ClosedDays }): DateMove[] {
  const shift = businessDaysBetween(dates[step], to, closed);
  const moved = withMoves(dates, [{ step, to }]);
  if (shift > 0) return pushed(moved, step, shift, closed);
  return shift < 0 && to >= today ? pulled(moved, step, shift, { today, closed }) : [];
}

function pushed(dates: CycleDates, step: DateStep, shift: number, closed: ClosedDays): DateMove[] {
  if (step === 'conferenceOn') return [];
  const later = stepsAfter(step).filter((one) => one !== 'conferenceOn').map((one) => moveOf(dates, one, addBusinessDays(dates[one], shift, closed), closed));
  const after = withMoves(dates, later);
  if (!missesCases(after, closed)) return later;
  return [...later, moveOf(dates, 'conferenceOn', conferenceAfter(after.checkDeadline, closed), closed)];
}

function pulled(dates: CycleDates, step: DateStep, shift: number, { today, closed }: { today: string; closed: ClosedDays }): DateMove[] {
  const first = nextBusinessDay(today, closed);
  let now = dates;
  return stepsBefore(step).flatMap((one): DateMove[] => {
    const limit = latestFor(now, one, closed);
    if (now[one] <= limit || now[one] <= first) return [];
    const shifted = addBusinessDays(now[one], shift, closed);
    const wanted = shifted < limit ? shifted : limit;
    const move = moveOf(now, one, wanted < first ? first : wanted, closed);
    now = withMoves(now, [move]);
    return [move];
  });
}

/** The last day on which a step does not come after the one that follows it; the check is to be through when the cases are fixed. */
function latestFor(dates: CycleDates, step: DateStep, closed: ClosedDays): string {
  const limits = DATE_ORDER.filter(([earlier]) => earlier === step).map(([, later]) => (later === 'conferenceOn' ? caseDay(dates.conferenceOn, closed) : dates[later]));
  return limits.reduce((first, limit) => (limit < first ? limit : first));
}

const moveOf = (dates: CycleDates, step: DateStep, to: string, closed: ClosedDays): DateMove =>
  ({ step, from: dates[step], to, businessDays: businessDaysBetween(dates[step], to, closed) });

/** Steps of the work that come after one; 局 answers beside 区, not after it. */
function stepsAfter(step: DateStep): DateStep[] {
  const next = DATE_ORDER.filter(([earlier]) => earlier === step).map(([, later]) => later);
  const all = new Set(next.flatMap((one) => [one, ...stepsAfter(one)]));
  return DATE_STEPS.filter((one) => all.has(one));
}

/** The steps before one, the nearest first. */
const stepsBefore = (step: DateStep): DateStep[] => DATE_STEPS.filter((one) => stepsAfter(one).includes(step)).toReversed();

/** Where a date goes whose day is closed. A 区長会議 of a second or fourth Friday meets again at the next one; an extra one, as all deadlines, on the next open day. */
const openDayFor = (step: DateStep, date: string, closed: ClosedDays): string =>
  (step === 'conferenceOn' && isConferenceDay(date, new Set()) ? nextConference(date, closed) : nextBusinessDay(date, closed));

/**
 * The dates of a cycle that an office day found closed: each moves to the next open day (地方自治法第4条の2), 区長会議 to
 * its next day. What has passed before `today` is history and stays.
 */
export const movedOffClosedDays = (dates: CycleDates, closed: ClosedDays, today: string): DateMove[] =>
  DATE_STEPS.filter((step) => dates[step] >= today && !isBusinessDay(dates[step], closed)).map((step) => moveOf(dates, step, openDayFor(step, dates[step], closed), closed));
