import * as contracts from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { refusePastDeadline } from '../../cycles/index.ts';
import { changesOfAnswer } from '../answer-changes.ts';
import { takeExtension } from '../lock-answer.ts';
import { logOfAnswer } from '../log-of-answer.ts';
import { presentAnswer } from '../submission.presenter.ts';

/** 期限延長, decided by 事務局. The 部会長 learns of it through the card's stream. */
export const extendSubmission = useCase(contracts.extendSubmission, async (context, input) => {
  const step = await takeExtension(context, input, input.deadline);
  const { card, cycle, submission, before } = step;
  await refusePastDeadline(context.em, input.deadline, context.today);
  return {
    output: presentAnswer(submission, cycle),
    changes: changesOfAnswer(card, cycle, submission),
    log: logOfAnswer(step, { reason: input.reason, before: { extension: before.extensionDeadline }, after: { extension: input.deadline } }),
  };
});
