import type { Stage } from '../card/stages.ts';
import { hasPassed, isOwed } from '../cycle/deadlines.ts';
import type { SubmissionState } from '../submission/states.ts';
import type { Ladder } from './ladder.ts';

interface Owed {
  id: string;
  /** Of its cycle. */
  ladder: Ladder;
  /** The effective deadline (ISO date). */
  deadline: string | null;
  /** The day (ISO date) of the last action on it; null where none is known. */
  lastActionOn: string | null;
}

/** Something that may be owed. The people are those who are there today ({@link presenceOn}), as ids. */
export type ReminderSubject =
  | Owed & { kind: 'answer'; state: SubmissionState; staff: readonly string[]; approvers: readonly string[] }
  | Owed & { kind: 'card'; stage: Stage; wardDeadline: string | null; leads: readonly string[] };

/** An answer is open while its organisation owes it; a card while its 部会長 could act on it. */
export function isOpenSubject(subject: ReminderSubject, today: string): boolean {
  if (subject.kind === 'answer') return isOwed(subject.state);
  if (subject.stage === 'draft') return hasPassed(subject.wardDeadline, today);
  return subject.stage !== 'reviewed';
}

/**
 * Whether an open answer waits for its approvers rather than its staff: while it is being checked, and where no staff is
 * there, so that a deadline is not missed unheard.
 */
export const waitsForApprovers = ({ state, staff }: { state: SubmissionState; staff: readonly unknown[] }): boolean => state === 'checking' || staff.length === 0;

/** Whose turn an open answer is: its staff's or its approvers' ({@link waitsForApprovers}); of a card its 部会長's. */
export function whoOwes(subject: ReminderSubject): readonly string[] {
  if (subject.kind === 'card') return subject.leads;
  return waitsForApprovers(subject) ? subject.approvers : subject.staff;
}
