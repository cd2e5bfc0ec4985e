import type { OutputOf, readCalendarFeed as contract } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';

/** Whether one's calendar has an address, and when a program last asked there. The address itself is not known any more. */
export async function readCalendarFeed(em: EntityManager, { personId }: SignedIn): Promise<OutputOf<typeof contract>> {
  const [feed] = await em.fork().execute<{ createdAt: string | Date; lastReadAt: string | Date | null }[]>(
    'select created_at as "createdAt", last_read_at as "lastReadAt" from calendar_feed where person_id = ?', [personId],
  );
  if (feed === undefined) return { feed: null };
  return { feed: { createdAt: new Date(feed.createdAt).toISOString(), lastReadAt: feed.lastReadAt === null ? null : new Date(feed.lastReadAt).toISOString() } };
}
