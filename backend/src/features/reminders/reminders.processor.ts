import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.ts';
import { Config } from '../../platform/config/config.ts';
import { Log } from '../../platform/log/log.ts';
import { Mail } from '../../platform/mail/index.ts';
import { JobProcessors, JobQueue, JobWorker } from '../../platform/queue/index.ts';
import { Listener } from '../../platform/realtime/listener.ts';
import { readClosedDays } from '../cycles/index.ts';
import { MAIL_CHANNEL } from '../letters/index.ts';
import { collectNoticeMails, NOTICE_MAIL_CHANNEL } from '../notifications/index.ts';
import { inTokyo } from './office.ts';
import { reminderSettings } from './reminder-settings.ts';
import { sendReminderMails } from './use-cases/send-reminder-mails.ts';
import { sweepReminders } from './use-cases/sweep-reminders.ts';

/** Mails of one job: enough to look only once at what they have in common, few enough for several workers to share. */
const BATCH = 50;

/** The jobs of this feature, and the bells that a 督促 by hand and an お知らせ by mail ring at their commit. */
@Injectable()
export class RemindersProcessor implements OnModuleInit {
  /** Mails whose bell rang in the same breath. */
  private rung: string[] = [];

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly mail: Mail,
    private readonly processors: JobProcessors,
    private readonly queue: JobQueue,
    private readonly worker: JobWorker,
    private readonly listener: Listener,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.processors.register('reminders.sweep', () => this.sweep());
    this.processors.register('reminders.send', ({ mailIds }) => sendReminderMails(this.em.fork(), this.mail, this.clock, mailIds, reminderSettings(this.config)));
    this.processors.register('notices.collect', () => this.collectNotices());
    this.listener.on(MAIL_CHANNEL, (mailId) => this.ring(mailId), { connected: () => this.ask('reminders.sweep'), lost: () => undefined });
    this.listener.on(NOTICE_MAIL_CHANNEL, () => this.ask('notices.collect'), { connected: () => undefined, lost: () => undefined });
  }

  private async sweep(): Promise<void> {
    // Deadlines are not to wait for what fails here; it is tried again at the next sweep.
    await this.collectNotices().catch((error: unknown) => { this.log.error({ err: error }, 'お知らせ could not be put into mails'); });
    await this.carry(await sweepReminders(this.em.fork(), this.clock.now(), reminderSettings(this.config)));
  }

  private async collectNotices(): Promise<void> {
    const em = this.em.fork();
    const at = this.clock.now();
    await this.carry(await collectNoticeMails(em, at, inTokyo(at), await readClosedDays(em), reminderSettings(this.config).publicUrl));
  }

  private carry(mailIds: readonly string[]): Promise<void> {
    const batches = Array.from({ length: Math.ceil(mailIds.length / BATCH) }, (_, n) => ({ mailIds: mailIds.slice(n * BATCH, (n + 1) * BATCH) }));
    return this.queue.addBulk('reminders.send', batches);
  }

  /** One press of a button may ring for hundreds of mails; they travel together. */
  private ring(mailId: string): void {
    if (!this.worker.isRunning || this.rung.push(mailId) > 1) return;
    setImmediate(() => { this.waitForSweep(this.carry(this.rung.splice(0))); });
  }

  private ask(job: 'reminders.sweep' | 'notices.collect'): void {
    if (this.worker.isRunning) this.waitForSweep(this.queue.add(job, {}));
  }

  /** Only a process that works hears a bell. One that rings while the queue is away is made up for by the next sweep. */
  private waitForSweep(job: Promise<void>): void {
    job.catch((error: unknown) => { this.log.warn({ err: error }, 'a mail waits for the next sweep'); });
  }
}
