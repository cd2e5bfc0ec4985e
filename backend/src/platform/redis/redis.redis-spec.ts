import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import * as contract from '../../../../packages/contracts/src/index.ts';
import { ask, startTestApi, type TestApi } from '../../../../test/kit/api.ts';
import { aCard, aCycle } from '../../../../test/kit/builders.ts';
import { committeeLead, kitaStaff, nishiStaff, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { listen } from '../../../../test/kit/listening.ts';
import { startRedis, type TestRedis } from '../../../../test/kit/redis.ts';
import { startSmtpSink, type SmtpSink } from '../../../../test/kit/smtp-sink.ts';
import { waitFor } from '../../../../test/kit/wait-for.ts';
import { sweepReminders } from '../../features/reminders/use-cases/sweep-reminders.ts';
import { startWorker } from '../../worker.ts';
import { newId } from '../commands/new-id.ts';
import { Config } from '../config/config.ts';
import { createLog } from '../log/log.ts';
import { JobQueue } from '../queue/index.ts';

const patience = { within: 20_000 };
/** Redis comes and goes in seconds, and its clients come back with a pause. */
const ROOM = 60_000;
const settings = { hours: { opens: '09:00', closes: '17:30' }, publicUrl: 'https://board.example' };

let db: TestDatabase;
let redis: TestRedis;
let sink: SmtpSink;
let [api, neighbour]: TestApi[] = [];
const workers: { close: () => Promise<void> }[] = [];

beforeAll(async () => {
  [db, redis, sink] = await Promise.all([createTestDatabase(), startRedis(), startSmtpSink()]);
  api = await startTestApi(db, { REDIS_URL: redis.url });
  neighbour = await startTestApi(db, { REDIS_URL: redis.url });
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.close();
  sink.mails.length = 0;
  await db.em().execute('delete from reminder_item; delete from reminder_mail; delete from cycle');
});
afterAll(async () => {
  await neighbour?.close();
  await api?.close();
  await sink.close();
  await redis.close();
  await db.close();
});

const first = (): TestApi => api as TestApi;
async function work(): Promise<void> {
  const config = new Config({ LOG_LEVEL: 'fatal', DATABASE_URL: db.appUrl, REDIS_URL: redis.url, SMTP_URL: sink.url, PUBLIC_URL: settings.publicUrl });
  workers.push(await startWorker({ config, orm: db.orm, log: createLog('fatal'), clock: db.clock }));
}
const lateCycle = () => aCycle().wardsUntil('2025-05-13').with({ reviewDeadline: '2025-06-30' }).build(db);
const ready = async () => (await fetch(`${first().address}/api/health/ready`)).status;
const recipients = () => sink.mails.flatMap(({ to }) => to).sort();

it('jobs on Redis, two workers: one mail a person', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区', '西区').build(db);
  await Promise.all([work(), work()]);
  await waitFor(() => sink.mails.length >= 2, { ...patience, what: 'the mails' });
  await workers[0]?.close();
  await workers[1]?.close();
  expect(recipients()).toEqual([kitaStaff.email, nishiStaff.email]);
  expect(await db.em().execute('select count(*)::int as jobs from bullmq.job')).toEqual([{ jobs: 0 }]);
}, ROOM);

it('FLUSHALL while mails are on their way loses none, and the schedule comes back', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区', '西区').build(db);
  const queue = new JobQueue({ databaseUrl: db.appUrl, redisUrl: redis.url });
  await queue.writeSchedules();
  for (const mailId of await sweepReminders(db.em(), db.clock.now(), settings)) await queue.add('reminders.send', { mailIds: [mailId] });
  await redis.flushAll();
  expect(await redis.exists('bull:furikaeri:repeat')).toBe(false);
  await queue.close();
  await work();
  await waitFor(() => sink.mails.length === 2, { ...patience, what: 'the mails' });
  expect(recipients()).toEqual([kitaStaff.email, nishiStaff.email]);
  expect(await redis.exists('bull:furikaeri:repeat')).toBe(true);
}, ROOM);

it('somebody on one API process is seen on the other', async () => {
  const cycle = await lateCycle();
  const stream = `cycle:${cycle.id}`;
  const here = await listen(await first().as(kitaStaff), stream);
  const there = await listen(await (neighbour as TestApi).as(committeeLead), stream);
  const rooms: { stream: string; people: contract.Presence[] }[] = [];
  there.socket.on('presence', (room) => rooms.push(room));
  expect((await ask(here.socket, contract.SOCKET_EVENTS.place.event, { stream, cardId: newId(), field: null })).ok).toBe(true);
  await waitFor(() => rooms.at(-1)?.people.some(({ name }) => name === kitaStaff.doer.name), { ...patience, what: 'presence on the other process' });
  here.close();
  await waitFor(() => rooms.at(-1)?.people.every(({ name }) => name !== kitaStaff.doer.name), { ...patience, what: 'presence to end' });
  there.close();
}, ROOM);

it('Redis killed: /ready turns, the board and the commands go on, and after its return mails leave and /ready is well', async () => {
  const cycle = await lateCycle();
  const card = await aCard(cycle).asking('北区').build(db);
  db.clock.moveTo(new Date('2025-05-13T23:00:00Z')); // before the office opens, so that the worker has nothing to send yet
  await work();
  const lead = await first().as(committeeLead);
  const office = await first().as(secretariat);
  await waitFor(async () => (await ready()) === 200, { ...patience, what: 'ready' });

  await redis.kill();
  await waitFor(async () => (await ready()) === 503, { ...patience, what: 'not ready' });
  expect((await fetch(`${first().address}/api/health/live`)).status).toBe(200);
  const heard = await listen(await (neighbour as TestApi).as(committeeLead), `cycle:${cycle.id}`);
  const comment = await lead.call(contract.addComment, { commandId: newId(), cardId: card.id, text: 'Redis がなくても話せる' });
  await waitFor(() => heard.heard.some(({ payload }) => payload.type === 'comment.changed' && payload.comment.id === comment.id), { ...patience, what: 'the change on the other process' });
  heard.close();
  expect((await lead.call(contract.openBoard, { cycleId: cycle.id })).cards).toHaveLength(1);
  await first().as(nishiStaff); // the login throttle counts by itself
  const { cells } = await office.call(contract.readProgressTable, { cycleId: cycle.id });
  const nudged = await office.call(contract.sendNudges, { commandId: newId(), cycleId: cycle.id, submissionIds: cells.map(({ submissionId }) => submissionId) });
  expect(nudged.mails).toBe(1);

  await redis.start();
  await waitFor(async () => (await ready()) === 200, { ...patience, what: 'ready again' });
  // What the bell could not carry while Redis was away, the next sweep finds.
  const queue = new JobQueue({ databaseUrl: db.appUrl, redisUrl: redis.url });
  await queue.add('reminders.sweep', {});
  await queue.close();
  await waitFor(() => sink.mails.length === 1, { ...patience, what: 'the mail' });
  expect(recipients()).toEqual([kitaStaff.email]);
}, ROOM);
