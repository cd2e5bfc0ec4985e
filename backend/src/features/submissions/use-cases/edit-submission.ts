import * as contracts from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { changeOfOwnAnswer, changesOfAnswer } from '../answer-changes.ts';
import { takeOwnStep } from '../lock-answer.ts';
import { logOfAnswer } from '../log-of-answer.ts';
import { withNamedFiles } from '../named-files.ts';
import { presentOwnAnswer } from '../submission.presenter.ts';

/** 下書きを書く (saved as people type). The text stays with its organisation; outsiders hear only that it was begun. */
export const editSubmission = useCase(contracts.editSubmission, async (context, input) => {
  const step = await takeOwnStep(context, input, { type: 'edit', by: context.actor });
  const { card, cycle, submission, before } = step;
  const written = submission.draft;
  submission.draft = await withNamedFiles(context.em, submission.id, input.content);
  submission.editedAt = context.now;
  submission.editedBy = context.actor.doer;
  return {
    output: presentOwnAnswer(submission, cycle),
    changes: submission.state === before.state ? [changeOfOwnAnswer(cycle, submission)] : changesOfAnswer(card, cycle, submission),
    log: logOfAnswer(step, { before: { content: written }, after: { content: submission.draft }, privateTo: submission.organisationId }),
  };
});
