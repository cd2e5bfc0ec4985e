import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { Reminding } from '../../../../test/kit/reminding.ts';
import { headerOf } from '../../../../test/kit/smtp-sink.ts';
import { daysBetween, OpenDays } from '../../../../test/year/days.ts';
import { MailList, type Expected } from '../../../../test/year/expected-mails.ts';
import { BOOK, STAFF } from '../../../../test/year/people.ts';
import { BETWEEN, foundTown, planYear, RELAY_AWAY } from '../../../../test/year/plan.ts';
import { happen, writeTown } from '../../../../test/year/write-down.ts';
import type { Mail, OutgoingMail } from '../../platform/mail/index.ts';

/** Before the office opens, as it opens, at noon, and after it closed. */
const LOOKS = ['08:50', '09:00', '12:00', '17:40'];
/** In these weeks the mails go through a real SMTP server besides. */
const BY_SMTP = ['2025-05-12', '2025-05-30'] as const;

let db: TestDatabase;
let jobs: Reminding;
beforeAll(async () => {
  db = await createTestDatabase({ cast: false });
  jobs = await Reminding.on(db);
});
afterAll(async () => {
  await jobs.close();
  await db.close();
});

interface Sent { day: string; time: string; mail: OutgoingMail }

/** Walks through the year and gives back what was sent, what should have been, and what the database says of it. */
async function walk(): Promise<{ sent: Sent[]; expected: Expected[] }> {
  const town = foundTown();
  const list = new MailList(town);
  const sent: Sent[] = [];
  await writeTown(db, town);
  const plan = planYear();
  for (const day of daysBetween('2025-04-01', '2026-04-01')) {
    for (const time of LOOKS) {
      const now = `${day} ${time}`;
      const events = plan.splice(0, plan.findIndex(({ at }) => at > now) === -1 ? plan.length : plan.findIndex(({ at }) => at > now));
      await happen(db.em(), town, events);
      const isAway = RELAY_AWAY.includes(day);
      const relay: Mail = {
        send: async (mail) => {
          if (isAway) throw new Error('connect ECONNREFUSED');
          if (day >= BY_SMTP[0] && day <= BY_SMTP[1]) await jobs.smtp.send(mail);
          sent.push({ day, time, mail });
        },
      };
      const between = BETWEEN.filter(({ look }) => look === now);
      db.clock.moveTo(new Date(`${day}T${time}:00+09:00`));
      const before = between.length === 0 ? undefined : await jobs.sweep();
      // The list is written from the town as it is; only then does the town go on.
      const pending: Promise<void>[] = [];
      list.look(day, time, isAway, () => { if (between.length > 0) pending.push(happen(db.em(), town, between)); });
      await Promise.all(pending);
      if (before) await jobs.send(before, relay);
      else await jobs.look(relay);
    }
  }
  return { sent, expected: list.mails };
}

/** Which rows each mail had, by its Message-ID. */
async function rowsByMail(): Promise<Map<string, string[]>> {
  const rows = await db.em().execute<{ mail: string; row: string }[]>(
    `select m.message_id as mail, c.code || ' ' || case when i.subject_kind = 'card' then 'card' else o.name end || ' ' || i.step || ' of ' || i.effective_deadline as row
     from reminder_item i join reminder_mail m on m.id = i.mail_id join card c on c.id = i.card_id
     left join submission s on s.id = i.subject_id left join organisation o on o.id = s.organisation_id
     where m.state = 'sent'
     union all
     select m.message_id, 'notice ' || n.id from notification n join reminder_mail m on m.id = n.mail_id where n.kind <> 'reminder' and n.read_at is null and m.state = 'sent'`,
  );
  const found = new Map<string, string[]>();
  for (const { mail, row } of rows) found.set(mail, [...(found.get(mail) ?? []), row]);
  return found;
}

/** The first few that the others lack, cut to what one can read. */
function without(some: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return some.filter((one) => !known.has(one)).slice(0, 10).map((one) => one.slice(0, 240));
}
const line = (day: string, time: string, address: string, subject: string, rows: readonly string[]): string => `${day} ${time} ${address} 「${subject}」 ${rows.join(', ')}`;

it('in a whole year exactly the mails go out that a plainer writing says, with their rows and steps, and none twice', async () => {
  const addresses = new Map(BOOK.people.map(({ id, email }) => [id, email]));
  const { sent, expected } = await walk();
  const rows = await rowsByMail();
  const should = expected.map(({ person, day, time, subject, rows: own }) => line(day, time, addresses.get(person) ?? '', subject, own));
  const did = sent.map(({ day, time, mail }) => line(day, time, mail.to.address, mail.subject, (rows.get(mail.messageId) ?? []).toSorted()));
  expect({ missing: without(should, did), unasked: without(did, should) }).toEqual({ missing: [], unasked: [] });
  expect(did).toHaveLength(should.length);
  expect(did.length).toBeGreaterThan(1000);

  // None twice: neither a mail, nor a step of one thing to one person, nor two まとめメール on one day.
  expect(new Set(sent.map(({ mail }) => mail.messageId)).size).toBe(sent.length);
  const told = sent.flatMap(({ mail }) => (rows.get(mail.messageId) ?? []).map((row) => `${mail.to.address} ${row}`));
  expect(told.length).toBeGreaterThan(8_000);
  expect(new Set(told).size).toBe(told.length);
  const daily = await db.em().execute<{ n: number }[]>(`select count(*)::int as n from reminder_mail where kind = 'daily' and state = 'sent' group by recipient_id, (sent_at at time zone 'Asia/Tokyo')::date having count(*) > 1`);
  expect(daily).toEqual([]);
  // Every row that a mail holds is named in it, but for the lists of 事務局, which name the first of each ward.
  for (const { mail } of sent) {
    const codes = (rows.get(mail.messageId) ?? []).filter((row) => !row.startsWith('notice')).map((row) => row.slice(0, 3));
    if (!mail.to.address.startsWith('office')) expect(codes.filter((code) => !mail.text.includes(code))).toEqual([]);
  }
  // What went by SMTP arrived as it was handed over, once.
  const bySmtp = sent.filter(({ day }) => day >= BY_SMTP[0] && day <= BY_SMTP[1]).map(({ mail }) => `${mail.to.address} ${mail.messageId} ${mail.subject}`);
  expect(jobs.sink.mails.map(({ to, raw }) => `${to.join()} ${headerOf(raw, 'Message-ID')} ${headerOf(raw, 'Subject')}`).toSorted()).toEqual(bySmtp.toSorted());

  // A few of them, counted on the fingers.
  const daysOf = (email: string | undefined): string[] => sent.filter(({ mail }) => mail.to.address === email).map(({ day }) => day);
  const tenth = addresses.get(STAFF[10]?.[1] ?? '');
  expect(daysOf(tenth).filter((day) => day >= '2025-12-01')).toEqual(['2025-12-23', '2026-01-05', '2026-01-07', '2026-01-13', '2026-01-22', '2026-02-02', '2026-02-12', '2026-02-24', '2026-03-05', '2026-03-16', '2026-03-26']);
  const openDays = new OpenDays();
  expect(sent.filter(({ day, mail }) => !openDays.isOpen(day) && !mail.subject.startsWith('振り返りのお知らせ'))).toEqual([]);
  expect(sent.some(({ day }) => day >= '2025-05-03' && day <= '2025-05-06')).toBe(false);
}, 600_000);
