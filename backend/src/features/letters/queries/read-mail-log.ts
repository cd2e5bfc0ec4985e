import * as contracts from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { whereFound } from '../../../platform/database/search-sql.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { MAIL_LINE, presentLine, RETRIABLE, type MailRow, waitingNudge } from '../mail-lines.ts';

const PAGE = 50;
const STATES = { pending: `m.state in ('pending', 'claimed')`, claimed: `m.state = 'claimed'`, sent: `m.state = 'sent' and m.bounced_at is null`, failed: RETRIABLE, bounced: 'm.bounced_at is not null', cancelled: `m.state = 'cancelled'` };
/** A まとめメール that was carried over to a later day said nothing and lost nothing. */
const COUNTED = `m.state <> 'failed' or m.subject is not null`;

/** Where a search looks: whose mail it is, under which addresses and posts, and what it is called. */
const MENTIONED = `concat_ws(' ', n.name, m.address, n.email, m.subject, (select string_agg(o.name, ' ') from post p join organisation o on o.id = p.organisation_id where p.person_id = m.recipient_id))`;

/** 送信の記録, the newest first: who got what when, and what did not arrive. 事務局 alone. */
export async function listMailLog(em: EntityManager, me: SignedIn, today: string, raw: unknown): Promise<contracts.OutputOf<typeof contracts.listMailLog>> {
  const { q = '', state, kind, nudge, before } = parseInput(contracts.listMailLog.input, raw);
  orForbid(whyNot(me, 'mail-log.use', null));
  const forked = em.fork();
  const conditions = [COUNTED, ...(state === undefined ? [] : [STATES[state]])];
  const values: (string | number)[] = [];
  const where = (condition: string, ...given: string[]): void => { conditions.push(condition); values.push(...given); };
  if (state === 'failed') values.push(today);
  if (kind !== undefined) where(`split_part(m.kind, ':', 1) = ?`, kind);
  if (nudge !== undefined) where('m.kind = ?', `nudge:${nudge}`);
  if (before !== undefined) where('(m.created_at, m.id) < (select b.created_at, b.id from reminder_mail b where b.id = ?)', before);
  const found = whereFound(MENTIONED, q);
  where(found.sql, ...found.values);
  const rows = await forked.execute<MailRow[]>(
    `select ${MAIL_LINE} from reminder_mail m join person n on n.id = m.recipient_id where ${conditions.map((one) => `(${one})`).join(' and ')}
     order by m.created_at desc, m.id desc limit ${PAGE + 1}`,
    values,
  );
  const [counts] = await forked.execute<{ waiting: number; failed: number; bounced: number }[]>(
    `select count(*) filter (where ${STATES.pending})::integer as waiting, count(*) filter (where ${STATES.failed})::integer as failed, count(*) filter (where ${STATES.bounced})::integer as bounced
     from reminder_mail m where ${COUNTED}`,
    [today],
  );
  return { mails: rows.slice(0, PAGE).map(presentLine), more: rows.length > PAGE, counts: counts ?? { waiting: 0, failed: 0, bounced: 0 } };
}

/** One mail: its words as they went out, and what it was about. 事務局 alone. */
export async function readMail(em: EntityManager, me: SignedIn, raw: unknown): Promise<contracts.OutputOf<typeof contracts.readMail>> {
  const { mailId } = parseInput(contracts.readMail.input, raw);
  orForbid(whyNot(me, 'mail-log.use', null));
  const forked = em.fork();
  const [row] = await forked.execute<(MailRow & { messageId: string; text: string | null; words: contracts.TemplateText | null; waiting: number })[]>(
    `select ${MAIL_LINE}, m.message_id as "messageId", m.body as text, m.template as words,
            (select count(*)::integer from reminder_mail w where w.kind = m.kind and ${waitingNudge('w')}) as waiting
     from reminder_mail m join person n on n.id = m.recipient_id where m.id = ?`, [mailId],
  );
  if (!row) throw new ProblemError('mail/not-found');
  const about = await forked.execute<contracts.OutputOf<typeof contracts.readMail>['about']>(
    `select c.id as "cardId", c.code, c.title, o.name as organisation, i.effective_deadline::text as deadline, i.step
     from reminder_item i join card c on c.id = i.card_id left join submission s on s.id = i.subject_id left join organisation o on o.id = s.organisation_id
     where i.mail_id = ? order by c.sort, o.sort`,
    [mailId],
  );
  return { ...presentLine(row), cancelled: row.state === 'cancelled' ? await whoCancelled(forked, mailId) : null, about };
}

/** A 予約 taken back stands in the log of what people did. */
async function whoCancelled(em: EntityManager, mailId: string): Promise<contracts.OutputOf<typeof contracts.readMail>['cancelled']> {
  const [line] = await em.execute<{ by: contracts.Doer | null; at: Date }[]>(
    'select doer as by, at from command_log where name = ? and after @> ?::jsonb order by at desc limit 1', [contracts.cancelMails.name, JSON.stringify({ mails: [{ id: mailId }] })],
  );
  return line === undefined ? null : { by: line.by, at: new Date(line.at).toISOString() };
}
