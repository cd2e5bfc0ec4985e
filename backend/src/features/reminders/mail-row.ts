import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../platform/commands/new-id.ts';

/** The ladder's own mail: one a person a day. */
export const DAILY = 'daily';
/** By hand: one a person and command, so that a double click sends once. */
export const nudgeKind = (commandId: string): string => `nudge:${commandId}`;
/** Heard by the workers at commit, with the mail's id. */
export const MAIL_CHANNEL = 'furikaeri_mail';

export interface NewMail { recipientId: string; sendOn: string; kind: string; at: Date; publicUrl: string }

/** A mail that waits to be sent. Its Message-ID is fixed here, before the first attempt. Null where the person has one of that day and kind. */
export async function addMail(em: EntityManager, { recipientId, sendOn, kind, at, publicUrl }: NewMail, id = newId()): Promise<string | null> {
  const rows = await em.execute<{ id: string }[]>(
    `insert into reminder_mail (id, recipient_id, send_on, kind, message_id, state, created_at) values (?, ?, ?, ?, ?, 'pending', ?)
     on conflict (recipient_id, send_on, kind) do nothing returning id`,
    [id, recipientId, sendOn, kind, `<reminder-${id}@${new URL(publicUrl).hostname}>`, at],
  );
  return rows[0]?.id ?? null;
}

export interface NewItem { recipientId: string; subjectId: string; subjectKind: 'answer' | 'card'; cardId: string; step: string; deadline: string; mailId: string | null }

/** Keeps what is due; what is already known stays as it is. Returns what was new. */
export async function addItems(em: EntityManager, items: readonly NewItem[], at: Date): Promise<{ recipientId: string; subjectId: string }[]> {
  if (items.length === 0) return [];
  const rows = items.map((item) => ({ ...item, id: newId() }));
  return em.execute<{ recipientId: string; subjectId: string }[]>(
    `insert into reminder_item (id, recipient_id, subject_id, subject_kind, card_id, step, effective_deadline, mail_id, created_at)
     select x.id, x."recipientId", x."subjectId", x."subjectKind", x."cardId", x.step, x.deadline, x."mailId", ?
     from jsonb_to_recordset(?::jsonb) as x(id uuid, "recipientId" uuid, "subjectId" uuid, "subjectKind" text, "cardId" uuid, step text, deadline date, "mailId" uuid)
     on conflict (recipient_id, subject_id, step, effective_deadline) do nothing
     returning recipient_id as "recipientId", subject_id as "subjectId"`,
    [at, JSON.stringify(rows)],
  );
}
