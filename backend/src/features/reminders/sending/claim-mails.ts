import type { Doer } from '@furikaeri/contracts';
import type { TemplateWords } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { idList } from '../../../platform/database/id-list.ts';
import { DAILY } from '../mail-row.ts';

/** How long whoever claimed a mail has it for. */
export const LEASE_MS = 5 * 60_000;

export interface ClaimedMail {
  id: string;
  recipientId: string;
  kind: string;
  messageId: string;
  /** Counts this attempt too; whoever comes after a lost lease has a higher one. */
  attempts: number;
  template: TemplateWords | null;
  requestedBy: Doer | null;
  /** Somebody had it who went away: it may have arrived. */
  mayHaveArrived: boolean;
}

/**
 * Which mails `m` may go at this moment, as a condition with its values: nobody has them; a まとめメール on its day and a 予約 once
 * its time has come both in office hours, others at any time.
 */
export const mayGo = (at: Date, { isOpen, today }: { isOpen: boolean; today: string }): { sql: string; values: readonly unknown[] } => ({
  sql: `m.state in ('pending', 'claimed') and (m.lease_until is null or m.lease_until <= ?) and (m.not_before is null or (? and m.not_before <= ?))
        and (m.kind <> '${DAILY}' or (? and m.send_on = ?))`,
  values: [at, isOpen, at, isOpen, today],
});

/** Takes those of the mails that nobody else has and that may go now, in one statement. */
export async function claimMails(em: EntityManager, ids: readonly string[], at: Date, office: { isOpen: boolean; today: string }): Promise<ClaimedMail[]> {
  const { sql, values } = mayGo(at, office);
  return em.execute<ClaimedMail[]>(
    `update reminder_mail m set state = 'claimed', lease_until = ?, attempts = attempts + 1
     from (select m.id, m.state from reminder_mail m where m.id = any(?::uuid[]) and ${sql} order by m.id for update) free
     where m.id = free.id
     returning m.id, m.recipient_id as "recipientId", m.kind, m.message_id as "messageId", m.attempts, m.template, m.requested_by as "requestedBy", free.state = 'claimed' as "mayHaveArrived"`,
    [new Date(at.getTime() + LEASE_MS), idList(ids), ...values],
  );
}

/** Gives back what was claimed and could not be tried, as if nobody had taken it. */
export async function giveBack(em: EntityManager, mails: readonly ClaimedMail[]): Promise<void> {
  if (mails.length === 0) return;
  await em.execute(`update reminder_mail m set state = 'pending', lease_until = null, attempts = m.attempts - 1 from ${STILL_OURS}`, [idsAndAttempts(mails)]);
}

/** Those of the mails that nobody claimed since; to be put behind `from` or `using`. */
export const STILL_OURS = `jsonb_to_recordset(?::jsonb) as x(id uuid, attempts integer) where m.id = x.id and m.attempts = x.attempts and m.state = 'claimed'`;
export const idsAndAttempts = (mails: readonly ClaimedMail[]): string => JSON.stringify(mails.map(({ id, attempts }) => ({ id, attempts })));
