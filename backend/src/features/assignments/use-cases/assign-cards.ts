import * as contracts from '@furikaeri/contracts';
import { transitionCard, whyNot } from '@furikaeri/model';
import { orForbid, orRefuse } from '../../../platform/commands/or-refuse.ts';
import { type ChangeDraft, useCase } from '../../../platform/commands/use-case.ts';
import { cardFacts, presentCard, refreshCardWith } from '../../cards/index.ts';
import { changeOfCard, changesOfAnswer, submissionFacts } from '../../submissions/index.ts';
import { askedAfter, changeAsked, hasContent } from '../change-asked.ts';
import { checkOrganisations } from '../check-organisations.ts';
import { lockAssigned } from '../lock-assigned.ts';
import { changesOfRemoved, keepRemoved } from '../removed-answers.ts';

/** 担当と照会先を決める, for one row or many: all of them or none. The stage follows at once. */
export const assignCards = useCase(contracts.assignCards, async ({ em, actor, now }, input) => {
  orForbid(whyNot(actor, 'assignment.change', null));
  const { cycle, rows, wards } = await lockAssigned(em, input.cycleId, input.cards);
  const secretariatId = await checkOrganisations(em, input);
  const changes: ChangeDraft[] = [];
  const before: object[] = [];
  for (const { card, answers } of rows) {
    before.push({ cardId: card.id, code: card.code, committeeId: card.committeeId, bureauId: card.bureauId, organisationIds: answers.map((answer) => answer.organisationId) });
    const asked = askedAfter(card, answers, input, secretariatId);
    const { added, removed, kept } = changeAsked(em, card, answers, asked);
    const withContent = removed.filter(hasContent).map(({ id }) => id);
    orRefuse(
      transitionCard(cardFacts(card, cycle), answers.map((answer) => submissionFacts(answer, cycle)), {
        type: 'change_asked', by: actor, removedWithContent: withContent, confirmed: input.removeAnswered,
      }),
      { list: [{ code: card.code, title: card.title }] },
    );
    card.asks = asked.asks;
    if (input.committeeId !== undefined) card.committeeId = input.committeeId;
    if (input.bureauId !== undefined) card.bureauId = input.bureauId;
    await keepRemoved(em, removed, { commandId: input.commandId, at: now });
    em.remove(removed);
    const move = refreshCardWith(wards, card, [...kept, ...added], now);
    changes.push(
      ...removed.flatMap((answer) => changesOfRemoved(card, answer)),
      ...added.flatMap((answer) => changesOfAnswer(card, cycle, answer)),
      changeOfCard(card, move),
    );
  }
  const first = rows.length === 1 ? rows[0] : undefined;
  return {
    output: { cards: rows.map(({ card }) => presentCard(card)) },
    changes,
    log: {
      cycleId: cycle.id, ...(first && { cardId: first.card.id }),
      before: { cards: before },
      after: { cardIds: rows.map(({ card }) => card.id), committeeId: input.committeeId, bureauId: input.bureauId, wardIds: input.wardIds },
    },
  };
});
