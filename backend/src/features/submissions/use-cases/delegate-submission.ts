import * as contracts from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { changeOfOwnAnswer } from '../answer-changes.ts';
import { takeOwnStep } from '../lock-answer.ts';
import { logOfAnswer } from '../log-of-answer.ts';
import { presentOwnAnswer } from '../submission.presenter.ts';

/** 委任: which 課 of the ward writes this answer. A matter of the ward alone; who may write stays as it is. */
export const delegateSubmission = useCase(contracts.delegateSubmission, async (context, input) => {
  const step = await takeOwnStep(context, input, { type: 'delegate', by: context.actor });
  const { cycle, submission } = step;
  const before = submission.delegation ?? null;
  submission.delegation = input.section === null ? null : { section: input.section, note: input.note, by: context.actor.doer, at: context.now.toISOString() };
  return {
    output: presentOwnAnswer(submission, cycle),
    changes: [changeOfOwnAnswer(cycle, submission)],
    log: logOfAnswer(step, { before: { delegation: before }, after: { delegation: submission.delegation }, privateTo: submission.organisationId }),
  };
});
