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
