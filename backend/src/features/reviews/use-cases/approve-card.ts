import * as contracts from '@furikaeri/contracts';
import { answersPeople, isNoneApplicable } from '@furikaeri/model';
import { useCase } from '../../../platform/commands/use-case.ts';
import { fixTexts, presentCard, refreshCard } from '../../cards/index.ts';
import { notify, onAnswer } from '../../notifications/index.ts';
import { changeOfCard, changesOfAnswer } from '../../submissions/index.ts';
import { closeAnswers } from '../close-answers.ts';
import { answersForAsked } from '../own-answer.ts';
import { doerAs, standInLog } from '../stand-in.ts';
import { openCardStep, stepCard } from '../take-card-step.ts';

/**
 * 部会承認: closes the card. What was handed in is 確認済; what is missing becomes 未提出扱い, with the reason given. The
 * figures in its texts stop following the answers.
 */
export const approveCard = useCase(contracts.approveCard, async (context, input) => {
  const { em, actor, now } = context;
  const step = await openCardStep(context, input, 'card.approve');
  const { card, cycle, facts, answers } = step;
  const noFigure = card.figure != null && isNoneApplicable(card.figure);
  const { next, answers: closed, authority } = stepCard(step, { type: 'approve', by: actor, reason: input.reason, noFigure, standInReason: input.actingReason });
  const doer = doerAs(actor, authority);
  const at = now.toISOString();
  const ownAnswer = await answersForAsked(em, actor, answers);
  closeAnswers(answers, closed, input.reason ?? null);
  card.stage = next.stage;
  card.reopenedLate = next.reopenedLate;
  card.approval = { by: doer, at, reason: input.reason ?? null, ...(ownAnswer && { ownAnswer }) };
  await refreshCard(em, card, answers, now);
  const fixed = await fixTexts(em, card);
  return {
    output: presentCard(card),
    changes: [
      ...answers.flatMap((answer) => changesOfAnswer(card, cycle, answer)),
      ...fixed,
      changeOfCard(card, { axis: 'stage', from: facts.stage, to: next.stage, by: doer, at }),
      ...await notify(em, context, answers.map((answer) => ({
        kind: 'approved', ...onAnswer(card, answer, answer.state === 'waived' ? { waived: 'yes', reason: answer.waivedReason ?? '' } : {}), to: [answersPeople(answer)],
      }))),
    ],
    log: {
      cycleId: card.cycleId, cardId: card.id, reason: input.reason ?? null,
      before: { stage: facts.stage },
      after: { stage: next.stage, ...(ownAnswer && { ownAnswer }), ...standInLog(authority, input.actingReason) },
    },
  };
});
