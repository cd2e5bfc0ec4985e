import * as contracts from '@furikaeri/contracts';
import { OFFICE_PEOPLE } from '@furikaeri/model';
import { useCase } from '../../../platform/commands/use-case.ts';
import { refusePastDeadline } from '../../cycles/index.ts';
import { notify, onAnswer } from '../../notifications/index.ts';
import { changesOfAnswer } from '../answer-changes.ts';
import { takeOwnStep } from '../lock-answer.ts';
import { logOfAnswer } from '../log-of-answer.ts';
import { presentOwnAnswer } from '../submission.presenter.ts';

/** 期限の延長を願い出る. The deadline stays; 事務局 decides, and the card's 部会長 and 局 see the wish. A new one takes the place of the last. */
export const askExtension = useCase(contracts.askExtension, async (context, input) => {
  const { until, reason } = input;
  const step = await takeOwnStep(context, input, { type: 'ask_extension', by: context.actor, until, reason });
  const { card, cycle, submission } = step;
  await refusePastDeadline(context.em, until, context.today);
  submission.extensionRequest = { until, reason, by: context.actor.doer, at: context.now.toISOString() };
  submission.extensionDecision = null;
  // 事務局 decides on what it has read.
  submission.version += 1;
  return {
    output: presentOwnAnswer(submission, cycle),
    changes: [
      ...changesOfAnswer(card, cycle, submission),
      ...await notify(context.em, context, [{ kind: 'extension_asked', ...onAnswer(card, submission, { until, reason }), whose: submission.organisationId, to: [OFFICE_PEOPLE] }]),
    ],
    log: logOfAnswer(step, { reason, after: { extensionRequest: until } }),
  };
});
