import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { CardEntity, presentCard, wardOrder } from '../cards/index.ts';
import { CycleEntity } from '../cycles/index.ts';
import { SubmissionEntity } from '../submissions/index.ts';

export interface AssignedRow { card: CardEntity; answers: SubmissionEntity[] }

/** Locks several cards in the order of their ids, as everybody does who locks more than one, and checks their versions. */
export async function lockAssigned(em: EntityManager, cycleId: string, wanted: readonly { id: string; expectedVersion: number }[]) {
  const ids = wanted.map(({ id }) => id);
  const cards = await em.find(CardEntity, { id: ids, cycleId }, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
  const cycle = await em.findOne(CycleEntity, { id: cycleId });
  if (cycle === null || cards.length < new Set(ids).size) throw new ProblemError('card/not-found');
  const expected = new Map(wanted.map(({ id, expectedVersion }) => [id, expectedVersion] as const));
  const stale = cards.find((card) => expected.get(card.id as never) !== card.version);
  if (stale !== undefined) throw new ProblemError('card/changed-meanwhile', { current: presentCard(stale) });
  const answers = await em.find(SubmissionEntity, { cardId: ids }, { orderBy: { id: 'asc' } });
  const byCard = new Map<string, SubmissionEntity[]>();
  for (const answer of answers) byCard.set(answer.cardId, [...(byCard.get(answer.cardId) ?? []), answer]);
  const rows: AssignedRow[] = cards.map((card) => ({ card, answers: byCard.get(card.id) ?? [] })).toSorted((a, b) => a.card.sort - b.card.sort);
  return { cycle, rows, wards: await wardOrder(em) };
}
