import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { aCard, aCycle } from '../../../../test/kit/builders.ts';
import { kita } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { enterStaff, Reminding, SETTINGS } from '../../../../test/kit/reminding.ts';
import { headerOf } from '../../../../test/kit/smtp-sink.ts';
import { waitFor } from '../../../../test/kit/wait-for.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { Config } from '../../platform/config/config.ts';
import { createLog } from '../../platform/log/log.ts';
import { UndeliverableMail, type Mail, type OutgoingMail } from '../../platform/mail/index.ts';
import { JobQueue } from '../../platform/queue/index.ts';
import { startWorker } from '../../worker.ts';

const PEOPLE = 130;

let db: TestDatabase;
let jobs: Reminding;
const workers: { close: () => Promise<void> }[] = [];
beforeAll(async () => {
  db = await createTestDatabase();
  jobs = await Reminding.on(db);
  await enterStaff(db, kita.id, PEOPLE);
});
beforeEach(async () => {
  db.clock.moveTo(new Date('2025-05-14T10:00:00+09:00'));
  const cycle = await aCycle().wardsUntil('2025-05-13').with({ reviewDeadline: '2025-12-01' }).build(db);
  await aCard(cycle).asking('北区').build(db);
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.close();
  await db.em().execute('delete from bullmq.job; delete from bullmq.scheduler');
  await jobs.clear();
});
afterAll(async () => {
  await jobs.close();
  await db.close();
});

/** The new people and 北野 花. */
const EVERYBODY = PEOPLE + 1;
async function work(): Promise<void> {
  const config = new Config({ LOG_LEVEL: 'fatal', DATABASE_URL: db.appUrl, PUBLIC_URL: SETTINGS.publicUrl, SMTP_URL: jobs.sink.url });
  workers.push(await startWorker({ config, orm: db.orm, log: createLog('fatal'), clock: db.clock }));
}
const allSent = () => waitFor(async () => { const states = await jobs.states(); return states.length === EVERYBODY && states.every((state) => state === 'sent'); }, { within: 30_000, what: 'all mails' });
const arrivedOnce = () => {
  expect(new Set(jobs.sink.mails.flatMap(({ to }) => to)).size).toBe(EVERYBODY);
  expect(jobs.sink.mails).toHaveLength(EVERYBODY);
};
const messageIds = () => jobs.sink.mails.map(({ raw }) => headerOf(raw, 'Message-ID') ?? '');
/** A relay that takes these many and then says nothing any more, as a process sees it that dies. */
const dyingAfter = (n: number, taken: OutgoingMail[]): Mail => ({
  send: (mail) => {
    if (taken.length >= n) return new Promise(() => undefined);
    taken.push(mail);
    return Promise.resolve();
  },
});

it('several batches, each on the queue twice, before two workers: everybody gets one mail', async () => {
  const ids = await jobs.sweep();
  expect(ids).toHaveLength(EVERYBODY);
  const queue = new JobQueue({ databaseUrl: db.appUrl });
  const batches = [ids.slice(0, 50), ids.slice(50, 100), ids.slice(100)].map((mailIds) => ({ mailIds }));
  await queue.addBulk('reminders.send', [...batches, ...batches]);
  await queue.close();
  await Promise.all([work(), work()]);
  await allSent();
  await waitFor(async () => (await db.em().execute<{ n: string }[]>(`select count(*) as n from bullmq.job where state in ('waiting', 'active')`))[0]?.n === '0', { within: 15_000, what: 'an idle queue' });
  arrivedOnce();
});

it('the queue wiped while batches are under way: nobody is left out and nobody hears twice', async () => {
  await Promise.all([work(), work()]);
  await waitFor(() => jobs.sink.mails.length > 20, { what: 'the first mails' });
  await db.em().execute('delete from bullmq.job; delete from bullmq.scheduler');
  for (const worker of workers.splice(0)) await worker.close();
  db.clock.moveTo(new Date('2025-05-14T10:06:00+09:00'));
  await work();
  await allSent();
  expect(new Set(jobs.sink.mails.flatMap(({ to }) => to)).size).toBe(EVERYBODY);
  // A worker that is asked to end waits for its mails, so not even the same one twice.
  expect(new Set(messageIds()).size).toBe(jobs.sink.mails.length);
});

it('a batch whose sender dies half way: what it had is said again under the same Message-ID, the rest for the first time', async () => {
  const ids = await jobs.sweep();
  const taken: OutgoingMail[] = [];
  void jobs.send(ids.slice(0, 50), dyingAfter(20, taken));
  await waitFor(async () => (await jobs.states()).filter((state) => state === 'sent').length === 20, { what: 'twenty marked' });
  await jobs.send(ids);
  expect(jobs.sink.mails).toHaveLength(EVERYBODY - 50);
  db.clock.moveTo(new Date('2025-05-14T10:06:00+09:00'));
  await jobs.look();
  await allSent();
  expect(jobs.sink.mails).toHaveLength(EVERYBODY - 20);
  expect(new Set([...messageIds(), ...taken.map(({ messageId }) => messageId)]).size).toBe(EVERYBODY);
});

it('one address that the relay refuses holds up nobody else', async () => {
  const refused: string[] = [];
  const ids = await jobs.sweep();
  await jobs.send(ids, { send: (mail) => (mail.to.address === 'many-7@example.test' ? (refused.push(mail.to.address), Promise.reject(new UndeliverableMail('no such user'))) : jobs.smtp.send(mail)) });
  expect(refused).toHaveLength(1);
  const states = await jobs.states();
  expect([states.filter((state) => state === 'sent').length, states.filter((state) => state === 'failed').length]).toEqual([EVERYBODY - 1, 1]);
  expect(await db.em().execute(`select last_error, address from reminder_mail where state = 'failed'`)).toEqual([{ last_error: 'no such user', address: 'many-7@example.test' }]);
});

it('with a slow relay nothing is handed over when the lease may not outlast the answer: it goes back, untried', async () => {
  const ids = await jobs.sweep();
  let handed = 0;
  await jobs.send(ids.slice(0, 50), {
    send: () => {
      handed += 1;
      db.clock.moveTo(new Date(db.clock.now().getTime() + 10_000));
      return Promise.resolve();
    },
  });
  expect(handed).toBeGreaterThan(5);
  expect(handed).toBeLessThan(20);
  const rows = await db.em().execute<{ state: string; attempts: number; lease_until: string | null }[]>('select state, attempts, lease_until from reminder_mail where id in (?)', [ids.slice(0, 50)]);
  expect(rows.filter(({ state }) => state === 'sent')).toHaveLength(handed);
  expect(rows.filter(({ state, attempts, lease_until: lease }) => state === 'pending' && attempts === 0 && lease === null)).toHaveLength(50 - handed);
  await jobs.look();
  await allSent();
});

it.each([
  ['at its time', [], '2025-05-15T09:00'], ['when the office opens after its day was closed meanwhile', ['2025-05-15'], '2025-05-16T09:00'],
])('a mail reserved for later leaves %s', async (_when, closed, leaves) => {
  await jobs.clear();
  const cycle = await aCycle().wardsUntil('2025-05-13').with({ reviewDeadline: '2025-12-01' }).build(db);
  const card = await aCard(cycle).asking('西区').build(db);
  const [answer] = await db.em().execute<{ id: string }[]>('select id from submission where card_id = ?', [card.id]);
  const mailId = newId();
  const [recipient] = await db.em().execute<{ id: string }[]>(`select person_id as id from post where organisation_id = (select organisation_id from submission where id = ?) and role = 'ward_staff'`, [answer?.id]);
  db.clock.moveTo(new Date('2025-05-14T20:00:00+09:00'));
  await db.em().execute(
    `insert into reminder_mail (id, recipient_id, send_on, kind, message_id, state, created_at, not_before, requested_by) values (?, ?, '2025-05-14', 'nudge:x', '<nudge-x@board.example>', 'pending', ?, ?, '{"personId":"x","name":"大野 恵","post":"事務局"}')`,
    [mailId, recipient?.id, db.clock.now(), new Date('2025-05-15T09:00:00+09:00')],
  );
  await db.em().execute(
    `insert into reminder_item (id, recipient_id, subject_id, subject_kind, card_id, step, effective_deadline, mail_id, created_at) values (?, ?, ?, 'answer', ?, 'nudge:2025-05-14', '2025-05-13', ?, ?)`,
    [newId(), recipient?.id, answer?.id, card.id, mailId, db.clock.now()],
  );
  for (const day of closed) await db.em().execute('insert into closed_day (date, name) values (?, ?)', [day, '臨時閉庁日']);
  const until = closed.flatMap((day) => [`${day}T09:00`, `${day}T20:00`]);
  for (const time of ['2025-05-14T20:00', ...until]) {
    db.clock.moveTo(new Date(`${time}:00+09:00`));
    await jobs.send([mailId]);
    await jobs.look();
    expect(jobs.sink.mails).toHaveLength(0);
  }
  db.clock.moveTo(new Date(`${leaves}:00+09:00`));
  await jobs.look();
  expect(messageIds()).toContain('<nudge-x@board.example>');
});
