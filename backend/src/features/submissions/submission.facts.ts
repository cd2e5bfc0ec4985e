import { groupDeadlineOf, isOwed, type SubmissionFacts } from '@furikaeri/model';
import type { CycleEntity } from '../cycles/index.ts';
import type { SubmissionEntity } from './submission.entity.ts';

/** An answer with the deadline of its group, as the rules of the model look at it. */
export const submissionFacts = (submission: SubmissionEntity, cycle: Pick<CycleEntity, 'wardDeadline' | 'bureauDeadline'>): SubmissionFacts => ({
  id: submission.id,
  cardId: submission.cardId,
  organisationId: submission.organisationId,
  organisationKind: submission.organisationKind,
  state: submission.state,
  openReturn: submission.openReturn != null,
  returnedFields: submission.openReturn?.fields ?? [],
  groupDeadline: groupDeadlineOf(submission.organisationKind, cycle),
  extensionDeadline: submission.extension ?? null,
  returnDeadline: submission.returnDeadline ?? submission.openReturn?.deadline ?? null,
  waivedFrom: submission.stateBeforeApproval ?? null,
  extensionRequested: submission.extensionRequest != null,
});

/** Writes a step's outcome back. What the 差戻し says (reason, by whom) is the use case's own. */
export function become(submission: SubmissionEntity, next: SubmissionFacts): void {
  submission.state = next.state;
  submission.stateBeforeApproval = next.waivedFrom;
  submission.extension = next.extensionDeadline;
  submission.returnDeadline = next.returnDeadline;
  // Of an answer that nobody waits for any more, no wish for time stays open.
  if (next.extensionRequested !== true || !isOwed(next.state)) submission.extensionRequest = null;
  if (!next.openReturn) submission.openReturn = null;
}
