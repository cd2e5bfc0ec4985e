import type { LogDraft } from '../../platform/commands/use-case.ts';
import type { Step } from './lock-answer.ts';

/** The log line of one step of one answer; `more` says what else the use case keeps. */
export const logOfAnswer = ({ card, submission, before }: Step, more: Partial<LogDraft> = {}): LogDraft => ({
  cycleId: card.cycleId,
  cardId: card.id,
  submissionId: submission.id,
  organisationId: submission.organisationId,
  ...more,
  before: { state: before.state, ...more.before },
  after: { state: submission.state, ...more.after },
});
