import type { AnswerSummary, OwnAnswer } from '@furikaeri/contracts';
import { type AnswerContent, effectiveDeadline, unextendedDeadline } from '@furikaeri/model';
import type { CycleEntity } from '../cycles/index.ts';
import type { SubmissionEntity } from './submission.entity.ts';
import { submissionFacts } from './submission.facts.ts';

type Deadlines = Pick<CycleEntity, 'wardDeadline' | 'bureauDeadline'>;

/** Handed in and not taken back: an open 差戻し keeps the submitted version in sight, 取下げ hides it (DOMAIN 4.6). */
const isOut = ({ state, openReturn }: Pick<SubmissionEntity, 'state' | 'openReturn'>): boolean =>
  state === 'submitted' || state === 'confirmed' || openReturn != null;

/** The version that outsiders count and read, if there is one. */
export const handedIn = (submission: SubmissionEntity): AnswerContent | null => (isOut(submission) ? (submission.submitted ?? null) : null);

/** An answer as the card's 部会長, its 局 and 事務局 see it. */
export function presentAnswer(submission: SubmissionEntity, cycle: Deadlines): AnswerSummary {
  const out = isOut(submission);
  const facts = submissionFacts(submission, cycle);
  return {
    id: submission.id as AnswerSummary['id'],
    cardId: submission.cardId as AnswerSummary['cardId'],
    organisationId: submission.organisationId as AnswerSummary['organisationId'],
    organisationKind: submission.organisationKind,
    state: submission.state,
    // The group's deadline is always set, so there is one.
    deadline: effectiveDeadline(facts) ?? cycle.wardDeadline,
    unextendedDeadline: unextendedDeadline(facts) ?? cycle.wardDeadline,
    extended: submission.extension != null,
    submittedLate: out && submission.submittedLate,
    submittedAt: out ? (submission.submittedAt?.toISOString() ?? null) : null,
    openReturn: submission.openReturn ?? null,
    waivedReason: submission.waivedReason ?? null,
    extensionRequest: submission.extensionRequest ?? null,
    content: handedIn(submission),
    version: submission.version,
  };
}

/** An answer as its own organisation sees it, with what is being typed. */
export const presentOwnAnswer = (submission: SubmissionEntity, cycle: Deadlines): OwnAnswer => ({
  ...presentAnswer(submission, cycle),
  draft: submission.draft,
  extensionDecision: submission.extensionDecision ?? null,
  delegation: submission.delegation ?? null,
  sentBackReason: submission.sentBackReason ?? null,
  editedBy: submission.editedBy ?? null,
  editedAt: submission.editedAt?.toISOString() ?? null,
  version: submission.draftVersion,
});
