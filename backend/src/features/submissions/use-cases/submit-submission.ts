import * as contracts from '@furikaeri/contracts';
import { handedIn, isAfterDeadline, reviewersOf } from '@furikaeri/model';
import { useCase } from '../../../platform/commands/use-case.ts';
import { refreshCard } from '../../cards/index.ts';
import { notify, onAnswer } from '../../notifications/index.ts';
import { changeOfCard, changesOfAnswer } from '../answer-changes.ts';
import { answersOf, takeOwnStep } from '../lock-answer.ts';
import { logOfAnswer } from '../log-of-answer.ts';
import { refuseIncomplete } from '../refuse-incomplete.ts';
import { presentOwnAnswer } from '../submission.presenter.ts';

/** 提出: what was typed becomes what everybody counts; the last one moves its card to 区提出. Late is marked, never refused. */
export const submitSubmission = useCase(contracts.submitSubmission, async (context, input) => {
  const { em, actor, now, today } = context;
  const step = await takeOwnStep(context, input, { type: 'submit', by: actor });
  const { card, cycle, submission, before, cardFacts } = step;
  refuseIncomplete(card, submission);
  const previous = submission.submitted ?? null;
  submission.submitted = handedIn(submission.draft);
  submission.submittedAt = now;
  submission.submittedBy = actor.doer;
  submission.submittedLate = isAfterDeadline(before, today);
  submission.sentBackReason = null;
  const move = await refreshCard(em, card, await answersOf(em, card), now);
  const to = before.openReturn ? reviewersOf(cardFacts) : [];
  return {
    output: presentOwnAnswer(submission, cycle),
    changes: [
      ...changesOfAnswer(card, cycle, submission), changeOfCard(card, move),
      ...await notify(em, context, to.length === 0 ? [] : [{ kind: 'resubmitted', ...onAnswer(card, submission), whose: submission.organisationId, to }]),
    ],
    log: logOfAnswer(step, { before: { content: previous }, after: { content: submission.submitted, late: submission.submittedLate } }),
  };
});
