import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { waitFor } from '../../../../test/kit/wait-for.ts';
import { JobProcessors } from './job-processors.ts';
import { JobQueue } from './job-queue.ts';
import { JobWorker } from './job-worker.ts';

let db: TestDatabase;
beforeAll(async () => { db = await createTestDatabase({ cast: false }); });
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

it('a worker without a processor for a declared job does not start', async () => {
  const { worker, processors } = setUp();
  processors.register('reminders.sweep', () => Promise.resolve());
  await expect(worker.start()).rejects.toThrow('these jobs have no processor: reminders.send');
});

it('a job has one processor', () => {
  const { processors } = setUp();
  processors.register('reminders.sweep', () => Promise.resolve());
  expect(() => { processors.register('reminders.sweep', () => Promise.resolve()); }).toThrow('two processors');
});

it('jobs travel through PostgreSQL as the application role, and the scheduled ones run once at the start', async () => {
  const { worker, processors, queue } = setUp();
  const done: string[] = [];
  processors.register('reminders.sweep', () => { done.push('sweep'); return Promise.resolve(); });
  processors.register('reminders.send', ({ mailId }) => { done.push(mailId); return Promise.resolve(); });
  await worker.start();
  await queue.add('reminders.send', { mailId: 'a' });
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
