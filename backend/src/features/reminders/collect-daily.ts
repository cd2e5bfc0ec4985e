import type { EntityManager } from '@mikro-orm/postgresql';
import { idList } from '../../platform/database/id-list.ts';
import { fillDailies } from '../letters/index.ts';
import { CAN_BE_MAILED, WAITS_FOR_DIGEST } from '../notifications/index.ts';
import type { Judgement, KeptItem } from './judgement.ts';
import { addMails, DAILY } from './mail-row.ts';

/** What no mail carries and nobody is to hear any more is forgotten: for who was away, it is due again on the first day back. */
export async function forgetStale(em: EntityManager, judgement: Judgement): Promise<void> {
  const waiting = await em.execute<(KeptItem & { id: string })[]>(
    `select id, recipient_id as "recipientId", subject_id as "subjectId", role = 'waiting' as "isWaiting", effective_deadline::text as deadline
     from reminder_item where mail_id is null`,
  );
  const stale = waiting.filter((item) => judgement.of(item) === null).map(({ id }) => id);
  if (stale.length > 0) await em.execute('delete from reminder_item where mail_id is null and id = any(?::uuid[])', [idList(stale)]);
}

/** Of several steps that wait for one person about one thing, the latest stands for all. */
export async function forgetOvertaken(em: EntityManager): Promise<void> {
  // In one pass: a join of the table with itself takes a morning's thousands of new rows, of which the planner knows nothing yet, each with each.
  await em.execute(
    `delete from reminder_item where id in (
       select id from (
         select id, row_number() over (
           partition by recipient_id, subject_id, effective_deadline, role = 'waiting' order by replace(step, 'waiting:', '')::integer desc
         ) as place from reminder_item where mail_id is null
       ) as waiting where place > 1
     )`,
  );
}

/** Puts what no mail carries yet into today's mail of each person, unless that one has already been tried; also the お知らせ that came before `opening`. */
export async function collectDaily(em: EntityManager, { today, at, opening, publicUrl }: { today: string; at: Date; opening: Date; publicUrl: string }): Promise<void> {
  const recipients = await em.execute<{ id: string }[]>(
    `select distinct recipient_id as id from reminder_item where mail_id is null
     union
     select n.person_id from notification n join person p on p.id = n.person_id where ${WAITS_FOR_DIGEST} and ${CAN_BE_MAILED}`,
    [opening, today, today, today, today, today, today],
  );
  await addMails(em, recipients.map(({ id }) => ({ recipientId: id, sendOn: today, kind: DAILY, at, publicUrl })));
  // The lock makes a sender that claims the mail at this moment wait and read the items afterwards. A mail that was tried
  // before may have arrived: what was added to its repetition would be taken for a duplicate.
  const untried = await em.execute<{ id: string }[]>(
    `select id from reminder_mail where send_on = ? and kind = '${DAILY}' and state = 'pending' and attempts = 0 order by id for update`, [today],
  );
  await fillDailies(em, untried.map(({ id }) => id), { today, before: opening });
}
