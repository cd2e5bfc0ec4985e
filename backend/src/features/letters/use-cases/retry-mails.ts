import * as contracts from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { idList } from '../../../platform/database/id-list.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { fillDailies } from '../fill-dailies.ts';
import { linesOf, RETRIABLE } from '../mail-lines.ts';
import { MAIL_CHANNEL } from '../mail-channel.ts';

/**
 * もう一度送る: a mail that failed for good waits again from its first attempt, under its own Message-ID. A まとめメール of
 * today takes up what waits for its reader; that of an earlier day has nothing left, its rows went with a later one.
 */
export const retryMails = useCase(contracts.retryMails, async ({ em, actor, now, today }, { mailIds }) => {
  orForbid(whyNot(actor, 'mail-log.use', null));
  const ids = idList(new Set(mailIds));
  const known = await em.execute<{ id: string }[]>('select id from reminder_mail where id = any(?::uuid[]) order by id for update', [ids]);
  if (known.length < new Set(mailIds).size) throw new ProblemError('mail/not-found');
  const again = await em.execute<{ id: string; isDaily: boolean }[]>(
    `update reminder_mail m set state = 'pending', attempts = 0, lease_until = null, not_before = null where id = any(?::uuid[]) and ${RETRIABLE} returning id, kind = 'daily' as "isDaily"`,
    [ids, today],
  );
  if (again.length === 0) throw new ProblemError('mail/nothing-to-retry');
  await fillDailies(em, again.filter(({ isDaily }) => isDaily).map(({ id }) => id), { today, before: now });
  await em.execute('select pg_notify(?, id) from unnest(?::text[]) as id', [MAIL_CHANNEL, idList(again.map(({ id }) => id))]);
  const mails = await linesOf(em, again.map(({ id }) => id));
  return { output: { mails }, changes: [], log: { after: { mails: mails.map(({ id, recipient, subject }) => ({ id, recipient, subject })) } } };
});
