import type { ClosedDays } from '../calendar/business-days.ts';
import { caseDay } from '../calendar/conference.ts';
import type { SubmissionFacts } from '../submission/facts.ts';
import type { SubmissionState } from '../submission/states.ts';

type Deadlines = Pick<SubmissionFacts, 'groupDeadline' | 'extensionDeadline' | 'returnDeadline'>;

/** The deadline of an answer's group: 区 have one, 局 and 事務局 another. */
export const groupDeadlineOf = (kind: SubmissionFacts['organisationKind'], { wardDeadline, bureauDeadline }: { wardDeadline: string; bureauDeadline: string }): string =>
  (kind === 'ward' ? wardDeadline : bureauDeadline);

/** The latest of group deadline, extension and 差戻し deadline (DOMAIN 4.7), as an ISO date; null where none is set. */
export function effectiveDeadline({ groupDeadline, extensionDeadline, returnDeadline }: Deadlines): string | null {
  // ISO dates of four-digit years sort as text.
  return [groupDeadline, extensionDeadline, returnDeadline].reduce<string | null>(
    (latest, date) => (date !== null && (latest === null || date > latest) ? date : latest),
    null,
  );
}

/** What holds where no 延長 is given: the later of group deadline and 差戻し deadline. */
export const unextendedDeadline = (submission: Deadlines): string | null => effectiveDeadline({ ...submission, extensionDeadline: null });

/**
 * Why `until` cannot be the 延長 of an answer, or null. A 延長 ends later than the deadline without it, and may be put right: moved
 * on or back, as long as it stays one.
 */
export function faultOfExtension({ deadline, unextended }: { deadline: string | null; unextended: string | null }, until: string): 'not_later' | 'same' | null {
  if (unextended !== null && until <= unextended) return 'not_later';
  return until === deadline ? 'same' : null;
}

/** The days of a cycle that an answer is needed for: 部会審査, 案件締切 and 区長会議. */
export const NEEDED_FOR = ['review', 'cases', 'conference'] as const;
export type NeededFor = (typeof NEEDED_FOR)[number];

/** Which of them would be over before an answer due `until` has to be there. 事務局 may decide so, and is told. */
export function overrunBy(until: string, { reviewDeadline, conferenceOn }: { reviewDeadline: string; conferenceOn: string }, closed: ClosedDays): { what: NeededFor; on: string }[] {
  const days = { review: reviewDeadline, cases: caseDay(conferenceOn, closed), conference: conferenceOn };
  return NEEDED_FOR.map((what) => ({ what, on: days[what] })).filter(({ on }) => until > on);
}

/** An answer that the ward still owes. */
export const isOwed = (state: SubmissionState): boolean =>
  state === 'not_started' || state === 'draft' || state === 'checking' || state === 'returned';

/** 期限超過: still owed on `today` (ISO date), and the effective deadline was an earlier day. A deadline lasts its whole day. */
export function isLate(submission: Deadlines & Pick<SubmissionFacts, 'state'>, today: string): boolean {
  const deadline = effectiveDeadline(submission);
  return deadline !== null && isOwed(submission.state) && today > deadline;
}

/** 期限後: submitted (on that ISO date) after the effective deadline. It marks; it never refuses (DOMAIN 4.5). */
export function isAfterDeadline(submission: Deadlines, submittedOn: string): boolean {
  const deadline = effectiveDeadline(submission);
  return deadline !== null && submittedOn > deadline;
}

/** Whether the whole group's deadline is behind us on `today`; without a deadline it never is. */
export const hasPassed = (deadline: string | null, today: string): boolean => deadline !== null && today > deadline;
