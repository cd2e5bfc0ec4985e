import * as contracts from '@furikaeri/contracts';
import { isWritten, streamName, transitionCard, whyNot } from '@furikaeri/model';
import { orForbid, orRefuse } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { CardTextEntity } from '../card.entity.ts';
import { cardFacts } from '../card.facts.ts';
import { presentCard, presentText } from '../card.presenter.ts';
import { lockCard } from '../lock-card.ts';

/** One of the three city-wide texts. Each has its own version, so that two people may write two of them at once. */
export const writeCardText = useCase(contracts.writeCardText, async ({ em, actor, now }, input) => {
  const { card, cycle } = await lockCard(em, input.cardId);
  const facts = cardFacts(card, cycle);
  orForbid(whyNot(actor, 'card.write-text', facts));
  const stored = await em.findOne(CardTextEntity, { cardId: card.id, field: input.field });
  if ((stored?.version ?? 0) !== input.expectedVersion) {
    throw new ProblemError('card/changed-meanwhile', { current: presentText(input.field, stored) });
  }
  const { next, tracked } = orRefuse(transitionCard(facts, [], { type: 'write_text', by: actor, field: input.field, written: isWritten(input.text) }));
  const text = stored ?? em.create(CardTextEntity, { cardId: card.id, field: input.field, text: '', quotes: [], version: 0 });
  const before = text.text;
  em.assign(text, { text: input.text, version: text.version + 1, updatedAt: now, updatedBy: actor.doer });
  card.textsWritten = next.texts;
  // The approval rests on the texts too: whoever looked at the old ones has to look again.
  card.version += 1;
  const output = presentText(input.field, text);
  const streams = [streamName({ kind: 'cycle', cycleId: card.cycleId })];
  return {
    output,
    changes: [
      { streams, payload: { type: 'text.changed', cardId: card.id, text: output } },
      { streams, payload: { type: 'card.changed', card: presentCard(card), move: null } },
    ],
    log: { cycleId: card.cycleId, cardId: card.id, before: { field: input.field, text: before }, after: { field: input.field, text: input.text, tracked } },
  };
});
