import type { EntityManager } from '@mikro-orm/postgresql';
import { readTogether } from '../../platform/commands/command-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { CycleEntity } from '../cycles/index.ts';
import { CardEntity } from './card.entity.ts';
import { presentCard } from './card.presenter.ts';

export interface LockedCard { card: CardEntity; cycle: CycleEntity }

/**
 * Takes the card's lock, which every command on a card or on one of its answers takes first.
 * The cycle is read in a later statement on purpose: whoever moves the phase holds the cards' locks while doing so, and a
 * join would still show the phase from before the wait. Both statements travel in one message.
 */
export async function lockCard(em: EntityManager, cardId: string, expectedVersion?: number): Promise<LockedCard> {
  const [[cardRow] = [], [cycleRow] = []] = await readTogether(em, [
    ['select * from card where id = ? for update', [cardId]],
    ['select * from cycle where id = (select cycle_id from card where id = ?)', [cardId]],
  ]);
  if (cardRow === undefined || cycleRow === undefined) throw new ProblemError('card/not-found');
  const card = em.map(CardEntity, cardRow);
  if (expectedVersion !== undefined && card.version !== expectedVersion) {
    throw new ProblemError('card/changed-meanwhile', { current: presentCard(card) });
  }
  return { card, cycle: em.map(CycleEntity, cycleRow) };
}
