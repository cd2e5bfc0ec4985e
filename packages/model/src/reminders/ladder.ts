import { businessDaysBetween, type ClosedDays } from '../calendar/business-days.ts';

/** Business days from the effective deadline at which a mail is due; after the last one every `thenEvery`. */
export interface Ladder {
  /** Ascending, each once ({@link faultsOfLadder}). */
  steps: readonly number[];
  thenEvery: number;
  /** From this step on the 区承認者 gets a copy. */
  copyFrom: number;
  /** From this step on 事務局 gets the list 「電話する区」. */
  callFrom: number;
  /** Business days that a 区承認者 or 部会長 may sit on something before 事務局 hears of it; null for never. */
  escalateAfter: number | null;
}

/** How far from the deadline a step may lie, and how long anything else of a ladder may take, in business days: about a quarter. */
export const FURTHEST_STEP = 60;
/** More steps than anybody wants mails. */
export const MOST_STEPS = 20;

/** The house's own (DOMAIN 3.2 SE5); a cycle may have another. */
export const DEFAULT_LADDER: Ladder = { steps: [-7, -3, -1, 0, 1, 3, 5], thenEvery: 5, copyFrom: 3, callFrom: 5, escalateAfter: 5 };

/** Positions of the steps that do not come after the one before them; empty when the ladder can be followed. */
export const faultsOfLadder = ({ steps }: Pick<Ladder, 'steps'>): number[] =>
  steps.flatMap((step, index) => (index > 0 && step <= (steps[index - 1] ?? step) ? [index] : []));

/**
 * The latest step reached on `today`, or null before the first. Steps missed on the way are not made up for:
 * the last one stands for all.
 */
export function reminderStep(deadline: string, today: string, closed: ClosedDays, ladder: Ladder): number | null {
  const days = businessDaysBetween(deadline, today, closed);
  const last = ladder.steps.at(-1);
  if (last === undefined) return null;
  if (days >= last) return last + Math.floor((days - last) / ladder.thenEvery) * ladder.thenEvery;
  return ladder.steps.findLast((step) => step <= days) ?? null;
}
