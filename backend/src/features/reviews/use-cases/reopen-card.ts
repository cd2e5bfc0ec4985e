import * as contracts from '@furikaeri/contracts';
import { answersPeople, OFFICE_PEOPLE } from '@furikaeri/model';
import { useCase } from '../../../platform/commands/use-case.ts';
import { presentCard, refreshCard, unfixTexts } from '../../cards/index.ts';
import { notify, onAnswer, onCard } from '../../notifications/index.ts';
import { changeOfCard, changesOfAnswer } from '../../submissions/index.ts';
import { closeAnswers } from '../close-answers.ts';
import { doerAs, standInLog } from '../stand-in.ts';
import { openCardStep, stepCard } from '../take-card-step.ts';

/** 審査を再開: every answer is again where it was before the approval, and the figures in the texts follow them again. */
export const reopenCard = useCase(contracts.reopenCard, async (context, input) => {
  const { em, actor, now } = context;
  const step = await openCardStep(context, input, 'card.reopen');
  const { next, answers: restored, authority } = stepCard(step, { type: 'reopen', by: actor, reason: input.reason, standInReason: input.actingReason });
  const { card, cycle, facts, answers } = step;
  closeAnswers(answers, restored, null);
  card.stage = next.stage;
  card.reopenedLate = next.reopenedLate;
  card.approval = null;
  await refreshCard(em, card, answers, now);
  const live = await unfixTexts(em, card);
  return {
    output: presentCard(card),
    changes: [
      ...answers.flatMap((answer) => changesOfAnswer(card, cycle, answer)),
      ...live,
      changeOfCard(card, { axis: 'stage', from: facts.stage, to: next.stage, by: doerAs(actor, authority), at: now.toISOString() }),
      ...await notify(em, context, [
        ...answers.map((answer) => ({ kind: 'reopened', ...onAnswer(card, answer, { reason: input.reason }), to: [answersPeople(answer)], topic: 'reopened' } as const)),
        { kind: 'reopened', ...onCard(card, { reason: input.reason }), to: [OFFICE_PEOPLE], topic: 'reopened' },
      ]),
    ],
    log: {
      cycleId: card.cycleId, cardId: card.id, reason: input.reason,
      before: { stage: facts.stage }, after: { stage: next.stage, ...standInLog(authority, input.actingReason) },
    },
  };
});
