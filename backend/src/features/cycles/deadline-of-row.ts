import { effectiveDeadline, groupDeadlineOf, type SubmissionFacts } from '@furikaeri/model';

/** What a statement reads of an answer (`s`) and its cycle (`y`) so that the model can say its deadline; the rule itself is in no SQL. */
export const DEADLINE_COLUMNS = `s.organisation_kind as "organisationKind", y.ward_deadline::text as "wardDeadline", y.bureau_deadline::text as "bureauDeadline",
  s.extension::text as "extensionDeadline", coalesce(s.return_deadline::text, s.open_return ->> 'deadline') as "returnDeadline"`;

export interface DeadlineRow {
  organisationKind: SubmissionFacts['organisationKind'];
  wardDeadline: string;
  bureauDeadline: string;
  extensionDeadline: string | null;
  returnDeadline: string | null;
}

interface Days { groupDeadline: string; extensionDeadline: string | null; returnDeadline: string | null }

/** The three days of an answer read with {@link DEADLINE_COLUMNS}, of which the latest counts. */
export const deadlinesOfRow = ({ organisationKind, extensionDeadline, returnDeadline, ...cycle }: DeadlineRow): Days =>
  ({ groupDeadline: groupDeadlineOf(organisationKind, cycle), extensionDeadline, returnDeadline });

/** Its effective deadline. */
export function deadlineOfRow(row: DeadlineRow): string {
  const days = deadlinesOfRow(row);
  return effectiveDeadline(days) ?? days.groupDeadline;
}
