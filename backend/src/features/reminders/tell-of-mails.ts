import { hasPassed, type NoticeFacts, type ReminderRole } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../platform/commands/new-id.ts';
import { writeLogAndChanges } from '../../platform/commands/write-log.ts';
import { idList } from '../../platform/database/id-list.ts';
import { type NoticeDraft, notify } from '../notifications/index.ts';
import { DAILY } from './mail-row.ts';

interface ToldLine { mailId: string; personId: string; kind: 'answer' | 'card'; role: ReminderRole; deadline: string; cycleId: string; organisationId: string | null }

/** Mails whose readers are told in one transaction. */
const AT_ONCE = 200;

/**
 * Puts a line into the お知らせ of everybody whose まとめメール went today and reminded of something: for who reads the
 * screen and not the mail. Only after the mail went, and once for each; of these mails, or of all that went today.
 */
export async function tellOfMails(em: EntityManager, at: Date, today: string, mailIds?: readonly string[]): Promise<void> {
  let told = AT_ONCE;
  while (told === AT_ONCE) told = await em.fork().transactional((tx) => tellSome(tx, at, today, mailIds));
}

async function tellSome(em: EntityManager, at: Date, today: string, mailIds?: readonly string[]): Promise<number> {
  // Of two who tell, the second finds them told.
  const mails = await em.execute<{ id: string }[]>(
    `update reminder_mail set told_at = ? where id in (
       select id from reminder_mail m where kind = '${DAILY}' and state = 'sent' and told_at is null and send_on = ? ${mailIds ? 'and id = any(?::uuid[])' : ''}
       order by id limit ${AT_ONCE} for update
     ) returning id`,
    [at, today, ...(mailIds ? [idList(mailIds)] : [])],
  );
  if (mails.length === 0) return 0;
  const lines = await em.execute<ToldLine[]>(
    `select i.mail_id as "mailId", i.recipient_id as "personId", i.subject_kind as kind, i.role, i.effective_deadline::text as deadline, c.cycle_id as "cycleId",
            case when i.role in ('call', 'waiting') then null when i.subject_kind = 'card' then c.committee_id else s.organisation_id end as "organisationId"
     from reminder_item i join card c on c.id = i.card_id left join submission s on s.id = i.subject_id
     where i.mail_id in (?)`,
    [mails.map(({ id }) => id)],
  );
  const byMail = new Map<string, ToldLine[]>(mails.map(({ id }) => [id, []]));
  for (const line of lines) byMail.get(line.mailId)?.push(line);
  const changes = await notify(em, { actor: null, now: at, today }, [...byMail.values()].filter((own) => own.length > 0).map((own) => draftOf(own, today)));
  const mailOf = new Map(lines.map(({ personId, mailId }) => [`person:${personId}`, mailId]));
  const carried = changes.flatMap(({ streams, payload }) => (payload.type === 'notice.added' ? [{ id: payload.notice.id, mailId: mailOf.get(streams[0] ?? '') }] : []));
  // The mail that they tell of has gone: no other is to carry them.
  await em.execute('update notification n set mail_id = x."mailId" from jsonb_to_recordset(?::jsonb) as x(id uuid, "mailId" uuid) where n.id = x.id', [JSON.stringify(carried)]);
  await writeLogAndChanges(em, { id: newId(), at, name: 'reminder.tell', personId: null, doer: null, inputHash: '', output: { mails: carried.length } }, changes);
  return mails.length;
}

/** What there is to do first: what is late, then what is due, then what is only to be known. */
const URGENCY = ['owed', 'review', 'copy', 'call', 'waiting'] as const;
type What = (typeof URGENCY)[number];

function draftOf(lines: readonly ToldLine[], today: string): NoticeDraft {
  const whatOf = ({ kind, role }: ToldLine): What => (role === 'owed' && kind === 'card' ? 'review' : role);
  const what = URGENCY.find((one) => lines.some((line) => whatOf(line) === one)) ?? 'owed';
  const own = lines.filter((line) => whatOf(line) === what);
  const [first] = own;
  const facts: NoticeFacts = what === 'waiting' ? { what, count: String(own.length) } : { what, ...byDeadline(own, today) };
  return { kind: 'reminder', cycleId: first?.cycleId ?? null, facts, topic: `reminder:${first?.mailId}`, persons: [{ personId: first?.personId ?? '', organisationId: first?.organisationId ?? null }] };
}

/** Where some are late they alone are counted and give the day; the others follow as what is coming. */
function byDeadline(lines: readonly ToldLine[], today: string): NoticeFacts {
  const late = lines.filter(({ deadline }) => hasPassed(deadline, today));
  const counted = late.length > 0 ? late : lines;
  const coming = lines.length - counted.length;
  return {
    count: String(counted.length), deadline: counted.map(({ deadline }) => deadline).sort()[0] ?? today, late: late.length > 0 ? 'yes' : 'no',
    ...(coming > 0 && { coming: String(coming) }),
  };
}
