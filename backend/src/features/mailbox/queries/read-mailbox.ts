import * as contracts from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { whereFound } from '../../../platform/database/search-sql.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';

interface Line { id: contracts.MailId; to: string; recipient: string; subject: string; at: Date; messageId: string }

const columns = 'id, address as "to", recipient, subject, at, message_id as "messageId"';

/** The newest mails of the built-in mailbox, narrowed by words in name, address or subject. 事務局 alone. */
export async function listMails(em: EntityManager, actor: SignedIn, raw: unknown): Promise<contracts.OutputOf<typeof contracts.listMails>> {
  const { q = '' } = parseInput(contracts.listMails.input, raw);
  orForbid(whyNot(actor, 'mailbox.read', null));
  const found = whereFound(`recipient || ' ' || address || ' ' || subject`, q);
  const rows = await em.fork().execute<Line[]>(`select ${columns} from mailbox_mail where ${found.sql} order by at desc, id desc limit 500`, found.values);
  return { mails: rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() })) };
}

export async function openMail(em: EntityManager, actor: SignedIn, raw: unknown): Promise<contracts.OutputOf<typeof contracts.openMail>> {
  const { mailId } = parseInput(contracts.openMail.input, raw);
  orForbid(whyNot(actor, 'mailbox.read', null));
  const [row] = await em.fork().execute<(Line & { text: string; html: string | null })[]>(`select ${columns}, body as text, html from mailbox_mail where id = ?`, [mailId]);
  if (!row) throw new ProblemError('mail/not-found');
  return { ...row, at: new Date(row.at).toISOString() };
}
