import * as contracts from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { idList } from '../../../platform/database/id-list.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { linesOf, waitingNudge } from '../mail-lines.ts';

/** 予約を取り消す: a 督促 that nobody is sending yet will not go. It stays in 送信の記録, and the answers can be nudged again. */
export const cancelMails = useCase(contracts.cancelMails, async ({ em, actor }, { mailId, whole }) => {
  orForbid(whyNot(actor, 'mail-log.use', null));
  const [one] = await em.execute<{ kind: string }[]>('select kind from reminder_mail where id = ?', [mailId]);
  if (!one) throw new ProblemError('mail/not-found');
  const waiting = await em.execute<{ id: string }[]>(
    `select m.id from reminder_mail m where ${waitingNudge('m')} and m.${whole ? 'kind' : 'id'} = ? order by m.id for update`, [whole ? one.kind : mailId],
  );
  if (waiting.length === 0) throw new ProblemError('mail/nothing-to-cancel');
  const ids = waiting.map(({ id }) => id);
  await em.execute(`update reminder_mail set state = 'cancelled', lease_until = null where id = any(?::uuid[])`, [idList(ids)]);
  const mails = await linesOf(em, ids);
  return { output: { mails }, changes: [], log: { after: { mails: mails.map(({ id, recipient }) => ({ id, recipient })) } } };
});
