import * as contracts from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { idList } from '../../platform/database/id-list.ts';

interface Row extends Omit<contracts.MailLine, 'createdAt' | 'notBefore' | 'sentAt'> { createdAt: Date; notBefore: Date | null; sentAt: Date | null }

/** 送信の記録: one line a mail. Address and subject are those it went with, or those it would go with. */
export const MAIL_LINE = `
  m.id, split_part(m.kind, ':', 1) as kind, m.recipient_id as "recipientId", n.name as recipient, coalesce(m.address, n.email) as address,
  (select coalesce(array_agg(distinct o.name), '{}') from post p join organisation o on o.id = p.organisation_id
   where p.person_id = m.recipient_id and (p.valid_from is null or p.valid_from <= m.send_on) and (p.valid_to is null or p.valid_to >= m.send_on)) as organisations,
  coalesce(m.subject, '') as subject,
  (select count(distinct i.subject_id)::integer from reminder_item i where i.mail_id = m.id) as answers,
  m.is_copy as "isCopy", case when m.bounced_at is not null then 'bounced' else m.state end as state, m.attempts, m.last_error as "lastError",
  m.requested_by as "requestedBy", m.created_at as "createdAt", m.not_before as "notBefore", m.sent_at as "sentAt", m.bounced_note as "bouncedNote"`;

/** A 督促 that nobody is sending yet, most of all a 予約: it can be taken back. A condition on mail `m`. */
export const waitingNudge = (m: string): string => `${m}.state = 'pending' and ${m}.kind like 'nudge:%'`;

/**
 * What failed and can be tried again. The rows of an earlier day's まとめメール went with a later one, and those of a 督促 that was
 * pressed anew went with that, as did the お知らせ of a mail for which the relay was away too long.
 */
export const RETRIABLE = `m.state = 'failed' and m.last_error is distinct from '${contracts.OUTCOME_UNKNOWN}' and (m.kind <> 'daily' or m.send_on = ?)
  and (m.kind not like 'nudge:%' or exists (select 1 from reminder_item i where i.mail_id = m.id))
  and (m.kind not like 'notice:%' or exists (select 1 from notification n where n.mail_id = m.id))`;

const iso = (at: Date | null): string | null => (at === null ? null : new Date(at).toISOString());

export const presentLine = <R extends Row>({ createdAt, notBefore, sentAt, ...line }: R): Omit<R, keyof Row> & contracts.MailLine =>
  ({ ...line, createdAt: new Date(createdAt).toISOString(), notBefore: iso(notBefore), sentAt: iso(sentAt) }) as Omit<R, keyof Row> & contracts.MailLine;

/** Some lines by their mails' ids, the newest first. */
export async function linesOf(em: EntityManager, ids: readonly string[]): Promise<contracts.MailLine[]> {
  const rows = await em.execute<Row[]>(
    `select ${MAIL_LINE} from reminder_mail m join person n on n.id = m.recipient_id where m.id = any(?::uuid[]) order by m.created_at desc, m.id desc`, [idList(ids)],
  );
  return rows.map(presentLine);
}

export type MailRow = Row;
