import type { EntityManager } from '@mikro-orm/postgresql';
import { UndeliverableMail } from '../../../platform/mail/index.ts';
import { forgetNotices, isNoticeMail, leaveToDigest } from '../../notifications/index.ts';
import { DAILY } from '../mail-row.ts';
import type { ClaimedMail } from './claim-mails.ts';
import type { ReadyMail } from './write-letters.ts';

const MAX_ATTEMPTS = 6;
/** Minutes until the next attempt. */
const BACKOFF = [1, 3, 10, 30, 60];

/** The letters as they are about to be handed over, to be read again: in one statement, so that each answer of the relay has little to write. */
export async function keepLetters(em: EntityManager, ready: readonly ReadyMail[]): Promise<void> {
  if (ready.length === 0) return;
  const rows = ready.map(({ claimed: { id, attempts }, outgoing: { subject, text, to } }) => ({ id, attempts, subject, text, address: to.address }));
  await em.execute(
    `update reminder_mail m set subject = x.subject, body = x.text, address = x.address
     from jsonb_to_recordset(?::jsonb) as x(id uuid, attempts integer, subject text, text text, address text) where m.id = x.id and m.attempts = x.attempts and m.state = 'claimed'`,
    [JSON.stringify(rows)],
  );
}

/** The relay has it. A sender whose lease was taken over says nothing. */
export async function markSent(em: EntityManager, { id, attempts }: ClaimedMail, at: Date): Promise<void> {
  await em.execute(`update reminder_mail set state = 'sent', lease_until = null, last_error = null, sent_at = ? where id = ? and attempts = ? and state = 'claimed'`, [at, id, attempts]);
}

/** To be tried again after a while, or for good. What the ladder could not say today it says in the next mail. */
export async function markFailed(em: EntityManager, { id, attempts, kind }: ClaimedMail, at: Date, error: unknown): Promise<void> {
  const isFinal = error instanceof UndeliverableMail || attempts >= MAX_ATTEMPTS;
  const wait = BACKOFF[Math.min(attempts, BACKOFF.length) - 1] ?? 60;
  const words = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  await em.fork().transactional(async (tx) => {
    const rows = await tx.execute<object[]>(
      `update reminder_mail set state = ?, lease_until = ?, last_error = ? where id = ? and attempts = ? and state = 'claimed' returning 1`,
      [isFinal ? 'failed' : 'pending', isFinal ? null : new Date(at.getTime() + wait * 60_000), words, id, attempts],
    );
    if (rows.length === 0 || !isFinal) return;
    // The relay was away too long for a mail of its own: what it told goes with the next まとめメール.
    if (isNoticeMail(kind) && !(error instanceof UndeliverableMail)) await leaveToDigest(tx, [id]);
    if (kind !== DAILY) return;
    await tx.execute('update reminder_item set mail_id = null where mail_id = ?', [id]);
    await forgetNotices(tx, [id]);
  });
}
