import { readClosedDays } from '../../backend/src/features/cycles/index.ts';
import { collectNoticeMails } from '../../backend/src/features/notifications/index.ts';
import { inTokyo } from '../../backend/src/features/reminders/office.ts';
import { sendReminderMails, type SendSettings } from '../../backend/src/features/reminders/use-cases/send-reminder-mails.ts';
import { sweepReminders } from '../../backend/src/features/reminders/use-cases/sweep-reminders.ts';
import { newId } from '../../backend/src/platform/commands/new-id.ts';
import { SmtpMail, type Mail } from '../../backend/src/platform/mail/index.ts';
import type { TestDatabase } from './database.ts';
import { headerOf, startSmtpSink, textOf, type SmtpSink } from './smtp-sink.ts';

export const SETTINGS: SendSettings = { hours: { opens: '09:00', closes: '17:30' }, publicUrl: 'https://board.example', sender: '振り返りボード', pool: 5 };

/** So many more 区担当 of one ward, `many-1@example.test` and so on. */
export async function enterStaff(db: TestDatabase, organisationId: string, count: number): Promise<void> {
  const people = Array.from({ length: count }, (_, n) => ({ id: newId(), post: newId(), name: `区担当 ${n + 1}`, login: `many-${n + 1}` }));
  await db.em().execute(
    `with x as (select * from jsonb_to_recordset(?::jsonb) as x(id uuid, post uuid, name text, login text)),
     made as (insert into person (id, name, login, email, password_hash, created_at) select id, name, login, login || '@example.test', '', ? from x returning id)
     insert into post (id, person_id, organisation_id, role) select x.post, made.id, ?, 'ward_staff' from made join x on x.id = made.id`,
    [JSON.stringify(people), db.clock.now(), organisationId],
  );
}

/** The two jobs of reminders by hand, over a real database and into a real SMTP server. */
export class Reminding {
  private constructor(
    private readonly db: TestDatabase,
    readonly sink: SmtpSink,
    readonly smtp: SmtpMail,
  ) {}

  static async on(db: TestDatabase): Promise<Reminding> {
    const sink = await startSmtpSink();
    return new Reminding(db, sink, new SmtpMail({ url: sink.url, from: { name: '振り返りボード', address: 'furikaeri@example.test' } }));
  }

  sweep = (): Promise<string[]> => sweepReminders(this.db.em(), this.db.clock.now(), SETTINGS);
  send = (ids: readonly string[], mail: Mail = this.smtp): Promise<void> => sendReminderMails(this.db.em(), mail, this.db.clock, ids, SETTINGS);

  /** What the worker does at a tick: お知らせ into mails, the sweep, and all that may go. */
  async look(mail: Mail = this.smtp): Promise<void> {
    const at = this.db.clock.now();
    await collectNoticeMails(this.db.em(), at, inTokyo(at), await readClosedDays(this.db.em()), SETTINGS.publicUrl);
    await this.send(await this.sweep(), mail);
  }

  /** Moves the clock to a day and time of Tokyo's and looks. */
  async lookAt(day: string, time = '09:00', mail: Mail = this.smtp): Promise<void> {
    this.db.clock.moveTo(new Date(`${day}T${time}:00+09:00`));
    await this.look(mail);
  }

  /** "address: subject" of everything that arrived, sorted. */
  subjects = (): string[] => this.sink.mails.map(({ to, raw }) => `${to.join()}: ${headerOf(raw, 'Subject') ?? ''}`).sort();
  /** Takes what arrived since the last time. */
  arrived = (): string[] => {
    const subjects = this.subjects();
    this.sink.mails.length = 0;
    return subjects;
  };
  textTo = (address: string): string => textOf(this.sink.mails.findLast(({ to }) => to.includes(address))?.raw ?? '');
  states = async (): Promise<string[]> => (await this.db.em().execute<{ state: string }[]>('select state from reminder_mail order by created_at, id')).map(({ state }) => state);

  /** Nothing sent, nothing open. */
  async clear(): Promise<void> {
    this.sink.mails.length = 0;
    await this.db.em().execute(`delete from notification; delete from notification_settings; delete from absence; delete from reminder_item; delete from reminder_mail;
      delete from mailbox_mail; delete from closed_day; delete from cycle; delete from post where deputy_of is not null`);
  }

  async close(): Promise<void> {
    this.smtp.onModuleDestroy();
    await this.sink.close();
  }
}
