import * as contracts from '@furikaeri/contracts';
import { approversOf } from '@furikaeri/model';
import { useCase } from '../../../platform/commands/use-case.ts';
import { notify, onAnswer } from '../../notifications/index.ts';
import { changesOfAnswer } from '../answer-changes.ts';
import { takeOwnStep } from '../lock-answer.ts';
import { logOfAnswer } from '../log-of-answer.ts';
import { refuseIncomplete } from '../refuse-incomplete.ts';
import { presentOwnAnswer } from '../submission.presenter.ts';

/** 確認を依頼: the ward's staff hand a finished answer to their approver. */
export const requestCheck = useCase(contracts.requestCheck, async (context, input) => {
  const step = await takeOwnStep(context, input, { type: 'request_check', by: context.actor });
  const { card, cycle, submission } = step;
  refuseIncomplete(card, submission);
  submission.sentBackReason = null;
  return {
    output: presentOwnAnswer(submission, cycle),
    changes: [
      ...changesOfAnswer(card, cycle, submission),
      ...await notify(context.em, context, [{ kind: 'check_requested', ...onAnswer(card, submission), to: [approversOf(submission)] }]),
    ],
    log: logOfAnswer(step),
  };
});
