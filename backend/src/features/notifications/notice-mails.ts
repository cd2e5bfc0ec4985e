import type { Doer } from '@furikaeri/contracts';
import { DEFAULT_QUIET, isQuiet, type ClosedDays, type NoticePlace, type QuietHours, type TokyoMoment } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../platform/commands/new-id.ts';
import { idList } from '../../platform/database/id-list.ts';
import { CAN_BE_MAILED } from './can-be-mailed.ts';
import { HELD_NOTICE } from './held-notices.ts';

/** Heard by the workers at commit: an お知らせ wants to go by mail at once. */
export const NOTICE_MAIL_CHANNEL = 'furikaeri_notice_mail';

const KIND = 'notice:';
/** Whether a mail of this kind tells of お知らせ that were to go at once. */
export const isNoticeMail = (kind: string): boolean => kind.startsWith(KIND);

/** Wants to go with its reader's まとめメール. A condition on notification `n`, with the moment before which it came, and the day twice. */
export const WAITS_FOR_DIGEST = `n.channel = 'digest' and n.mail_id is null and n.read_at is null and n.at < ? and ${HELD_NOTICE}`;

/** What a mail says of an お知らせ. */
export interface MailedNotice extends NoticePlace { by: Doer | null }

interface WaitingNotice { id: string; personId: string; hasSettings: boolean; quiet: QuietHours | null }

/**
 * Puts what wants to go by mail at once into mails, one a person, and gives back their ids. What falls into somebody's
 * 通知しない時間帯 or 不在 waits, and goes together afterwards; what was read in the app meanwhile needs no mail.
 */
export async function collectNoticeMails(em: EntityManager, at: Date, now: TokyoMoment, closed: ClosedDays, publicUrl: string): Promise<string[]> {
  return em.fork().transactional(async (tx) => {
    // Locked in one order: of two who collect, the second finds them taken.
    const waiting = await tx.execute<WaitingNotice[]>(
      `select n.id, n.person_id as "personId", s.person_id is not null as "hasSettings", s.quiet
       from notification n
       join person p on p.id = n.person_id
       left join notification_settings s on s.person_id = n.person_id
       where n.channel = 'mail' and n.mail_id is null and n.read_at is null and ${HELD_NOTICE} and ${CAN_BE_MAILED}
       order by n.id for update of n`,
      [now.date, now.date, now.date, now.date, now.date, now.date],
    );
    const mails = new Map<string, { id: string; first: string; notices: string[] }>();
    for (const { id, personId, hasSettings, quiet } of waiting) {
      if (isQuiet({ quiet: hasSettings ? quiet : DEFAULT_QUIET }, now, closed)) continue;
      const mail = mails.get(personId) ?? { id: newId(), first: id, notices: [] };
      mail.notices.push(id);
      mails.set(personId, mail);
    }
    if (mails.size === 0) return [];
    const host = new URL(publicUrl).hostname;
    const rows = [...mails].map(([personId, { id, first, notices }]) => ({ id, personId, kind: `${KIND}${first}`, messageId: `<notice-${id}@${host}>`, notices }));
    await tx.execute(
      `with x as (select * from jsonb_to_recordset(?::jsonb) as x(id uuid, "personId" uuid, kind text, "messageId" text, notices uuid[])),
       added as (
         insert into reminder_mail (id, recipient_id, send_on, kind, message_id, state, created_at) select id, "personId", ?, kind, "messageId", 'pending', ? from x
       )
       update notification n set mail_id = x.id from x where n.id = any(x.notices)`,
      [JSON.stringify(rows), now.date, at],
    );
    return rows.map(({ id }) => id);
  });
}

/** What each of these mails has to tell: what its reader has not read in the app meanwhile and may read today, the oldest first. */
export async function noticesOfMails(em: EntityManager, mailIds: readonly string[], today: string): Promise<Map<string, MailedNotice[]>> {
  const rows = await em.execute<(MailedNotice & { mailId: string })[]>(
    `select mail_id as "mailId", kind, cycle_id as "cycleId", card_id as "cardId", submission_id as "submissionId", comment_id as "commentId",
            organisation_id as "organisationId", field, facts, by
     from notification n where mail_id = any(?::uuid[]) and read_at is null and kind <> 'reminder' and ${HELD_NOTICE} order by at, id`,
    [idList(mailIds), today, today],
  );
  const notices = new Map<string, MailedNotice[]>();
  for (const { mailId, ...notice } of rows) {
    const own = notices.get(mailId);
    if (own) own.push(notice);
    else notices.set(mailId, [notice]);
  }
  return notices;
}

/** These mails carry nothing any more: what is still unread waits for another. */
export const forgetNotices = async (em: EntityManager, mailIds: readonly string[]): Promise<void> => {
  await em.execute('update notification set mail_id = null where id in (select id from notification where mail_id = any(?::uuid[]) order by id for update)', [idList(mailIds)]);
};

/** What these mails could not tell goes with their readers' next まとめメール instead. */
export const leaveToDigest = async (em: EntityManager, mailIds: readonly string[]): Promise<void> => {
  await em.execute(`update notification set channel = 'digest', mail_id = null where id in (select id from notification where mail_id = any(?::uuid[]) order by id for update)`, [idList(mailIds)]);
};
