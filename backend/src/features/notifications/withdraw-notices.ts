import { streamName } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChangeDraft } from '../../platform/commands/use-case.ts';
import { HELD_NOTICE } from './held-notices.ts';

/**
 * What a comment told is read from now on: it calls nobody any more, and no mail tells of it. Gives back what the screens of
 * its readers hear. Like notify() it locks them, in the order of their ids, so that each hears a count that is true (ADR 15).
 */
export async function withdrawNotices(em: EntityManager, { now, today }: { now: Date; today: string }, commentId: string): Promise<ChangeDraft[]> {
  await em.execute('select 1 from person where id in (select person_id from notification where comment_id = ?) order by id for no key update', [commentId]);
  // In the order of their ids, as whoever puts them into mails takes them: a worker does not hold the persons.
  const withdrawn = await em.execute<{ id: string; personId: string }[]>(
    `update notification set read_at = ? where id in (select id from notification where comment_id = ? and read_at is null order by id for update) returning id, person_id as "personId"`,
    [now, commentId],
  );
  if (withdrawn.length === 0) return [];
  const readers = [...new Set(withdrawn.map(({ personId }) => personId))];
  const counts = await em.execute<{ personId: string; unread: number }[]>(
    `select person_id as "personId", count(*)::int as unread from notification n where person_id in (?) and read_at is null and ${HELD_NOTICE} group by person_id`, [readers, today, today],
  );
  const unread = new Map(counts.map((each) => [each.personId, each.unread]));
  return readers.map((personId) => {
    const ids = withdrawn.filter((each) => each.personId === personId).map(({ id }) => id);
    return { streams: [streamName({ kind: 'person', personId })], payload: { type: 'notices.marked', ids, read: true, at: now.toISOString(), unread: unread.get(personId) ?? 0 } };
  });
}
