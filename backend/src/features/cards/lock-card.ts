import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { CycleEntity } from '../cycles/index.ts';
import { CardEntity } from './card.entity.ts';
import { presentCard } from './card.presenter.ts';

export interface LockedCard { card: CardEntity; cycle: CycleEntity }

/**
 * Takes the card's lock, which every command on a card or on one of its answers takes first.
 * The cycle is read in a later statement on purpose: whoever moves the phase holds the cards' locks while doing so, and a
 * join would still show the phase from before the wait.
 */
export async function lockCard(em: EntityManager, cardId: string, expectedVersion?: number): Promise<LockedCard> {
  const card = await em.findOne(CardEntity, { id: cardId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (card === null) throw new ProblemError('card/not-found');
  if (expectedVersion !== undefined && card.version !== expectedVersion) {
    throw new ProblemError('card/changed-meanwhile', { current: presentCard(card) });
  }
  return { card, cycle: await em.findOneOrFail(CycleEntity, { id: card.cycleId }) };
}
