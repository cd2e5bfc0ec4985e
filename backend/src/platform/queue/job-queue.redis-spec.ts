import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startRedis, type TestRedis } from '../../../../test/kit/redis.ts';
import { waitFor } from '../../../../test/kit/wait-for.ts';
import { JobProcessors } from './job-processors.ts';
import { JobQueue } from './job-queue.ts';
import { JobWorker } from './job-worker.ts';

let redis: TestRedis;
beforeAll(async () => {
  Logger.overrideLogger(false); // a failing job is what this test wants
  redis = await startRedis();
});
const open: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of open) await close();
  await redis.close();
});

it('with Redis too, many jobs travel together, and what failed is on record until it is done again', async () => {
  const options = { databaseUrl: 'postgres://unused', redisUrl: redis.url };
  const processors = new JobProcessors();
  const queue = new JobQueue(options);
  const worker = new JobWorker(options, queue, processors);
  open.push(() => worker.stop(), () => queue.close());
  let broken = true;
  const done: string[] = [];
  processors.register('reminders.sweep', () => Promise.resolve());
  processors.register('notices.collect', () => Promise.resolve());
  processors.register('reminders.send', ({ mailIds }) => {
    if (broken) throw new Error('the relay is on fire');
    done.push(...mailIds);
    return Promise.resolve();
  });
  await worker.start();
  await queue.addBulk('reminders.send', [{ mailIds: ['a'] }, { mailIds: ['b', 'c'] }]);
  const failed = await waitFor(async () => { const all = await queue.failedJobs(); return all.length === 2 ? all : null; }, { within: 20_000, what: 'both failures' });
  expect(failed.map(({ name, reason, attempts }) => [name, reason, attempts])).toEqual([['reminders.send', 'the relay is on fire', 3], ['reminders.send', 'the relay is on fire', 3]]);
  broken = false;
  expect(await queue.retryFailed([...failed.map(({ id }) => id), 'unknown'])).toBe(2);
  await waitFor(() => done.length === 3, { within: 15_000, what: 'the second try' });
  await waitFor(async () => (await queue.failedJobs()).length === 0, { within: 15_000, what: 'a clean record' });
  expect(done.toSorted()).toEqual(['a', 'b', 'c']);
}, 60_000);
