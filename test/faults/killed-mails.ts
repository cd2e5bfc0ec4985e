import { expect } from '@jest/globals';
import { aCard, aCycle } from '../kit/builders.ts';
import { kitaStaff, nishiStaff } from '../kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { headerOf, startSmtpSink, type SmtpSink } from '../kit/smtp-sink.ts';
import { waitFor } from '../kit/wait-for.ts';
import { startWorkerProcess, type WorkerProcess } from '../kit/worker-process.ts';

/**
 * Where the worker dies: `claimed`, before the relay has anything of the mail; `handed`, when the relay holds the mail and has not said so;
 * `taken`, when the relay has said so and nobody wrote it down; `wiped`, as `handed`, with the queue emptied as well.
 */
export const MOMENTS = ['claimed', 'handed', 'taken', 'wiped'] as const;
type Moment = (typeof MOMENTS)[number];

const DAY = 86_400_000;
const isWeekend = (at: Date): boolean => at.getUTCDay() === 0 || at.getUTCDay() === 6;
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** A worker that is killed round after round while it sends, over a real database, a real queue and a real SMTP server. */
export class KilledMails {
  private worker: WorkerProcess | undefined;
  /** How often one look after the crash was not enough. */
  furtherLooks = 0;
  /** 10:00 in Tokyo on a Wednesday; the test calendar has no holidays. */
  private at = new Date('2025-05-14T01:00:00Z');
  private moment: Moment | null = null;
  private fell: () => void = () => undefined;

  private constructor(
    private readonly db: TestDatabase,
    private readonly sink: SmtpSink,
    private readonly settings: Record<string, string>,
    private readonly wipe: (db: TestDatabase) => Promise<void>,
  ) {}

  static async open(redisUrl: string | null, wipe: (db: TestDatabase) => Promise<void>): Promise<KilledMails> {
    const db = await createTestDatabase();
    const held: { one?: KilledMails } = {};
    const sink = await startSmtpSink({ onMailFrom: (_address, _session, done) => { if (!held.one?.strike('claimed')) done(); } }, {
      received: (reply) => {
        if (held.one?.strike('handed') || held.one?.strike('wiped')) return;
        reply();
        held.one?.strike('taken');
      },
    });
    const settings = { DATABASE_URL: db.appUrl, SMTP_URL: sink.url, PUBLIC_URL: 'https://board.example', ...(redisUrl !== null && { REDIS_URL: redisUrl }) };
    held.one = new KilledMails(db, sink, settings, wipe);
    return held.one;
  }

  /** One day on which two people are owed a mail, and the worker dies over the first. Says the Message-IDs that arrived, by address. */
  async round(moment: Moment): Promise<{ messageIds: Map<string, string[]> }> {
    await this.newDay();
    const running = this.worker ?? (await this.start());
    const fell = new Promise<void>((resolve) => { this.fell = resolve; });
    this.moment = moment;
    // It may die before it can say that the job is on the queue.
    await Promise.race([running.sweep(), fell]);
    await fell;
    if (moment === 'wiped') await this.wipe(this.db);
    await running.ended;
    // Five minutes later: the lease of whoever went away has run out.
    this.at = new Date(this.at.getTime() + 6 * 60_000);
    await this.sentBy(await this.start(), moment);
    const messageIds = new Map<string, string[]>();
    for (const { to, raw } of this.sink.mails.splice(0)) messageIds.set(to.join(), [...(messageIds.get(to.join()) ?? []), headerOf(raw, 'Message-ID') ?? '']);
    return { messageIds };
  }

  async close(): Promise<void> {
    await this.worker?.kill();
    await this.sink.close();
    await this.db.close();
  }

  private async start(): Promise<WorkerProcess> {
    return (this.worker = await startWorkerProcess(this.settings, this.at));
  }

  /** Kills the worker, where this is the moment for it. */
  private strike(moment: Moment): boolean {
    if (this.moment !== moment || !this.worker) return false;
    this.moment = null;
    process.kill(this.worker.pid, 'SIGKILL');
    this.fell();
    return true;
  }

  /** What a first look after the crash could not do (a queue out of patience, a relay that hung up), the next one does, as on the schedule. */
  private async sentBy(worker: WorkerProcess, moment: Moment): Promise<void> {
    for (let look = 1; ; look += 1) {
      try {
        await waitFor(async () => (await this.states()).join() === 'sent,sent', { within: 20_000, what: `both mails after «${moment}»` });
        return;
      } catch (error) {
        if (look === 4) throw new Error(`${look} looks after «${moment}»: ${(await this.states()).join()}`, { cause: error });
      }
      this.furtherLooks += 1;
      this.at = new Date(this.at.getTime() + 6 * 60_000);
      await worker.moveTo(this.at);
      await worker.sweep();
    }
  }

  private async newDay(): Promise<void> {
    do this.at = new Date(this.at.getTime() + DAY); while (isWeekend(this.at));
    this.at.setUTCHours(1, 0, 0, 0);
    await this.clear();
    const cycle = await aCycle().wardsUntil(dayOf(this.at)).with({ reviewDeadline: '2035-05-30' }).build(this.db);
    await aCard(cycle).asking('北区', '西区').build(this.db);
    await aCard(cycle).asking('北区').build(this.db);
    await this.worker?.moveTo(this.at);
  }

  /** Whoever sent the last mail may still be telling of it, and lock the other way round: then this comes again. */
  private async clear(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.db.em().execute('delete from reminder_item; delete from reminder_mail; delete from cycle');
        return;
      } catch (error) {
        if (!(error instanceof Error && error.name === 'DeadlockException') || tries === 5) throw error;
      }
    }
  }

  private states = async (): Promise<string[]> => (await this.db.em().execute<{ state: string }[]>('select state from reminder_mail')).map(({ state }) => state);
}

/** Both people have their mail, and whoever has it twice has the same one twice. */
export function expectNoneLost({ messageIds }: { messageIds: Map<string, string[]> }): void {
  expect([...messageIds.keys()].toSorted()).toEqual([kitaStaff.email, nishiStaff.email]);
  for (const ids of messageIds.values()) expect(new Set(ids).size).toBe(1);
}
