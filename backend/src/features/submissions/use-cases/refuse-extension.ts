import * as contracts from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { changesOfAnswer } from '../answer-changes.ts';
import { tellOfDecision } from '../tell-of-decision.ts';
import { takeOfficeStep } from '../lock-answer.ts';
import { logOfAnswer } from '../log-of-answer.ts';
import { presentAnswer } from '../submission.presenter.ts';

/** 延長を認めない, by 事務局 with a reason that the ward reads beside its deadline. */
export const refuseExtension = useCase(contracts.refuseExtension, async (context, input) => {
  const { reason } = input;
  const step = await takeOfficeStep(context, input, { type: 'refuse_extension', by: context.actor, reason });
  const { card, cycle, submission } = step;
  submission.extensionDecision = { granted: false, until: null, reason, by: context.actor.doer, at: context.now.toISOString() };
  return {
    output: presentAnswer(submission, cycle),
    changes: [...changesOfAnswer(card, cycle, submission), ...await tellOfDecision(context, step, { granted: 'no', reason })],
    log: logOfAnswer(step, { reason }),
  };
});
