import type { EntityManager } from '@mikro-orm/postgresql';

/** The same row, one fiscal year earlier in the same plan. */
interface PreviousRow { cardId: string; fiscalYear: number }

/**
 * The year before of each of these cards, by their ids, in one statement. The same row is the one with the same code in the
 * cycle of the same plan with the fiscal year before; a card without one is not in the map.
 */
export async function previousCards(em: EntityManager, cardIds: readonly string[]): Promise<Map<string, PreviousRow>> {
  if (cardIds.length === 0) return new Map();
  const rows = await em.execute<{ id: string; cardId: string; fiscalYear: number }[]>(
    `select c.id, p.id as "cardId", b.fiscal_year as "fiscalYear"
       from card c
       join cycle y on y.id = c.cycle_id
       join cycle b on b.plan_id = y.plan_id and b.fiscal_year = y.fiscal_year - 1
       join card p on p.cycle_id = b.id and p.code = c.code
      where c.id in (${cardIds.map(() => '?').join(', ')})`,
    [...cardIds],
  );
  return new Map(rows.map(({ id, cardId, fiscalYear }) => [id, { cardId, fiscalYear }]));
}
