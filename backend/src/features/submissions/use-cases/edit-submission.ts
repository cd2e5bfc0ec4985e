import * as contracts from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { logOfAnswer } from '../log-of-answer.ts';
import { presentOwnAnswer } from '../submission.presenter.ts';
import { writeDraft } from '../write-draft.ts';

/** 下書きを書く (saved as people type). The text stays with its organisation; outsiders hear only that it was begun. */
export const editSubmission = useCase(contracts.editSubmission, async (context, input) => {
  const { step, replaced, changes } = await writeDraft(context, input);
  const { cycle, submission } = step;
  return {
    output: presentOwnAnswer(submission, cycle),
    changes,
    log: logOfAnswer(step, { before: { content: replaced }, after: { content: submission.draft, ...(input.notChosen !== undefined && { notChosen: input.notChosen }) }, privateTo: submission.organisationId }),
  };
});
