import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.ts';
import { Config } from '../../platform/config/config.ts';
import { Log } from '../../platform/log/log.ts';
import { Mail } from '../../platform/mail/index.ts';
import { JobProcessors, JobQueue, JobWorker } from '../../platform/queue/index.ts';
import { Listener } from '../../platform/realtime/listener.ts';
import { MAIL_CHANNEL } from './mail-row.ts';
import { reminderSettings } from './reminder-settings.ts';
import { sendReminderMail } from './use-cases/send-reminder-mail.ts';
import { sweepReminders } from './use-cases/sweep-reminders.ts';

/** The two jobs of this feature, and the bell that a 督促 by hand rings at its commit. */
@Injectable()
export class RemindersProcessor implements OnModuleInit {
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
    this.processors.register('reminders.send', async ({ mailIds }) => { for (const mailId of mailIds) await this.send(mailId); });
    this.listener.on(MAIL_CHANNEL, (mailId) => this.ring(mailId), { connected: () => this.ring(null), lost: () => undefined });
  }

  async sweep(): Promise<void> {
    const mailIds = await sweepReminders(this.em.fork(), this.clock.now(), reminderSettings(this.config));
    await this.queue.addBulk('reminders.send', mailIds.map((mailId) => ({ mailIds: [mailId] })));
  }

  async send(mailId: string): Promise<void> {
    await sendReminderMail(this.em.fork(), this.mail, this.clock, mailId, reminderSettings(this.config));
  }

  /** Only a process that works hears it. A bell that rings while the queue is away is made up for by the next sweep. */
  private ring(mailId: string | null): void {
    if (!this.worker.isRunning) return;
    const job = mailId === null ? this.queue.add('reminders.sweep', {}) : this.queue.add('reminders.send', { mailIds: [mailId] });
    job.catch((error: unknown) => { this.log.warn({ err: error }, 'a mail waits for the next sweep'); });
  }
}
