import { addBusinessDays, businessDaysBetween, type ClosedDays, nextBusinessDay } from '../calendar/business-days.ts';
import { caseDay, conferenceAfter } from '../calendar/conference.ts';
import { type CycleDates, DATE_ORDER, DATE_STEPS, type DateStep } from './cycle-dates.ts';

/** How long each part of the work takes, in business days: 区 and 局 answer, 部会 reviews, 事務局 checks. */
export interface PlanSpans { answers: number; review: number; check: number }
export type PlanPart = keyof PlanSpans;
export const PLAN_PARTS = ['answers', 'review', 'check'] as const satisfies readonly PlanPart[];
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
 * The dates of a cycle that begins today, planned forwards: each part has its span, and 区長会議 is the first one whose cases
 * are not fixed before the check is done.
 */
export function datesFrom(today: string, spans: PlanSpans, closed: ClosedDays): CycleDates {
  const openedOn = nextBusinessDay(today, closed);
  const wardDeadline = addBusinessDays(openedOn, spans.answers, closed);
  const reviewDeadline = addBusinessDays(wardDeadline, spans.review, closed);
  const checkDeadline = addBusinessDays(reviewDeadline, spans.check, closed);
  return { openedOn, wardDeadline, bureauDeadline: wardDeadline, reviewDeadline, checkDeadline, conferenceOn: conferenceAfter(checkDeadline, closed) };
}

/** The dates with which each part of the work ends. */
const ENDS: Readonly<Record<PlanPart, readonly DateStep[]>> = { answers: ['wardDeadline', 'bureauDeadline'], review: ['reviewDeadline'], check: ['checkDeadline'] };

interface Now { stored: CycleDates; today: string; closed: ClosedDays }

/**
 * The plan as it can be proposed today for a cycle that has dates already: what has passed stays as it is, and a 照会 that
 * has begun is not begun anew. Where the days up to `conferenceOn`, today or later, are fewer than the spans ask for, the
 * parts that are not over share them by their spans, so that no step comes before an earlier one or before today.
 */
export function proposeDates(conferenceOn: string, spans: PlanSpans, now: Now): CycleDates {
  const plan = planDates(conferenceOn, spans, now.closed);
  const over = stepsOver(plan, now);
  const kept = { ...plan, ...Object.fromEntries(over.map((step) => [step, now.stored[step]])) };
  const isShort = DATE_STEPS.some((step) => plan[step] < now.today && !over.includes(step));
  return isShort ? { ...kept, ...shared(plan, spans, over, now) } : kept;
}

/** The first steps that stay as they are: those that have passed and would lie in the past again, and a 照会 that has begun. */
function stepsOver(plan: CycleDates, { stored, today }: Now): DateStep[] {
  const isOver = (step: DateStep): boolean => stored[step] < today && plan[step] < today || step === 'openedOn' && stored.openedOn <= today;
  const follows = (step: DateStep, over: readonly DateStep[]): boolean => DATE_ORDER.every(([earlier, later]) => later !== step || over.includes(earlier));
  return DATE_STEPS.reduce<DateStep[]>((over, step) => (isOver(step) && follows(step, over) ? [...over, step] : over), []);
}

/** What becomes of dates that had passed when others are set: those that stay, and those that lie ahead again. */
export function passedSteps(stored: CycleDates, dates: CycleDates, today: string): { kept: DateStep[]; anew: DateStep[] } {
  const passed = DATE_STEPS.filter((step) => stored[step] < today);
  return { kept: passed.filter((step) => dates[step] === stored[step]), anew: passed.filter((step) => dates[step] >= today) };
}

/** The days from today to the end of the check, for the parts that are not over, each by its share of the spans. */
function shared(plan: CycleDates, spans: PlanSpans, over: readonly DateStep[], { today, closed }: Now): Partial<CycleDates> {
  const first = nextBusinessDay(today, closed);
  const days = Math.max(businessDaysBetween(first, plan.checkDeadline, closed), 0);
  const parts = PLAN_PARTS.filter((part) => ENDS[part].some((step) => !over.includes(step)));
  const asked = (some: readonly PlanPart[]): number => some.reduce((sum, part) => sum + spans[part], 0);
  const ends = parts.flatMap((part, index) => {
    const end = addBusinessDays(first, Math.floor(days * asked(parts.slice(0, index + 1)) / Math.max(asked(parts), 1)), closed);
    return ENDS[part].filter((step) => !over.includes(step)).map((step) => [step, end] as const);
  });
  return { ...(!over.includes('openedOn') && { openedOn: first }), ...Object.fromEntries(ends) };
}

/** A part that gets fewer business days than were asked for it. */
export interface ShortSpan { part: PlanPart; asked: number; gets: number }

/** Which parts that are not over get fewer business days than their spans ask for; answers by the earlier of their deadlines. */
export function shortSpans(dates: CycleDates, spans: PlanSpans, { today, closed }: Omit<Now, 'stored'>): ShortSpan[] {
  const starts: Record<PlanPart, string> = { answers: dates.openedOn, review: latest(dates.wardDeadline, dates.bureauDeadline), check: dates.reviewDeadline };
  return PLAN_PARTS.flatMap((part) => {
    const ahead = ENDS[part].map((step) => dates[step]).filter((end) => end >= today).toSorted();
    const gets = ahead[0] === undefined ? spans[part] : Math.max(businessDaysBetween(starts[part], ahead[0], closed), 0);
    return gets < spans[part] ? [{ part, asked: spans[part], gets }] : [];
  });
}

const latest = (a: string, b: string): string => (a > b ? a : b);
