import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { chooseCarrier, KEPT_FAILURES, type CarriedQueue, type Carrier } from './carrier.ts';
import { JOB_NAMES, JOBS, type JobData, type JobName } from './jobs.ts';
import { PATIENCE_MS, QUEUE_OPTIONS, type QueueOptions } from './queue-options.ts';
import { within } from './within.ts';

/** A job that ended in an error and is not tried again by itself. */
interface FailedJob { id: string; name: string; reason: string; failedAt: Date | null; attempts: number }

/** Puts jobs on the queue and keeps the schedules in it. Opened on first use, so that a process that only listens holds no connection. */
@Injectable()
export class JobQueue implements OnModuleDestroy {
  private readonly log = new Logger('Queue');
  private readonly carrier: Carrier;
  private opening: Promise<CarriedQueue> | null = null;
  private current: CarriedQueue | null = null;

  constructor(@Inject(QUEUE_OPTIONS) options: QueueOptions) {
    this.carrier = chooseCarrier(options);
  }

  /** Refuses within two seconds while the carrier is away; the sweep finds again what was not carried. */
  async add<N extends JobName>(name: N, data: JobData[N]): Promise<void> {
    await within(PATIENCE_MS, 'the queue', this.open().then((queue) => queue.add(name, data)));
  }

  /** The same for many jobs of one kind, in one round trip. */
  async addBulk<N extends JobName>(name: N, jobs: readonly JobData[N][]): Promise<void> {
    if (jobs.length === 0) return;
    await within(PATIENCE_MS, 'the queue', this.open().then((queue) => queue.addBulk(jobs.map((data) => ({ name, data })))));
  }

  /** What the queue gave up, the newest first, at most a hundred: older ones it forgets. */
  async failedJobs(): Promise<FailedJob[]> {
    const jobs = await within(PATIENCE_MS, 'the queue', this.open().then((queue) => queue.getFailed(0, KEPT_FAILURES - 1)));
    return jobs.map(({ id, name, failedReason, finishedOn, attemptsMade }) => ({
      id: id ?? '', name, reason: failedReason, failedAt: finishedOn === undefined ? null : new Date(finishedOn), attempts: attemptsMade,
    }));
  }

  /** Puts failed jobs on the queue again and says how many; what is not there or has not failed is left out. */
  async retryFailed(ids: readonly string[]): Promise<number> {
    const queue = await within(PATIENCE_MS, 'the queue', this.open());
    let retried = 0;
    for (const id of new Set(ids)) {
      const job = await within(PATIENCE_MS, 'the queue', queue.getJob(id));
      if (!job || !(await within(PATIENCE_MS, 'the queue', job.isFailed()))) continue;
      await within(PATIENCE_MS, 'the queue', job.retry('failed'));
      retried += 1;
    }
    return retried;
  }

  /** Writes every schedule as it is declared. At boot, because a pattern may have changed since the last one. */
  async writeSchedules(): Promise<void> {
    for (const name of JOB_NAMES) await this.writeSchedule(name);
  }

  /** Writes again only what is missing, and says whether anything was: a wiped Redis has forgotten its schedules too. */
  async keepSchedules(): Promise<boolean> {
    let wasMissing = false;
    const queue = await within(PATIENCE_MS, 'the queue', this.open());
    for (const name of JOB_NAMES) {
      if (JOBS[name].schedule === null) continue;
      const known = await within(PATIENCE_MS, 'the queue', queue.getJobScheduler(name));
      if (known !== undefined) continue;
      await this.writeSchedule(name);
      wasMissing = true;
    }
    return wasMissing;
  }

  async close(): Promise<void> {
    const queue = this.current;
    this.opening = null;
    this.current = null;
    // A queue whose Redis is away cannot say goodbye.
    await within(PATIENCE_MS, 'the queue', queue?.close() ?? Promise.resolve()).catch(() => undefined);
  }

  onModuleDestroy(): Promise<void> {
    return this.close();
  }

  private async writeSchedule(name: JobName): Promise<void> {
    const { schedule } = JOBS[name];
    if (schedule === null) return;
    const queue = await within(PATIENCE_MS, 'the queue', this.open());
    await within(PATIENCE_MS, 'the queue', queue.upsertJobScheduler(name, { pattern: schedule, tz: 'Asia/Tokyo' }, { name, data: {} }));
  }

  private open(): Promise<CarriedQueue> {
    this.opening ??= this.start();
    return this.opening;
  }

  private async start(): Promise<CarriedQueue> {
    const queue = this.carrier.queue();
    this.current = queue;
    let last = '';
    queue.on('error', (error) => {
      if (error.message !== last) this.log.warn(`the queue is away: ${error.message}`);
      last = error.message;
    });
    try {
      await queue.waitUntilReady();
      return queue;
    } catch (error) {
      // A queue that failed while it opened stays failed: the next caller opens another one.
      if (this.current === queue) this.opening = null;
      void queue.close().catch(() => undefined);
      throw error;
    }
  }
}
