import type { Doer } from '@furikaeri/contracts';
import type { ReminderRole, TemplateWords } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../platform/commands/new-id.ts';

/** The ladder's own mail: one a person a day. */
export const DAILY = 'daily';
/** By hand: one a person and command, so that a double click sends once. */
export const nudgeKind = (commandId: string): string => `nudge:${commandId}`;

export interface NewMail {
  recipientId: string;
  sendOn: string;
  kind: string;
  at: Date;
  publicUrl: string;
  cycleId?: string | null;
  /** 督促 by hand: its own words, who asked for it, and when it may go at the earliest. */
  template?: TemplateWords | null;
  requestedBy?: Doer | null;
  notBefore?: Date | null;
  isCopy?: boolean;
}

/**
 * Mails that wait to be sent; says which were new, where a person had none of that day and kind. Their Message-IDs are fixed
 * here, before the first attempt.
 */
export async function addMails(em: EntityManager, mails: readonly (NewMail & { id?: string })[]): Promise<string[]> {
  if (mails.length === 0) return [];
  const rows = mails.map(({ publicUrl, id = newId(), ...mail }) => ({ ...mail, id, messageId: `<reminder-${id}@${new URL(publicUrl).hostname}>` }));
  const added = await em.execute<{ id: string }[]>(
    `insert into reminder_mail (id, recipient_id, send_on, kind, message_id, state, created_at, cycle_id, template, requested_by, not_before, is_copy)
     select x.id, x."recipientId", x."sendOn", x.kind, x."messageId", 'pending', x.at, x."cycleId", nullif(x.template, 'null'), nullif(x."requestedBy", 'null'), x."notBefore", coalesce(x."isCopy", false)
     from jsonb_to_recordset(?::jsonb) as x(id uuid, "recipientId" uuid, "sendOn" date, kind text, "messageId" text, at timestamptz, "cycleId" uuid, template jsonb,
          "requestedBy" jsonb, "notBefore" timestamptz, "isCopy" boolean)
     on conflict (recipient_id, send_on, kind) do nothing returning id`,
    [JSON.stringify(rows)],
  );
  return added.map(({ id }) => id);
}

export interface NewItem {
  recipientId: string;
  subjectId: string;
  subjectKind: 'answer' | 'card';
  cardId: string;
  step: string;
  deadline: string;
  mailId: string | null;
  role?: ReminderRole;
}

/**
 * Keeps what is due; what is already known stays as it is, unless it stood in a 督促 that did not reach its reader. Returns what
 * was new.
 */
export async function addItems(em: EntityManager, items: readonly NewItem[], at: Date): Promise<{ recipientId: string; subjectId: string }[]> {
  if (items.length === 0) return [];
  const rows = items.map((item) => ({ ...item, id: newId() }));
  return em.execute<{ recipientId: string; subjectId: string }[]>(
    `insert into reminder_item (id, recipient_id, subject_id, subject_kind, card_id, step, effective_deadline, mail_id, role, created_at)
     select x.id, x."recipientId", x."subjectId", x."subjectKind", x."cardId", x.step, x.deadline, x."mailId", coalesce(x.role, 'owed'), ?
     from jsonb_to_recordset(?::jsonb) as x(id uuid, "recipientId" uuid, "subjectId" uuid, "subjectKind" text, "cardId" uuid, step text, deadline date, "mailId" uuid, role text)
     on conflict (recipient_id, subject_id, step, effective_deadline) do update set mail_id = excluded.mail_id, role = excluded.role, created_at = excluded.created_at
       where excluded.mail_id is not null and exists (select 1 from reminder_mail m where m.id = reminder_item.mail_id and (m.state in ('failed', 'cancelled') or m.bounced_at is not null))
     returning recipient_id as "recipientId", subject_id as "subjectId"`,
    [at, JSON.stringify(rows)],
  );
}
