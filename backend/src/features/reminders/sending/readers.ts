import { DEFAULT_QUIET, isQuiet, type ClosedDays, type MailLanguage, type QuietHours } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { heldToday } from '../../../platform/auth/held-today.ts';
import { idList } from '../../../platform/database/id-list.ts';

/** Somebody a mail may go to today. */
export interface Reader { id: string; name: string; address: string; organisation: string; language: MailLanguage; isAway: boolean; isQuiet: boolean }

interface Row { id: string; name: string; address: string; organisation: string; language: MailLanguage | null; quiet: QuietHours | null; isAway: boolean }

/** Who of these has an address and a post today, in which language they read, and whether they want to be left alone now. */
export async function readersOf(em: EntityManager, ids: Iterable<string>, now: { date: string; time: string }, closed: ClosedDays): Promise<Map<string, Reader>> {
  const rows = await em.execute<Row[]>(
    `select distinct on (n.id) n.id, n.name, n.email as address, o.name as organisation, s.language, s.quiet,
            exists (select 1 from absence a where a.person_id = n.id and a.from_day <= ? and a.to_day >= ?) as "isAway"
     from person n
     join post p on p.person_id = n.id and ${heldToday('p')}
     join organisation o on o.id = p.organisation_id
     left join notification_settings s on s.person_id = n.id
     where n.id = any(?::uuid[]) and n.disabled_at is null and n.email <> ''
     order by n.id, p.deputy_of is not null, p.id`,
    [now.date, now.date, now.date, now.date, idList(ids)],
  );
  return new Map(rows.map(({ language, quiet, ...reader }) => [reader.id, {
    ...reader, language: language ?? 'ja',
    isQuiet: isQuiet({ quiet: language === null ? DEFAULT_QUIET : quiet }, now, closed),
  }]));
}
