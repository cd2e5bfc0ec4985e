import * as contracts from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { refusePastDeadline } from '../../cycles/index.ts';
import { changesOfAnswer } from '../answer-changes.ts';
import { tellOfDecision } from '../tell-of-decision.ts';
import { takeOfficeStep } from '../lock-answer.ts';
import { logOfAnswer } from '../log-of-answer.ts';
import { presentAnswer } from '../submission.presenter.ts';

/** 期限延長, decided by 事務局, asked for or not; a wish that waited is granted with it, and another day takes the place of the first. Its people and the 部会長 are told. */
export const extendSubmission = useCase(contracts.extendSubmission, async (context, input) => {
  const step = await takeOfficeStep(context, input, { type: 'extend', by: context.actor, until: input.deadline });
  const { card, cycle, submission, before } = step;
  await refusePastDeadline(context.em, input.deadline, context.today);
  const { deadline: until, reason } = input;
  submission.extensionDecision = { granted: true, until, reason, by: context.actor.doer, at: context.now.toISOString() };
  return {
    output: presentAnswer(submission, cycle),
    changes: [...changesOfAnswer(card, cycle, submission), ...await tellOfDecision(context, step, { granted: 'yes', until, reason, ...(before.extensionDeadline === null ? {} : { changed: 'yes' }) })],
    log: logOfAnswer(step, { reason, before: { extension: before.extensionDeadline }, after: { extension: until } }),
  };
});
