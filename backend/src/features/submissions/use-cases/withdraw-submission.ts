import * as contracts from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { refreshCard } from '../../cards/index.ts';
import { changeOfCard, changesOfAnswer } from '../answer-changes.ts';
import { answersOf, takeOwnStep } from '../lock-answer.ts';
import { logOfAnswer } from '../log-of-answer.ts';
import { presentOwnAnswer } from '../submission.presenter.ts';

/** 取下げ: out of 区内確認, or out of 提出済 while the 部会 has not begun; then the answer is out of sight and of the count. */
export const withdrawSubmission = useCase(contracts.withdrawSubmission, async (context, input) => {
  const step = await takeOwnStep(context, input, { type: 'withdraw', by: context.actor });
  const { card, cycle, submission, before } = step;
  const log = logOfAnswer(step);
  if (before.state !== 'submitted') {
    return { output: presentOwnAnswer(submission, cycle), changes: changesOfAnswer(card, cycle, submission), log };
  }
  const move = await refreshCard(context.em, card, await answersOf(context.em, card), context.now);
  return {
    output: presentOwnAnswer(submission, cycle),
    changes: [...changesOfAnswer(card, cycle, submission), changeOfCard(card, move)],
    log,
  };
});
