import { Migration } from '@mikro-orm/migrations';

/** Whether the reader of a まとめメール was told of it in the app. */
export class ToldMails extends Migration {
  override up(): void {
    this.addSql(`
alter table reminder_mail add column told_at timestamptz;
update reminder_mail set told_at = sent_at where state = 'sent';
create index reminder_mail_untold on reminder_mail (send_on) where state = 'sent' and told_at is null;
-- what was already told of a thing is looked for at every sweep
create index reminder_item_subject on reminder_item (subject_id);
`);
  }

  override down(): void {
    this.addSql('alter table reminder_mail drop column told_at;');
  }
}
