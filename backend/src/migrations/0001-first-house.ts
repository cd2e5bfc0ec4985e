import { Migration } from '@mikro-orm/migrations';

/** Everything the first cycle needs. The log tables are insert-only for the application's role (see platform/database/grants.ts). */
export class FirstHouse extends Migration {
  override up(): void {
    this.addSql(`
create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('ward','committee','bureau','secretariat','city')),
  name text not null,
  code text,
  sort integer not null,
  valid_from date,
  valid_to date,
  unique (kind, name)
);
create table person (
  id uuid primary key,
  name text not null,
  login text not null,
  email text not null,
  password_hash text not null,
  must_change_password boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null
);
create unique index person_login on person (lower(login));
create table post (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  role text not null check (role in ('ward_staff','ward_approver','committee_lead','bureau_staff','secretariat','viewer','admin')),
  title text not null default '',
  deputy_for text,
  valid_from date,
  valid_to date
);
create index post_person on post (person_id);
create index post_organisation on post (organisation_id, role);
create table session (
  token_hash text primary key,
  person_id uuid not null references person,
  post_id uuid not null references post,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on session (person_id);

-- Whoever changes a session, a post or a person, every API process hears of it at once and takes the seats away.
create function tell_session() returns trigger language plpgsql as $$
begin
  perform pg_notify('furikaeri_session', 'session ' || old.token_hash);
  return null;
end $$;
create trigger session_changed after delete or update of post_id, expires_at on session for each row execute function tell_session();
create function tell_post() returns trigger language plpgsql as $$
begin
  perform pg_notify('furikaeri_session', 'person ' || old.person_id);
  return null;
end $$;
create trigger post_changed after update or delete on post for each row execute function tell_post();
create function tell_person() returns trigger language plpgsql as $$
begin
  perform pg_notify('furikaeri_session', 'person ' || old.id);
  return null;
end $$;
create trigger person_changed after update of name, disabled_at on person for each row execute function tell_person();

create table plan (
  id uuid primary key,
  name text not null unique
);
create table cycle (
  id uuid primary key,
  plan_id uuid not null references plan,
  fiscal_year integer not null,
  phase text not null check (phase in ('preparation','collection','review','check','conference','settled','published')),
  opened_on date not null,
  ward_deadline date not null,
  bureau_deadline date not null,
  review_deadline date not null,
  check_deadline date not null,
  conference_on date not null,
  version integer not null default 1,
  created_at timestamptz not null
);
create unique index cycle_one_open on cycle (plan_id, fiscal_year);
create table section (
  id uuid primary key,
  cycle_id uuid not null references cycle on delete cascade,
  number text not null,
  title text not null,
  sort integer not null,
  unique (cycle_id, number)
);
create table card (
  id uuid primary key,
  cycle_id uuid not null references cycle on delete cascade,
  sort integer not null,
  code text not null,
  section_number text not null,
  chapter integer not null,
  initiative text not null,
  preamble text,
  title text not null,
  goals jsonb not null,
  measures jsonb not null,
  kind text not null check (kind in ('live','frozen','reference')),
  stage text check (stage in ('draft','ward_submitted','committee_review','reviewed')),
  progress text check (progress in ('in_progress','completed','completed_earlier')),
  progress_decision jsonb,
  approval jsonb,
  asks text not null check (asks in ('wards','bureau','secretariat')),
  asked_why text not null default '',
  committee_id uuid references organisation,
  bureau_id uuid references organisation,
  reopened_late boolean not null default false,
  deadline jsonb not null,
  indicator jsonb,
  figure jsonb,
  strip text not null default '',
  texts_written jsonb not null,
  "references" jsonb not null default '[]',
  status_note text,
  amendment text,
  ward_table jsonb,
  returned integer not null default 0,
  comments integer not null default 0,
  version integer not null default 1,
  -- the card as the board sends it (contract CardTile); a board of a thousand cards only strings these together
  tile text not null default '',
  unique (cycle_id, code),
  check ((kind = 'live') = (stage is not null))
) with (fillfactor = 60); -- room for a card's next version on its own page, so that a move touches no index
-- a board reads every tile: the sheet's long texts leave the row first
alter table card alter column tile set storage main;
create function write_card_tile() returns trigger language plpgsql as $$
begin
  new.tile := (select row_to_json(t)::text from (
    select new.id, new.cycle_id as "cycleId", new.sort, new.code, new.chapter, new.section_number as "sectionNumber", new.initiative,
      new.title, new.kind, new.stage, new.progress, new.progress_decision is not null as "progressDecided", new.asks,
      new.committee_id as "committeeId", new.bureau_id as "bureauId", new.reopened_late as "reopenedLate",
      new.texts_written as texts, new.deadline, new.figure, new.returned, new.comments, new."references",
      new.status_note as "statusNote", new.version
  ) t);
  return new;
end $$;
create trigger card_tile before insert or update on card for each row execute function write_card_tile();
create index card_cycle on card (cycle_id, sort);
create index card_committee on card (committee_id);
create table card_text (
  card_id uuid not null references card on delete cascade,
  field text not null check (field in ('results','issues','nextSteps')),
  text text not null default '',
  version integer not null default 1,
  updated_at timestamptz,
  updated_by jsonb,
  primary key (card_id, field)
);
create table submission (
  id uuid primary key,
  card_id uuid not null references card on delete cascade,
  organisation_id uuid not null references organisation,
  organisation_kind text not null check (organisation_kind in ('ward','bureau','secretariat')),
  state text not null check (state in ('not_started','draft','checking','submitted','returned','confirmed','waived')),
  state_before_approval text,
  draft jsonb not null,
  submitted jsonb,
  submitted_at timestamptz,
  submitted_late boolean not null default false,
  submitted_by jsonb,
  extension date,
  open_return jsonb,
  -- outlives the return itself: who handed in again may take it back and still has this deadline
  return_deadline date,
  sent_back_reason text,
  waived_reason text,
  edited_at timestamptz,
  edited_by jsonb,
  -- what outsiders see of the answer; typing does not move it
  version integer not null default 1,
  -- what its own organisation is typing
  draft_version integer not null default 1,
  unique (card_id, organisation_id),
  check (state <> 'waived' or waived_reason is not null)
);
-- an answer that is no longer asked: kept for the history, for its own organisation what was typed too
create table removed_submission (
  submission_id uuid primary key,
  card_id uuid not null references card on delete cascade,
  organisation_id uuid not null references organisation,
  command_id uuid not null,
  removed_at timestamptz not null,
  answer jsonb not null,
  comments jsonb not null
);
create index removed_submission_card on removed_submission (card_id);
create index submission_organisation on submission (organisation_id, card_id);
create table comment (
  id uuid primary key,
  card_id uuid not null references card on delete cascade,
  submission_id uuid references submission on delete cascade,
  author jsonb not null,
  author_person_id uuid not null references person,
  text text not null,
  created_at timestamptz not null,
  edited_at timestamptz,
  removed_at timestamptz,
  version integer not null default 1
);
create index comment_card on comment (card_id, created_at);

create table command_log (
  id uuid primary key,
  at timestamptz not null,
  name text not null,
  person_id uuid,
  doer jsonb,
  cycle_id uuid,
  card_id uuid,
  submission_id uuid,
  organisation_id uuid,
  reason text,
  before jsonb,
  after jsonb,
  -- text a ward has not handed in: its before and after are for this organisation alone
  private_to uuid,
  input_hash text not null,
  output jsonb not null
);
create index command_log_card on command_log (card_id, at);
create index command_log_cycle on command_log (cycle_id, at);
create table stream (
  name text primary key,
  seq bigint not null
);
create table change (
  stream text not null,
  seq bigint not null,
  at timestamptz not null,
  command_id uuid,
  payload jsonb not null,
  primary key (stream, seq)
);

create table reminder_item (
  id uuid primary key,
  recipient_id uuid not null references person,
  subject_id uuid not null,
  subject_kind text not null check (subject_kind in ('answer','card')),
  card_id uuid not null references card on delete cascade,
  step text not null,
  effective_deadline date not null,
  mail_id uuid,
  created_at timestamptz not null,
  unique (recipient_id, subject_id, step, effective_deadline)
);
create index reminder_item_mail on reminder_item (mail_id);
create table reminder_mail (
  id uuid primary key,
  recipient_id uuid not null references person,
  send_on date not null,
  kind text not null,
  message_id text not null unique,
  state text not null check (state in ('pending','claimed','sent','failed')),
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  subject text,
  sent_at timestamptz,
  created_at timestamptz not null,
  unique (recipient_id, send_on, kind)
);
create index reminder_mail_open on reminder_mail (state) where state in ('pending','claimed');
create table mailbox_mail (
  id uuid primary key,
  message_id text not null unique,
  recipient text not null,
  address text not null,
  subject text not null,
  body text not null,
  at timestamptz not null
);

create table closed_day (
  date date primary key,
  name text not null
);
create table import_batch (
  id uuid primary key,
  cycle_id uuid references cycle on delete set null,
  plan_name text not null,
  fiscal_year integer not null,
  file_name text not null,
  sha256 text not null,
  sheet jsonb not null,
  findings jsonb not null,
  imported_at timestamptz not null,
  undone_at timestamptz
);
`);
  }

  override down(): void {
    throw new Error('This migration lays the first stone; restore a backup instead of stepping back.');
  }
}
