import * as contracts from '@furikaeri/contracts';
import { staffOf } from '@furikaeri/model';
import { useCase } from '../../../platform/commands/use-case.ts';
import { notify, onAnswer } from '../../notifications/index.ts';
import { changesOfAnswer } from '../answer-changes.ts';
import { takeOwnStep } from '../lock-answer.ts';
import { logOfAnswer } from '../log-of-answer.ts';
import { presentOwnAnswer } from '../submission.presenter.ts';

/** 区内で差し戻す: the approver hands the answer back to the ward's staff. The reason is the ward's own affair. */
export const sendBackSubmission = useCase(contracts.sendBackSubmission, async (context, input) => {
  const step = await takeOwnStep(context, input, { type: 'send_back', by: context.actor, reason: input.reason });
  const { card, cycle, submission } = step;
  submission.sentBackReason = input.reason;
  return {
    output: presentOwnAnswer(submission, cycle),
    changes: [
      ...changesOfAnswer(card, cycle, submission),
      ...await notify(context.em, context, [{ kind: 'sent_back', ...onAnswer(card, submission, { reason: input.reason }), to: [staffOf(submission)] }]),
    ],
    log: logOfAnswer(step, { after: { sentBackReason: input.reason }, privateTo: submission.organisationId }),
  };
});
