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
}

/** Takes those of the mails that nobody else has and that may go now, in one statement. */
export async function claimMails(em: EntityManager, ids: readonly string[], at: Date, office: { isOpen: boolean; today: string }): Promise<ClaimedMail[]> {
  return em.execute<ClaimedMail[]>(
    `update reminder_mail m set state = 'claimed', lease_until = ?, attempts = attempts + 1
     from (
       select id from reminder_mail
       where id = any(?::uuid[]) and state in ('pending', 'claimed') and (lease_until is null or lease_until <= ?) and (not_before is null or not_before <= ?)
         and (kind <> '${DAILY}' or (? and send_on = ?))
       order by id for update
     ) free
     where m.id = free.id
     returning m.id, m.recipient_id as "recipientId", m.kind, m.message_id as "messageId", m.attempts, m.template, m.requested_by as "requestedBy"`,
    [new Date(at.getTime() + LEASE_MS), idList(ids), at, at, office.isOpen, office.today],
  );
}

/** Gives back what was claimed and could not be tried, as if nobody had taken it. */
export async function giveBack(em: EntityManager, mails: readonly ClaimedMail[]): Promise<void> {
  for (const { id, attempts } of mails) {
    await em.execute(`update reminder_mail set state = 'pending', lease_until = null, attempts = attempts - 1 where id = ? and attempts = ? and state = 'claimed'`, [id, attempts]);
  }
}
