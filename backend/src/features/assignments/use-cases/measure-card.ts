import * as contracts from '@furikaeri/contracts';
import { checkedIndicator, type Indicator, whyNot, whyNotMeasured } from '@furikaeri/model';
import { orForbid, orRefuse } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { cardFacts, lockCard, presentCard, presentIndicator, refreshCard } from '../../cards/index.ts';
import { answersOf, changeOfCard, changesOfAnswer } from '../../submissions/index.ts';

/** 数え方を直す: the figure and the strip follow from the answers that are in, at once. What the form printed stays. */
export const measureCard = useCase(contracts.measureCard, async ({ em, actor, now }, input) => {
  orForbid(whyNot(actor, 'assignment.change', null));
  const { card, cycle } = await lockCard(em, input.cardId, input.expectedVersion);
  const problem = whyNotMeasured(cardFacts(card, cycle));
  if (problem !== null) throw new ProblemError(problem, { current: presentCard(card) });
  const before = card.indicator ?? null;
  const { indicator } = orRefuse(checkedIndicator(given(input.indicator, before)));
  const answers = await answersOf(em, card);
  card.indicator = indicator;
  const move = await refreshCard(em, card, answers, now);
  const [first] = answers;
  return {
    output: presentCard(card),
    changes: [
      changeOfCard(card, move),
      // One answer carries the new strip to those who see the card by ward.
      ...(first === undefined ? [] : changesOfAnswer(card, cycle, first).slice(0, 1)),
    ],
    log: {
      cycleId: card.cycleId, cardId: card.id,
      before: { indicator: before && presentIndicator(before) }, after: { indicator: presentIndicator(indicator) },
    },
  };
});

/** As the model keeps it: what a person left empty is absent. */
const given = ({ direction, baseline, target, withoutFigure, until, name, ...rest }: contracts.IndicatorInput, before: Indicator | null): Indicator => ({
  ...rest,
  printed: before?.printed ?? null,
  withheld: before?.withheld,
  name: name.trim() === '' ? undefined : name.trim(),
  direction: direction ?? undefined,
  baseline: baseline ?? undefined,
  target: target ?? undefined,
  withoutFigure: withoutFigure === null || withoutFigure.trim() === '' ? undefined : withoutFigure.trim(),
  until: until ?? undefined,
});
