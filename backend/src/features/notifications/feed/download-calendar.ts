import { downloadCalendar as contract } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { hashToken } from '../../../platform/auth/sessions.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { readSettings } from '../read-settings.ts';
import { readAgenda } from './read-agenda.ts';
import { FEED_SECONDS, writeCalendar } from './write-calendar.ts';

/**
 * The calendar behind a secret address. Whatever is wrong with the address, the answer is the same. From here on only the
 * hash of the secret is known, so that no statement and no error can tell it.
 */
export async function downloadCalendar(em: EntityManager, raw: unknown, { now, today, publicUrl }: { now: Date; today: string; publicUrl: string }): Promise<string> {
  const input = contract.input.safeParse(raw);
  if (!input.success) throw new ProblemError('calendar-feed/not-found');
  const fork = em.fork();
  const [feed] = await fork.execute<{ personId: string; name: string }[]>(
    'select f.person_id as "personId", pe.name from calendar_feed f join person pe on pe.id = f.person_id where f.token_hash = ?', [hashToken(input.data.file.replace(/\.ics$/, ''))],
  );
  const days = feed === undefined ? null : await readAgenda(fork, feed.personId, today);
  if (feed === undefined || days === null) throw new ProblemError('calendar-feed/not-found');
  await fork.execute('update calendar_feed set last_read_at = ? where person_id = ? and (last_read_at is null or last_read_at < ?)', [now, feed.personId, new Date(now.getTime() - FEED_SECONDS * 1000)]);
  const { settings } = await readSettings(fork, feed.personId);
  return writeCalendar({ name: feed.name, language: settings.language, publicUrl, days });
}
