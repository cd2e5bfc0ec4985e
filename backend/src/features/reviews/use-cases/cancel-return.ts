import * as contracts from '@furikaeri/contracts';
import { answersPeople, transitionSubmission, whyNot } from '@furikaeri/model';
import { orForbid, orRefuse } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { refreshCard } from '../../cards/index.ts';
import { notify, onAnswer } from '../../notifications/index.ts';
import { answersOf, become, changeOfCard, changesOfAnswer, lockAnswer, presentAnswer } from '../../submissions/index.ts';
import { standInLog } from '../stand-in.ts';

/** 差戻しを取り消す: the answer counts again as it was last submitted. What its ward typed since stays the ward's own. */
export const cancelReturn = useCase(contracts.cancelReturn, async (context, input) => {
  const { em, actor, now } = context;
  const { card, cycle, submission, facts, cardFacts } = await lockAnswer(em, input.submissionId);
  orForbid(whyNot(actor, 'submission.cancel-return', { card: cardFacts, submission: facts }));
  if (submission.version !== input.expectedVersion) {
    throw new ProblemError('submission/changed-meanwhile', { current: presentAnswer(submission, cycle) });
  }
  const { next, authority } = orRefuse(transitionSubmission(facts, cardFacts, { type: 'cancel_return', by: actor, standInReason: input.actingReason }));
  become(submission, next);
  submission.sentBackReason = null;
  submission.version += 1;
  submission.draftVersion += 1;
  const move = await refreshCard(em, card, await answersOf(em, card), now);
  return {
    output: presentAnswer(submission, cycle),
    changes: [
      ...changesOfAnswer(card, cycle, submission), changeOfCard(card, move),
      ...await notify(em, context, [{ kind: 'returned', ...onAnswer(card, submission, { cancelled: 'yes' }), to: [answersPeople(submission)] }]),
    ],
    log: {
      cycleId: card.cycleId, cardId: card.id, submissionId: submission.id, organisationId: submission.organisationId,
      before: { state: facts.state }, after: { state: next.state, ...standInLog(authority, input.actingReason) },
    },
  };
});
