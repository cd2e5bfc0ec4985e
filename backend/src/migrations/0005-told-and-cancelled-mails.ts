import { Migration } from '@mikro-orm/migrations';

/** Whether the reader of a まとめメール was told of it in the app; a 予約 that was taken back. */
export class ToldAndCancelledMails extends Migration {
  override up(): void {
    this.addSql(`
alter table reminder_mail add column told_at timestamptz;
update reminder_mail set told_at = sent_at where state = 'sent';
create index reminder_mail_untold on reminder_mail (send_on) where state = 'sent' and told_at is null;
alter table reminder_mail drop constraint reminder_mail_state_check;
alter table reminder_mail add constraint reminder_mail_state_check check (state in ('pending','claimed','sent','failed','cancelled'));
-- what was already told of a thing is looked for at every sweep
create index reminder_item_subject on reminder_item (subject_id);
`);
  }

  override down(): void {
    throw new Error('Stepping back would lose what was taken back; restore a backup instead.');
  }
}
