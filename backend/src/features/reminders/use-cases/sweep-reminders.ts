import { dueReminders, stepText, type OfficeHours, type ToldItem } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { idList } from '../../../platform/database/id-list.ts';
import { readClosedDays } from '../../cycles/index.ts';
import { forgetNotices } from '../../notifications/index.ts';
import { collectDaily, forgetOvertaken, forgetStale } from '../collect-daily.ts';
import { Judgement, type Today } from '../judgement.ts';
import { addItems, DAILY } from '../mail-row.ts';
import { inTokyo, isOpenAt, openingOf } from '../office.ts';
import { openSubjects } from '../open-subjects.ts';
import { mayGo } from '../sending/claim-mails.ts';
import { tellOfMails } from '../tell-of-mails.ts';

export interface SweepSettings { hours: OfficeHours; publicUrl: string }

/** Any number that nothing else of the product locks. */
const SWEEPING = 7_203_116;

/**
 * Looks at what is open, keeps what became due, and collects it into one mail a person a day. Returns the mails to be
 * sent now: also those whose sender went away. It may run twice and side by side; every step only adds what is missing.
 */
export async function sweepReminders(em: EntityManager, at: Date, settings: SweepSettings): Promise<string[]> {
  const today: Today = { now: inTokyo(at), closed: await readClosedDays(em) };
  const isOpen = isOpenAt(at, settings.hours, today.closed);
  if (isOpen) {
    await em.fork().transactional(async (tx) => {
      // Of two sweeps the second finds nothing left to add.
      await tx.execute('select pg_advisory_xact_lock(?)', [SWEEPING]);
      await carryOver(tx, today.now.date, at);
      await keepWhatIsDue(tx, today, at, settings);
      await collectDaily(tx, { today: today.now.date, at, opening: openingOf(today.now.date, settings.hours), publicUrl: settings.publicUrl });
    });
    await tellOfMails(em, at, today.now.date);
  }
  return mailsToSend(em.fork(), at, isOpen);
}

/**
 * A mail that could not go on its day does not go beside today's: its items wait for the next one. One whose sender went
 * away may have arrived: it is said again today under its own Message-ID, and is today's.
 */
async function carryOver(em: EntityManager, today: string, at: Date): Promise<void> {
  await em.execute(
    `update reminder_mail m set send_on = ? where kind = '${DAILY}' and state = 'claimed' and send_on < ?
       and not exists (select 1 from reminder_mail o where o.recipient_id = m.recipient_id and o.kind = '${DAILY}' and (o.send_on = ? or (o.state = 'claimed' and o.send_on < ? and o.id > m.id)))`,
    [today, today, today, today],
  );
  const old = await em.execute<{ id: string }[]>(
    `with old as (
       update reminder_mail set state = 'failed', lease_until = null, last_error = coalesce(last_error || '; ', '') || 'carried over to a later day'
       where kind = '${DAILY}' and (state = 'pending' or (state = 'claimed' and lease_until <= ?)) and send_on < ? returning id
     ), items as (
       update reminder_item set mail_id = null where mail_id in (select id from old)
     )
     select id from old`,
    [at, today],
  );
  await forgetNotices(em, old.map(({ id }) => id));
}

async function keepWhatIsDue(em: EntityManager, today: Today, at: Date, { hours }: SweepSettings): Promise<void> {
  const open = await openSubjects(em, today.now.date);
  await forgetStale(em, new Judgement(open, today));
  const told = await em.execute<ToldItem[]>(
    `select recipient_id as recipient, subject_id as "subjectId", role = 'waiting' as "isWaiting", effective_deadline::text as deadline, max(replace(step, 'waiting:', '')::integer) as step
     from reminder_item where step not like 'nudge:%' and subject_id = any(?::uuid[]) group by 1, 2, 3, 4`,
    [idList(open.subjects.keys())],
  );
  const subjects = [...open.subjects.values()].map(({ rule }) => rule);
  const due = dueReminders({ ...today, subjects, told, secretariat: open.secretariat, hours });
  await addItems(em, due.flatMap(({ recipient, items }) => items.map((item) => ({
    recipientId: recipient, subjectId: item.subjectId, subjectKind: item.kind, cardId: open.subjects.get(item.subjectId)?.cardId ?? '',
    step: stepText(item), deadline: item.deadline, role: item.role, mailId: null,
  }))), at);
  await forgetOvertaken(em);
}

/**
 * What may go at this moment, the oldest first.
 * People of one organisation stand together, so that those of one batch have most of what they are told in common.
 */
async function mailsToSend(em: EntityManager, at: Date, isOpen: boolean): Promise<string[]> {
  const { sql, values } = mayGo(at, { isOpen, today: inTokyo(at).date });
  const rows = await em.execute<{ id: string }[]>(
    `select m.id from reminder_mail m
     left join (select person_id, min(organisation_id::text) as organisation_id from post group by person_id) home on home.person_id = m.recipient_id
     where ${sql} order by m.created_at, home.organisation_id, m.id`,
    [...values],
  );
  return rows.map(({ id }) => id);
}
