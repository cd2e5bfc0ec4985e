import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { chooseCarrier, type CarriedWorker } from './carrier.ts';
import { JobProcessors } from './job-processors.ts';
import { JobQueue } from './job-queue.ts';
import { JOB_NAMES, JOBS } from './jobs.ts';
import { PATIENCE_MS, QUEUE_OPTIONS, type QueueOptions } from './queue-options.ts';
import { within } from './within.ts';

/** How often a worker looks whether the queue still knows its schedules. */
const LOOK_AFTER_MS = 30_000;

/** Takes jobs off the queue. Only the worker process starts it; a carrier that is away is waited for. */
@Injectable()
export class JobWorker implements OnModuleDestroy {
  private readonly log = new Logger('Worker');
  private worker: CarriedWorker | null = null;
  private timer: NodeJS.Timeout | null = null;
  private booted = false;

  constructor(
    @Inject(QUEUE_OPTIONS) private readonly options: QueueOptions,
    private readonly queue: JobQueue,
    private readonly processors: JobProcessors,
  ) {}

  get isRunning(): boolean {
    return this.worker !== null;
  }

  /** Refuses to start while a declared job has no processor. */
  async start(): Promise<void> {
    const missing = this.processors.missing();
    if (missing.length > 0) throw new Error(`these jobs have no processor: ${missing.join(', ')}`);
    this.worker = chooseCarrier(this.options).worker(async (job) => { await this.processors.run(job.name, job.data); });
    let last = '';
    this.worker.on('error', (error) => {
      if (error.message !== last) this.log.warn(`the queue is away: ${error.message}`);
      last = error.message;
    });
    this.worker.on('ready', () => { last = ''; });
    this.worker.on('failed', (job, error) => { this.log.error(`the job ${job?.name ?? ''} failed: ${error.stack ?? error.message}`); });
    await this.lookAfterSchedules();
    this.timer = setInterval(() => void this.lookAfterSchedules(), LOOK_AFTER_MS);
    this.timer.unref();
  }

  /**
   * At first all schedules are written; later what a wiped queue forgot is written again. Both times each scheduled job
   * runs once at once, to find what the queue has lost.
   */
  async lookAfterSchedules(): Promise<void> {
    try {
      if (this.booted && !(await this.queue.keepSchedules())) return;
      if (!this.booted) await this.queue.writeSchedules();
      for (const name of JOB_NAMES) if (JOBS[name].schedule !== null) await this.queue.add(name, {} as never);
      this.booted = true;
    } catch (error) {
      this.log.warn(`the schedules could not be written yet: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Lets running jobs end; one that does not is taken up again by its lease. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    const worker = this.worker;
    this.worker = null;
    if (!worker) return;
    await within(2 * PATIENCE_MS, 'the worker', worker.close()).catch(() => within(PATIENCE_MS, 'the worker', worker.close(true)).catch(() => undefined));
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }
}
