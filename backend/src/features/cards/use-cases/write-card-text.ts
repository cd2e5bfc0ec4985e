import * as contracts from '@furikaeri/contracts';
import { fixText, isWritten, ownersOf, renderText, streamName, transitionCard, whyNot } from '@furikaeri/model';
import { orForbid, orRefuse } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { notify, onCard } from '../../notifications/index.ts';
import { CardTextEntity } from '../card.entity.ts';
import { cardFacts } from '../card.facts.ts';
import { presentCard, presentText } from '../card.presenter.ts';
import { changeOfQuotes, changeOfText, valuesFor } from '../card-texts.ts';
import { checkedQuotes } from '../check-quotes.ts';
import { lockCard } from '../lock-card.ts';

/**
 * One of the three city-wide texts. Each has its own version, so that two people may write two of them at once. The text
 * goes to everybody with its marks; where quoted sentences came from goes to those alone who see each answer.
 */
export const writeCardText = useCase(contracts.writeCardText, async (context, input) => {
  const { em, actor, now } = context;
  const { card, cycle } = await lockCard(em, input.cardId);
  const facts = cardFacts(card, cycle);
  orForbid(whyNot(actor, 'card.write-text', facts));
  const stored = await em.findOne(CardTextEntity, { cardId: card.id, field: input.field });
  if ((stored?.version ?? 0) !== input.expectedVersion) {
    throw new ProblemError('card/changed-meanwhile', { current: presentText(input.field, stored) });
  }
  const text = stored ?? em.create(CardTextEntity, { cardId: card.id, field: input.field, text: '', quotes: [], version: 0 });
  const values = await valuesFor(em, card, [text.text, input.text]);
  const before = renderText(text.text, values);
  const after = renderText(input.text, values);
  const { next, tracked } = orRefuse(transitionCard(facts, [], { type: 'write_text', by: actor, field: input.field, written: isWritten(after) }));
  const quotes = await checkedQuotes(em, actor, facts, input.text, text.quotes, input.quotes ?? []);
  const quotesChanged = JSON.stringify(quotes) !== JSON.stringify(text.quotes);
  // On a reviewed card (事務局's late corrections) nothing follows the answers any more.
  const written = facts.stage === 'reviewed' ? fixText(input.text, values) : input.text;
  em.assign(text, { text: written, quotes, version: text.version + 1, updatedAt: now, updatedBy: actor.doer });
  card.textsWritten = next.texts;
  // The approval rests on the texts too: whoever looked at the old ones has to look again.
  card.version += 1;
  // It is saved while it is being typed: who has not looked yet is not told again.
  const told = { kind: 'text_changed', ...onCard(card, { field: input.field }), field: input.field, to: ownersOf(facts), unlessUnread: true } as const;
  return {
    output: presentText(input.field, text),
    changes: [
      changeOfText(card, text),
      ...(quotesChanged ? [changeOfQuotes(card, text)] : []),
      { streams: [streamName({ kind: 'cycle', cycleId: card.cycleId })], payload: { type: 'card.changed', card: presentCard(card), move: null } },
      ...await notify(em, context, tracked && before !== after ? [told] : []),
    ],
    // As it read at that hour: a figure that follows would tell the history of today.
    log: { cycleId: card.cycleId, cardId: card.id, before: { field: input.field, text: before }, after: { field: input.field, text: after, tracked } },
  };
});
