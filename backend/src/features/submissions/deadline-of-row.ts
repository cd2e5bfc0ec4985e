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

/** The effective deadline of an answer read with {@link DEADLINE_COLUMNS}. */
export function deadlineOfRow({ organisationKind, extensionDeadline, returnDeadline, ...cycle }: DeadlineRow): string {
  const groupDeadline = groupDeadlineOf(organisationKind, cycle);
  return effectiveDeadline({ groupDeadline, extensionDeadline, returnDeadline }) ?? groupDeadline;
}
