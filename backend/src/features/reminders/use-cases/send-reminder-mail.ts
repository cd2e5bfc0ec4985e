import { type ClosedDays, type OfficeHours, type ReminderRole, whoOwes } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { UndeliverableMail, type Mail } from '../../../platform/mail/index.ts';
import { composeReminder, type ReminderLine } from '../compose-reminder.ts';
import { DAILY } from '../mail-row.ts';
import { closedDays, inTokyo, isOpenAt } from '../office.ts';
import { openSubjects, type OpenSubject } from '../open-subjects.ts';

export interface SendSettings { hours: OfficeHours; publicUrl: string }

const LEASE_MS = 5 * 60_000;
const MAX_ATTEMPTS = 6;
/** Minutes until the next attempt. */
const BACKOFF = [1, 3, 10, 30, 60];

interface Claimed { id: string; recipientId: string; kind: string; messageId: string; attempts: number }

/**
 * Sends one mail, once: whoever claims it first has it for the length of a lease, and looks again at what is open. After a
 * crash the lease runs out and the mail goes again under the same Message-ID.
 */
export async function sendReminderMail(em: EntityManager, mail: Mail, clock: { now: () => Date }, mailId: string, settings: SendSettings): Promise<void> {
  const at = clock.now();
  const closed = await closedDays(em);
  const claimed = await claim(em, mailId, at, isOpenAt(at, settings.hours, closed));
  if (!claimed) return;
  const letter = await write(em, claimed, at, closed, settings);
  if (!letter) return;
  try {
    await mail.send({
      messageId: claimed.messageId, to: letter.to, subject: letter.subject, text: letter.text,
      list: { id: `reminders.${new URL(settings.publicUrl).hostname}`, name: '振り返りの回答のお知らせ' },
    });
  } catch (error) {
    await failed(em, claimed, clock.now(), letter.subject, error);
    return;
  }
  await em.execute(
    `update reminder_mail set state = 'sent', lease_until = null, last_error = null, subject = ?, sent_at = ? where id = ? and attempts = ?`,
    [letter.subject, clock.now(), claimed.id, claimed.attempts],
  );
}

async function claim(em: EntityManager, mailId: string, at: Date, isOpen: boolean): Promise<Claimed | undefined> {
  const rows = await em.execute<Claimed[]>(
    `update reminder_mail set state = 'claimed', lease_until = ?, attempts = attempts + 1
     where id = ? and state in ('pending', 'claimed') and (lease_until is null or lease_until <= ?) and (? or kind <> '${DAILY}')
     returning id, recipient_id as "recipientId", kind, message_id as "messageId", attempts`,
    [new Date(at.getTime() + LEASE_MS), mailId, at, isOpen],
  );
  return rows[0];
}

/** The letter as things stand now; null when nothing is left to say, and then the mail is gone too. */
async function write(em: EntityManager, claimed: Claimed, at: Date, closed: ClosedDays, settings: SendSettings) {
  const today = inTokyo(at).date;
  const items = await em.execute<{ id: string; subjectId: string; deadline: string }[]>(
    `select id, subject_id as "subjectId", effective_deadline::text as deadline from reminder_item where mail_id = ?`, [claimed.id],
  );
  const open = await openSubjects(em, today, items.map(({ subjectId }) => subjectId));
  const to = open.people.get(claimed.recipientId);
  const lines = new Map<string, ReminderLine>();
  const gone: string[] = [];
  for (const { id, subjectId, deadline } of items) {
    const subject = open.subjects.get(subjectId);
    const role = subject && to && roleOf(to.id, subject, open.secretariat);
    if (subject && role && subject.rule.deadline === deadline) lines.set(subjectId, { subject, role, deadline });
    else gone.push(id);
  }
  if (gone.length > 0) await em.execute('delete from reminder_item where id in (?)', [gone]);
  if (!to || lines.size === 0) {
    await em.execute('delete from reminder_mail where id = ? and attempts = ?', [claimed.id, claimed.attempts]);
    return null;
  }
  const byCode = [...open.subjects.keys()];
  const sorted = [...lines.values()].sort((a, b) => byCode.indexOf(a.subject.rule.id) - byCode.indexOf(b.subject.rule.id));
  const text = composeReminder({ name: to.name, byHand: claimed.kind !== DAILY, lines: sorted, today, closed, publicUrl: settings.publicUrl });
  return { to: { name: to.name, address: to.address }, ...text };
}

/** What a subject is to this person today; undefined when the post was given up meanwhile. */
function roleOf(personId: string, { rule }: OpenSubject, secretariat: readonly string[]): ReminderRole | undefined {
  if (whoOwes(rule).includes(personId)) return 'owed';
  if (rule.kind === 'card') return undefined;
  if (rule.approvers.includes(personId)) return 'copy';
  if (rule.staff.includes(personId)) return 'owed';
  return secretariat.includes(personId) ? 'call' : undefined;
}

async function failed(em: EntityManager, claimed: Claimed, at: Date, subject: string, error: unknown): Promise<void> {
  const isFinal = error instanceof UndeliverableMail || claimed.attempts >= MAX_ATTEMPTS;
  const wait = BACKOFF[Math.min(claimed.attempts, BACKOFF.length) - 1] ?? 60;
  const words = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  await em.fork().transactional(async (tx) => {
    const rows = await tx.execute<{ id: string }[]>(
      'update reminder_mail set state = ?, lease_until = ?, last_error = ?, subject = ? where id = ? and attempts = ? returning id',
      [isFinal ? 'failed' : 'pending', isFinal ? null : new Date(at.getTime() + wait * 60_000), words, subject, claimed.id, claimed.attempts],
    );
    if (rows.length === 0 || !isFinal) return;
    // What the ladder could not say today it says in the next mail; a 督促 may be sent again by hand.
    await tx.execute(claimed.kind === DAILY ? 'update reminder_item set mail_id = null where mail_id = ?' : 'delete from reminder_item where mail_id = ?', [claimed.id]);
  });
}
