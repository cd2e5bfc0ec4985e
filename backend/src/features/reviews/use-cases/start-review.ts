import * as contracts from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { presentCard } from '../../cards/index.ts';
import { changeOfCard } from '../../submissions/index.ts';
import { doerAs, standInLog } from '../stand-in.ts';
import { openCardStep, stepCard } from '../take-card-step.ts';

/** 審査を始める: from 区提出, or from 下書き once the wards' deadline has passed. */
export const startReview = useCase(contracts.startReview, async (context, input) => {
  const { actor, now, today } = context;
  // Only a card that still waits for answers has to name them.
  const step = await openCardStep(context, input, 'card.start-review', ({ stage }) => stage === 'draft');
  const { next, authority } = stepCard(step, { type: 'start_review', by: actor, today, standInReason: input.actingReason });
  const { card, facts } = step;
  card.stage = next.stage;
  card.version += 1;
  return {
    output: presentCard(card),
    changes: [changeOfCard(card, { axis: 'stage', from: facts.stage, to: next.stage, by: doerAs(actor, authority), at: now.toISOString() })],
    log: {
      cycleId: card.cycleId, cardId: card.id,
      before: { stage: facts.stage }, after: { stage: next.stage, ...standInLog(authority, input.actingReason) },
    },
  };
});
