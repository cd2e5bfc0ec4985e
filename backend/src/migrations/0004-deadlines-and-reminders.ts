import { Migration } from '@mikro-orm/migrations';

/** 閉庁日 by source; a ladder per cycle; 文面 with history; mails with a log; お知らせ, their settings, 不在; the calendar feed; mentions. */
export class DeadlinesAndReminders extends Migration {
  override up(): void {
    this.addSql(`
alter table closed_day add column source text not null default 'holiday' check (source in ('holiday','year_end','own'));
update closed_day set source = 'year_end' where name = '年末年始';

-- null: the house's own ladder
alter table cycle add column ladder jsonb;
alter table cycle add column ladder_version integer not null default 0;

create table absence (
  id uuid primary key,
  person_id uuid not null references person,
  from_day date not null,
  to_day date not null,
  note text not null,
  created_at timestamptz not null,
  check (to_day >= from_day)
);
create index absence_person on absence (person_id, to_day);

-- version 0 is the product's own text and stands in no row
create table mail_template (
  kind text not null,
  language text not null check (language in ('ja','en')),
  version integer not null,
  subject text not null,
  body text not null,
  note text not null,
  by jsonb not null,
  at timestamptz not null,
  primary key (kind, language, version)
);

-- what was sent, to be read again; a 督促 carries its own words, who asked for it, and perhaps when
alter table reminder_mail add column cycle_id uuid references cycle on delete set null;
alter table reminder_mail add column template jsonb;
alter table reminder_mail add column requested_by jsonb;
alter table reminder_mail add column not_before timestamptz;
alter table reminder_mail add column is_copy boolean not null default false;
alter table reminder_mail add column address text;
alter table reminder_mail add column body text;
alter table reminder_mail add column bounced_at timestamptz;
alter table reminder_mail add column bounced_note text;
create index reminder_mail_created on reminder_mail (created_at desc, id);
alter table reminder_item add column role text not null default 'owed' check (role in ('owed','copy','call','waiting'));
-- what waits for a mail is looked for at every sweep
create index reminder_item_waiting on reminder_item (recipient_id) where mail_id is null;
create index command_log_submission on command_log (submission_id, at);
alter table mailbox_mail add column html text;

create table notification (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null,
  cycle_id uuid references cycle on delete cascade,
  card_id uuid references card on delete cascade,
  submission_id uuid,
  comment_id uuid,
  organisation_id uuid references organisation,
  field text,
  by jsonb,
  facts jsonb not null,
  at timestamptz not null,
  read_at timestamptz,
  channel text not null check (channel in ('app','mail','digest')),
  -- the mail that carries it; null while it waits for one, or needs none
  mail_id uuid
);
create index notification_person on notification (person_id, id desc);
create index notification_unread on notification (person_id) where read_at is null;
create index notification_waiting on notification (channel, person_id) where mail_id is null and channel <> 'app';
create index notification_mail on notification (mail_id) where mail_id is not null;

create table notification_settings (
  person_id uuid primary key references person,
  language text not null check (language in ('ja','en')),
  quiet jsonb,
  channels jsonb not null,
  version integer not null,
  updated_at timestamptz not null
);

create table calendar_feed (
  person_id uuid primary key references person,
  token_hash text not null unique,
  created_at timestamptz not null,
  last_read_at timestamptz
);

alter table comment add column mentions jsonb not null default '[]';
`);
  }

  override down(): void {
    throw new Error('Stepping back would lose notices and settings; restore a backup instead.');
  }
}
