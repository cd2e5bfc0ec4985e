import * as contracts from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { linesOf } from '../mail-lines.ts';

/** 不達を記録する: the relay had taken the mail, and it came back to the sender's mailbox, which only people read. */
export const markBounced = useCase(contracts.markBounced, async ({ em, actor, now }, { mailId, bounced, note }) => {
  orForbid(whyNot(actor, 'mail-log.use', null));
  const [before] = await em.execute<{ state: string; bouncedAt: Date | null; note: string | null }[]>(
    'select state, bounced_at as "bouncedAt", bounced_note as note from reminder_mail where id = ? for update', [mailId],
  );
  if (!before) throw new ProblemError('mail/not-found');
  if (before.state !== 'sent') throw new ProblemError('mail/not-sent');
  await em.execute('update reminder_mail set bounced_at = ?, bounced_note = ? where id = ?', bounced ? [before.bouncedAt ?? now, note, mailId] : [null, null, mailId]);
  const [line] = await linesOf(em, [mailId]);
  if (!line) throw new ProblemError('mail/not-found');
  return { output: line, changes: [], log: { before: { bounced: before.bouncedAt !== null, note: before.note }, after: { mailId, recipient: line.recipient, bounced, note } } };
});
