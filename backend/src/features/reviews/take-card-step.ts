import { type CardAction, type CardFacts, transitionCard, whyNot, type Action } from '@furikaeri/model';
import { orForbid, orRefuse } from '../../platform/commands/or-refuse.ts';
import type { UseCaseContext } from '../../platform/commands/use-case.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type CardEntity, cardFacts, lockCard, type LockedCard, presentCard } from '../cards/index.ts';
import { answersOf, type SubmissionEntity, submissionFacts } from '../submissions/index.ts';

interface Target { cardId: string; expectedVersion: number }
type Right = Action & `card.${string}`;
export interface CardStep extends LockedCard { facts: CardFacts; answers: SubmissionEntity[] }

/** Locks a card for one who has the right, at the version that was looked at. Its answers are read only `withAnswers`. */
export async function openCardStep({ em, actor }: UseCaseContext, target: Target, right: Right, withAnswers: (card: CardEntity) => boolean = () => true): Promise<CardStep> {
  const { card, cycle } = await lockCard(em, target.cardId);
  const facts = cardFacts(card, cycle);
  orForbid(whyNot(actor, right as 'card.approve', facts));
  if (card.version !== target.expectedVersion) {
    throw new ProblemError('card/changed-meanwhile', { current: presentCard(card) });
  }
  return { card, cycle, facts, answers: withAnswers(card) ? await answersOf(em, card) : [] };
}

/** Asks the model for one step of the card; a refusal names codes and ids, never text. */
export const stepCard = ({ facts, answers, cycle }: CardStep, action: CardAction) =>
  orRefuse(transitionCard(facts, answers.map((answer) => submissionFacts(answer, cycle)), action));
