import { type ClosedDays, type CycleDates, type DateMove, DATE_STEPS, type DateStep, datesOf, replan, withMoves } from '@furikaeri/model';

/**
 * Dates while they are being set. The last change by hand is kept apart with what moves along with it, so that each of
 * these can still be left where it is; the next change settles them. What was left stays left, until it is taken along or
 * set by hand itself.
 */
export interface ScheduleDraft {
  base: CycleDates;
  edit: { step: DateStep; to: string } | null;
  left: ReadonlySet<DateStep>;
}

/** The day on which dates are set, and the days on which the office is closed. */
interface Office { today: string; closed: ClosedDays }

export const startDraft = (stored: CycleDates): ScheduleDraft => ({ base: datesOf(stored), edit: null, left: new Set() });

/** What moves along with the change at hand, left where it is or not. */
export const alongWith = ({ base, edit }: ScheduleDraft, on: Office): DateMove[] =>
  (edit === null || edit.to === base[edit.step] ? [] : replan(base, edit.step, edit.to, on));

/** The dates as they would be saved. */
export function resultOf(draft: ScheduleDraft, on: Office): CycleDates {
  if (draft.edit === null) return draft.base;
  return withMoves(draft.base, [draft.edit, ...alongWith(draft, on).filter(({ step }) => !draft.left.has(step))]);
}

/** One date changed by hand. Going on with the same date counts from where it was; another date settles what went before. */
export function withDate(draft: ScheduleDraft, step: DateStep, to: string, on: Office): ScheduleDraft {
  if (draft.edit?.step === step) return { ...draft, edit: { step, to } };
  const base = resultOf(draft, on);
  return base[step] === to ? draft : { base, edit: { step, to }, left: without(draft.left, step) };
}

/** Takes a date along with the change, or leaves it. */
export function withAlong(draft: ScheduleDraft, step: DateStep, along: boolean): ScheduleDraft {
  return { ...draft, left: along ? without(draft.left, step) : new Set([...draft.left, step]) };
}

const without = (left: ReadonlySet<DateStep>, step: DateStep): ReadonlySet<DateStep> => new Set([...left].filter((one) => one !== step));

/** The stored dates changed under our hands: what was not touched here follows them. */
export function rebased(draft: ScheduleDraft, before: CycleDates, after: CycleDates, on: Office): ScheduleDraft {
  const result = resultOf(draft, on);
  const base = withMoves(result, DATE_STEPS.filter((step) => result[step] === before[step]).map((step) => ({ step, to: after[step] })));
  return { ...startDraft(base), left: draft.left };
}

export const changedSteps = (stored: CycleDates, result: CycleDates): DateStep[] => DATE_STEPS.filter((step) => stored[step] !== result[step]);
