import { dueReminders, type OfficeHours } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { addItems, addMail, DAILY } from '../mail-row.ts';
import { closedDays, inTokyo, isOpenAt } from '../office.ts';
import { openSubjects, type OpenSubjects } from '../open-subjects.ts';

export interface SweepSettings { hours: OfficeHours; publicUrl: string }

/**
 * Looks at what is open, keeps what became due, and collects it into one mail a person a day. Returns the mails to be
 * sent now: also those whose sender went away. It may run twice and side by side; every step only adds what is missing.
 */
export async function sweepReminders(em: EntityManager, at: Date, settings: SweepSettings): Promise<string[]> {
  const closed = await closedDays(em);
  const isOpen = isOpenAt(at, settings.hours, closed);
  if (isOpen) {
    await em.fork().transactional(async (tx) => {
      const now = inTokyo(at);
      await carryOver(tx, now.date);
      const open = await openSubjects(tx, now.date);
      const sent = await knownItems(tx);
      const due = dueReminders({ subjects: [...open.subjects.values()].map(({ rule }) => rule), sent, secretariat: open.secretariat, now, hours: settings.hours, closed });
      await addItems(tx, due.flatMap(({ recipient, items }) => items.map((item) => ({
        recipientId: recipient, subjectId: item.subjectId, subjectKind: item.kind, cardId: open.subjects.get(item.subjectId)?.cardId ?? '',
        step: String(item.step), deadline: item.deadline, mailId: null,
      }))), at);
      await collect(tx, open, now.date, at, settings.publicUrl);
    });
  }
  const rows = await em.fork().execute<{ id: string }[]>(
    `select id from reminder_mail
     where state in ('pending', 'claimed') and (lease_until is null or lease_until <= ?) and (? or kind <> '${DAILY}') order by created_at, id`,
    [at, isOpen],
  );
  return rows.map(({ id }) => id);
}

/** A mail that could not go on its day does not go beside today's: its items wait for the next one. */
async function carryOver(em: EntityManager, today: string): Promise<void> {
  await em.execute(
    `with old as (
       update reminder_mail set state = 'failed', lease_until = null, last_error = coalesce(last_error || '; ', '') || 'carried over to a later day'
       where kind = '${DAILY}' and state = 'pending' and send_on < ? returning id
     )
     update reminder_item set mail_id = null where mail_id in (select id from old)`,
    [today],
  );
}

const knownItems = async (em: EntityManager) => {
  const rows = await em.execute<{ recipient: string; kind: 'answer' | 'card'; subjectId: string; step: string; deadline: string }[]>(
    `select recipient_id as recipient, subject_kind as kind, subject_id as "subjectId", step, effective_deadline::text as deadline
     from reminder_item where step not like 'nudge:%'`,
  );
  return rows.map((row) => ({ ...row, step: Number(row.step) }));
};

/** Puts what no mail carries yet into today's mail of each person, unless that one has already been tried. */
async function collect(em: EntityManager, open: OpenSubjects, today: string, at: Date, publicUrl: string): Promise<void> {
  const waiting = await em.execute<{ id: string; recipientId: string; subjectId: string; deadline: string }[]>(
    `select id, recipient_id as "recipientId", subject_id as "subjectId", effective_deadline::text as deadline from reminder_item where mail_id is null`,
  );
  const isStale = ({ subjectId, deadline }: { subjectId: string; deadline: string }): boolean => open.subjects.get(subjectId)?.rule.deadline !== deadline;
  const stale = waiting.filter(isStale).map(({ id }) => id);
  if (stale.length > 0) await em.execute('delete from reminder_item where mail_id is null and id in (?)', [stale]);
  for (const recipientId of new Set(waiting.filter((item) => !isStale(item)).map((item) => item.recipientId))) {
    await addMail(em, { recipientId, sendOn: today, kind: DAILY, at, publicUrl });
  }
  // The lock makes a sender that claims the mail at this moment wait and read the items afterwards. A mail that was tried
  // before may have arrived: what was added to its repetition would be taken for a duplicate.
  await em.execute(
    `with mail as (
       select id, recipient_id from reminder_mail where send_on = ? and kind = '${DAILY}' and state = 'pending' and attempts = 0 order by id for update
     )
     update reminder_item i set mail_id = mail.id from mail where i.recipient_id = mail.recipient_id and i.mail_id is null`,
    [today],
  );
}
