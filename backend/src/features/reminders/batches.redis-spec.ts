import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { aCard, aCycle } from '../../../../test/kit/builders.ts';
import { kita } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { startRedis, type TestRedis } from '../../../../test/kit/redis.ts';
import { enterStaff, Reminding, SETTINGS } from '../../../../test/kit/reminding.ts';
import { headerOf } from '../../../../test/kit/smtp-sink.ts';
import { waitFor } from '../../../../test/kit/wait-for.ts';
import { Config } from '../../platform/config/config.ts';
import { createLog } from '../../platform/log/log.ts';
import { startWorker } from '../../worker.ts';

const PEOPLE = 400;
const ROOM = 120_000;

let db: TestDatabase;
let redis: TestRedis;
let jobs: Reminding;
beforeAll(async () => {
  [db, redis] = await Promise.all([createTestDatabase(), startRedis()]);
  jobs = await Reminding.on(db);
  await enterStaff(db, kita.id, PEOPLE);
});
beforeEach(async () => {
  db.clock.moveTo(new Date('2025-05-14T10:00:00+09:00'));
  const cycle = await aCycle().wardsUntil('2025-05-13').with({ reviewDeadline: '2025-12-01' }).build(db);
  await aCard(cycle).asking('北区').build(db);
});
afterAll(async () => {
  await jobs.close();
  await redis.close();
  await db.close();
});

it('FLUSHALL while two workers are in the middle of their batches: nobody is left out, and no mail goes twice', async () => {
  const config = new Config({ LOG_LEVEL: 'fatal', DATABASE_URL: db.appUrl, REDIS_URL: redis.url, PUBLIC_URL: SETTINGS.publicUrl, SMTP_URL: jobs.sink.url });
  const work = () => startWorker({ config, orm: db.orm, log: createLog('fatal'), clock: db.clock });
  const workers = await Promise.all([work(), work()]);
  await waitFor(() => jobs.sink.mails.length > 20, { what: 'the first mails' });
  await redis.flushAll();
  const caught = jobs.sink.mails.length;
  for (const worker of workers) await worker.close();
  db.clock.moveTo(new Date('2025-05-14T10:06:00+09:00'));
  const next = await work();
  await waitFor(async () => { const states = await jobs.states(); return states.length === PEOPLE + 1 && states.every((state) => state === 'sent'); }, { within: 60_000, what: 'all mails' });
  await next.close();
  expect(caught).toBeLessThan(PEOPLE);
  expect(new Set(jobs.sink.mails.flatMap(({ to }) => to)).size).toBe(PEOPLE + 1);
  expect(new Set(jobs.sink.mails.map(({ raw }) => headerOf(raw, 'Message-ID'))).size).toBe(jobs.sink.mails.length);
}, ROOM);
