import type { EntityManager } from '@mikro-orm/postgresql';

/** A person's calendar address leads nowhere from now on; says whether there was one. */
export async function endCalendarFeed(em: EntityManager, personId: string): Promise<boolean> {
  const ended = await em.execute<object[]>('delete from calendar_feed where person_id = ? returning person_id', [personId]);
  return ended.length > 0;
}
