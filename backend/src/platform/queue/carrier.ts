import { createPostgresBackend, Queue, Worker, type Processor, type WorkerOptions } from 'bullmq';
import type { QueueOptions } from './queue-options.ts';
import { redisConnection } from './redis.ts';
import { QUEUE_NAME as NAME, QUEUE_SCHEMA } from './migrate-queue.ts';

/** The part of BullMQ's Queue that the house uses, whichever backend carries it. */
export type CarriedQueue = Pick<Queue, 'add' | 'addBulk' | 'getFailed' | 'getJob' | 'upsertJobScheduler' | 'getJobScheduler' | 'waitUntilReady' | 'close'> & {
  on(event: 'error', heard: (error: Error) => void): unknown;
};

/** The part of BullMQ's Worker that the house uses. */
export type CarriedWorker = Pick<Worker, 'waitUntilReady' | 'close'> & {
  on(event: 'error', heard: (error: Error) => void): unknown;
  on(event: 'ready', heard: () => void): unknown;
  on(event: 'failed', heard: (job: { name: string } | undefined, error: Error) => void): unknown;
};

export interface Carrier {
  readonly kind: 'postgres' | 'redis';
  queue(): CarriedQueue;
  worker(process: Processor): CarriedWorker;
}

/** How many failed jobs stay to be read and retried. */
export const KEPT_FAILURES = 100;
/**
 * The database knows what happened to a job's subject, so a done job leaves nothing behind, and one that failed may be done again:
 * after one second, then after two, and then it is given up.
 */
const jobOptions = { removeOnComplete: true, removeOnFail: KEPT_FAILURES, attempts: 3, backoff: { type: 'exponential', delay: 1_000 } };
const workerOptions = { concurrency: 4, runRetryDelay: 1_000 } satisfies Partial<WorkerOptions>;

/** The one place that knows BullMQ's backends: PostgreSQL without a Redis address, else Redis through ioredis. */
export function chooseCarrier({ databaseUrl, redisUrl }: QueueOptions): Carrier {
  if (redisUrl) {
    return {
      kind: 'redis',
      queue: () => new Queue(NAME, { connection: redisConnection(redisUrl, 'producer'), defaultJobOptions: jobOptions }),
      worker: (process) => new Worker(NAME, process, { connection: redisConnection(redisUrl, 'worker'), ...workerOptions }),
    };
  }
  const connection = (max: number) => ({ connectionString: databaseUrl, schema: QUEUE_SCHEMA, max });
  return {
    kind: 'postgres',
    // The factory goes in by hand: BullMQ's process-wide default would also reach a Redis queue of the same process.
    queue: () => new Queue(NAME, { connection: connection(2), defaultJobOptions: jobOptions }, createPostgresBackend) as unknown as CarriedQueue,
    worker: (process) => new Worker(NAME, process, { connection: connection(4), ...workerOptions }, createPostgresBackend) as unknown as CarriedWorker,
  };
}
