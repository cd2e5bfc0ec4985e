import type { EntityManager } from '@mikro-orm/postgresql';

/** The titles above a row, chapter first: of 1(2)ア those of 1, 1(2) and 1(2)ア. */
export async function sectionTitles(em: EntityManager, cycleId: string, number: string): Promise<string[]> {
  const rows = await em.execute<{ number: string; title: string }[]>(
    'select number, title from section where cycle_id = ? and starts_with(?, number) order by length(number)', [cycleId, number],
  );
  // Chapter 1 is not above section 12(3).
  return rows.filter((row) => !/^\d/.test(number.slice(row.number.length))).map(({ title }) => title);
}
