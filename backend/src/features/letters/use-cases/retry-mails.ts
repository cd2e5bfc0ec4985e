import * as contracts from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { idList } from '../../../platform/database/id-list.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { linesOf, RETRIABLE } from '../mail-lines.ts';
import { MAIL_CHANNEL } from '../mail-channel.ts';

/**
 * もう一度送る: a mail that failed for good waits again from its first attempt, under its own Message-ID. A まとめメール of
 * today takes up what waits for its reader; that of an earlier day has nothing left, its rows went with a later one.
 */
export const retryMails = useCase(contracts.retryMails, async ({ em, actor, today }, { mailIds }) => {
  orForbid(whyNot(actor, 'mail-log.use', null));
  const ids = idList(new Set(mailIds));
  const known = await em.execute<{ id: string }[]>('select id from reminder_mail where id = any(?::uuid[]) order by id for update', [ids]);
  if (known.length < new Set(mailIds).size) throw new ProblemError('mail/not-found');
  const again = await em.execute<{ id: string; isDaily: boolean }[]>(
    `update reminder_mail m set state = 'pending', attempts = 0, lease_until = null, not_before = null where id = any(?::uuid[]) and ${RETRIABLE} returning id, kind = 'daily' as "isDaily"`,
    [ids, today],
  );
  if (again.length === 0) throw new ProblemError('mail/nothing-to-retry');
  const dailies = idList(again.filter(({ isDaily }) => isDaily).map(({ id }) => id));
  await em.execute('update reminder_item i set mail_id = m.id from reminder_mail m where m.id = any(?::uuid[]) and i.recipient_id = m.recipient_id and i.mail_id is null', [dailies]);
  await em.execute(
    `update notification set mail_id = x.mail_id from (
       select n.id, m.id as mail_id from reminder_mail m join notification n on n.person_id = m.recipient_id
        where m.id = any(?::uuid[]) and n.mail_id is null and n.channel = 'digest' and n.read_at is null and n.at < m.created_at order by n.id for update of n
     ) x where notification.id = x.id`,
    [dailies],
  );
  for (const { id } of again) await em.execute('select pg_notify(?, ?)', [MAIL_CHANNEL, id]);
  const mails = await linesOf(em, again.map(({ id }) => id));
  return { output: { mails }, changes: [], log: { after: { mails: mails.map(({ id, recipient, subject }) => ({ id, recipient, subject })) } } };
});
