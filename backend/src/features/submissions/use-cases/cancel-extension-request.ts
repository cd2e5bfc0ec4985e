import * as contracts from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { changesOfAnswer } from '../answer-changes.ts';
import { takeOwnStep } from '../lock-answer.ts';
import { logOfAnswer } from '../log-of-answer.ts';
import { presentOwnAnswer } from '../submission.presenter.ts';

/** The ward needs no more time after all. */
export const cancelExtensionRequest = useCase(contracts.cancelExtensionRequest, async (context, input) => {
  const step = await takeOwnStep(context, input, { type: 'cancel_extension_request', by: context.actor });
  const { card, cycle, submission } = step;
  submission.version += 1;
  return {
    output: presentOwnAnswer(submission, cycle),
    changes: changesOfAnswer(card, cycle, submission),
    log: logOfAnswer(step),
  };
});
