import type { OutputOf, previewNudges } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { idList } from '../../../platform/database/id-list.ts';

type Today = OutputOf<typeof previewNudges>['mails'][number]['today'];

/** What these people were sent: whose last mail to their address came back, and what arrived on that day already. */
export async function mailsBefore(em: EntityManager, personIds: readonly string[], day: string): Promise<{ bounced: Set<string>; today: Map<string, Today> }> {
  const last = await em.execute<{ id: string; cameBack: boolean }[]>(
    `select distinct on (n.id) n.id, m.bounced_at is not null as "cameBack" from person n join reminder_mail m on m.recipient_id = n.id and m.state = 'sent' and m.address = n.email
     where n.id = any(?::uuid[]) order by n.id, m.sent_at desc`,
    [idList(personIds)],
  );
  const rows = await em.execute<{ id: string; kind: Today[number]['kind']; at: Date; answers: number }[]>(
    `select m.recipient_id as id, split_part(m.kind, ':', 1) as kind, max(m.sent_at) as at, count(distinct i.subject_id)::integer as answers
     from reminder_mail m join reminder_item i on i.mail_id = m.id and i.subject_kind = 'answer' and i.role = 'owed'
     where m.recipient_id = any(?::uuid[]) and m.state = 'sent' and m.bounced_at is null and (m.sent_at at time zone 'Asia/Tokyo')::date = ? group by 1, 2 order by 2`,
    [idList(personIds), day],
  );
  const today = new Map<string, Today>();
  for (const { id, kind, at, answers } of rows) today.set(id, [...(today.get(id) ?? []), { kind, at: new Date(at).toISOString(), answers }]);
  return { bounced: new Set(last.filter(({ cameBack }) => cameBack).map(({ id }) => id)), today };
}
