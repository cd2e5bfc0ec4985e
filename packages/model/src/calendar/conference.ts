import { type ClosedDays, isBusinessDay, previousBusinessDay } from './business-days.ts';
import { addDays, weekdayOf } from './iso-date.ts';

/** 区長会議 meets on the second and the fourth Friday (DOMAIN 1.1). A Friday off is left out: it meets again at the next one. */
export function isConferenceDay(date: string, closed: ClosedDays): boolean {
  const week = Math.ceil(Number(date.slice(8)) / 7);
  return weekdayOf(date) === 5 && (week === 2 || week === 4) && isBusinessDay(date, closed);
}

/** The first day from `from` on (that day included) on which 区長会議 meets. */
export function nextConference(from: string, closed: ClosedDays): string {
  let day = from;
  while (!isConferenceDay(day, closed)) day = addDays(day, 1);
  return day;
}

/** The days of the next `count` conferences from `from` on, that day included. */
export function conferenceDates(from: string, count: number, closed: ClosedDays): string[] {
  const days: string[] = [];
  for (let day = from; days.length < count; day = addDays(day, 1)) {
    day = nextConference(day, closed);
    days.push(day);
  }
  return days;
}

/** The calendar day on which the cases of a 区長会議 are fixed: three days before it, whether the office is open then or not. */
export const casesFixedOn = (conferenceOn: string): string => addDays(conferenceOn, -3);

/** 案件締切: that day, or the open day before it where it is closed. */
export const caseDay = (conferenceOn: string, closed: ClosedDays): string => previousBusinessDay(casesFixedOn(conferenceOn), closed);

/** The first 区長会議 whose cases are fixed on `checkDeadline` or later. */
export function conferenceAfter(checkDeadline: string, closed: ClosedDays): string {
  let conference = nextConference(checkDeadline, closed);
  while (caseDay(conference, closed) < checkDeadline) conference = nextConference(addDays(conference, 1), closed);
  return conference;
}
