import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { waitFor } from '../../../../test/kit/wait-for.ts';
import { JobProcessors } from './job-processors.ts';
import { JobQueue } from './job-queue.ts';
import { JobWorker } from './job-worker.ts';

let db: TestDatabase;
beforeAll(async () => {
  Logger.overrideLogger(false); // a failing job is what one of these tests wants
  db = await createTestDatabase({ cast: false });
});
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});
afterAll(() => db.close());

const setUp = () => {
  const options = { databaseUrl: db.appUrl };
  const processors = new JobProcessors();
  const queue = new JobQueue(options);
  const worker = new JobWorker(options, queue, processors);
  open.push(() => worker.stop(), () => queue.close());
  return { processors, queue, worker };
};
const idle = () => Promise.resolve();

it('a worker without a processor for a declared job does not start', async () => {
  const { worker, processors } = setUp();
  processors.register('reminders.sweep', idle);
  await expect(worker.start()).rejects.toThrow('these jobs have no processor: reminders.send, notices.collect');
});

it('a job has one processor', () => {
  const { processors } = setUp();
  processors.register('reminders.sweep', idle);
  expect(() => { processors.register('reminders.sweep', idle); }).toThrow('two processors');
});

it('jobs travel through PostgreSQL as the application role, and the scheduled ones run once at the start', async () => {
  const { worker, processors, queue } = setUp();
  const done: string[] = [];
  processors.register('reminders.sweep', () => { done.push('sweep'); return Promise.resolve(); });
  processors.register('notices.collect', idle);
  processors.register('reminders.send', ({ mailIds }) => { done.push(...mailIds); return Promise.resolve(); });
  await worker.start();
  await queue.add('reminders.send', { mailIds: ['a'] });
  await waitFor(() => done.includes('a') && done.includes('sweep'), { within: 10_000, what: 'both jobs' });
});

it('a queue that was wiped gets its schedules back, in Tokyo time', async () => {
  const { queue } = setUp();
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  open.push(() => owner.end());
  const schedules = async () => (await owner.query<{ pattern: string; tz: string }>('select pattern, tz from bullmq.scheduler')).rows;
  await queue.writeSchedules();
  expect(await schedules()).toEqual([{ pattern: '*/3 * * * *', tz: 'Asia/Tokyo' }]);
  await owner.query('delete from bullmq.scheduler; delete from bullmq.job');
  await queue.keepSchedules();
  await queue.keepSchedules();
  expect(await schedules()).toHaveLength(1);
});

it('many jobs travel together, and none is no journey', async () => {
  const { worker, processors, queue } = setUp();
  const done: string[] = [];
  processors.register('reminders.sweep', idle);
  processors.register('notices.collect', idle);
  processors.register('reminders.send', ({ mailIds }) => { done.push(...mailIds); return Promise.resolve(); });
  await worker.start();
  await queue.addBulk('reminders.send', []);
  await queue.addBulk('reminders.send', Array.from({ length: 40 }, (_, n) => ({ mailIds: [`m${n}`] })));
  await waitFor(() => done.length >= 40, { within: 10_000, what: 'all jobs' });
  expect(done.toSorted()).toEqual(Array.from({ length: 40 }, (_, n) => `m${n}`).toSorted());
});

it('a job that fails is done again, a little later', async () => {
  const { worker, processors, queue } = setUp();
  const begun: number[] = [];
  processors.register('reminders.sweep', idle);
  processors.register('notices.collect', idle);
  processors.register('reminders.send', () => {
    if (begun.push(Date.now()) < 3) throw new Error('a deadlock');
    return Promise.resolve();
  });
  await worker.start();
  await queue.add('reminders.send', { mailIds: ['a'] });
  await waitFor(() => begun.length === 3, { within: 20_000, what: 'the third try' });
  expect(begun.map((at, n) => at - (begun[n - 1] ?? at) >= 900 * n)).toEqual([true, true, true]);
  expect(await queue.failedJobs()).toEqual([]);
});

it('a job that failed is on record with its reason until it is done again; what is unknown is not retried', async () => {
  const { worker, processors, queue } = setUp();
  let broken = true;
  const done: string[] = [];
  processors.register('reminders.sweep', idle);
  processors.register('notices.collect', idle);
  processors.register('reminders.send', ({ mailIds }) => {
    if (broken) throw new Error('the relay is on fire');
    done.push(...mailIds);
    return Promise.resolve();
  });
  await worker.start();
  await queue.add('reminders.send', { mailIds: ['burnt'] });
  const [failed] = await waitFor(async () => { const all = await queue.failedJobs(); return all.length > 0 ? all : null; }, { within: 20_000, what: 'the failure' });
  expect(failed).toMatchObject({ name: 'reminders.send', reason: 'the relay is on fire', attempts: 3 });
  expect(Math.abs((failed?.failedAt?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  broken = false;
  expect(await queue.retryFailed([failed?.id ?? '', failed?.id ?? '', 'unknown'])).toBe(1);
  await waitFor(() => done.includes('burnt'), { within: 10_000, what: 'the second try' });
  await waitFor(async () => (await queue.failedJobs()).length === 0, { within: 10_000, what: 'a clean record' });
  expect(await queue.retryFailed([failed?.id ?? ''])).toBe(0);
});
