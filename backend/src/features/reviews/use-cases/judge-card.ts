import * as contracts from '@furikaeri/contracts';
import { suggestProgress } from '@furikaeri/model';
import { useCase } from '../../../platform/commands/use-case.ts';
import { presentCard } from '../../cards/index.ts';
import { changeOfCard } from '../../submissions/index.ts';
import { openCardStep, stepCard } from '../take-card-step.ts';

/** 実施状況を判断する. The same value again is 「このままとする」: a decision without a move. */
export const judgeCard = useCase(contracts.judgeCard, async (context, input) => {
  const { actor, now } = context;
  const step = await openCardStep(context, input, 'card.judge', () => false);
  const { card, facts } = step;
  const figure = card.figure ?? null;
  const { next } = stepCard(step, {
    type: 'judge', by: actor, progress: input.progress, reason: input.reason,
    no: figure?.no ?? 0,
    unanswered: figure?.unanswered ?? 0,
    suggestion: suggestProgress(figure, facts.recurring).progress,
  });
  const at = now.toISOString();
  card.progress = next.progress;
  card.progressDecision = { by: actor.doer, at, reason: input.reason ?? null };
  card.version += 1;
  return {
    output: presentCard(card),
    changes: [changeOfCard(card, facts.progress === next.progress ? null : { axis: 'progress', from: facts.progress, to: next.progress, by: actor.doer, at })],
    log: {
      cycleId: card.cycleId, cardId: card.id, reason: input.reason ?? null,
      before: { progress: facts.progress, decided: facts.progressDecided }, after: { progress: next.progress, decided: true },
    },
  };
});
