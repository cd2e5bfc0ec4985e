import { Migration } from '@mikro-orm/migrations';

/** Indicators with parts, tables and certainty; files behind answers; wishes for time; 局の数値; 整合チェック; 代理. */
export class TwentyFourAnswers extends Migration {
  override up(): void {
    this.addSql(`
-- an answer says more than before; what was written keeps its meaning
update submission set
  draft = '{"parts":[],"byWard":[],"asOf":null,"certainty":"final","source":"","attachments":[],"copied":[]}'::jsonb || draft,
  submitted = case when submitted is null then null
    else '{"parts":[],"byWard":[],"asOf":null,"certainty":"final","source":"","attachments":[],"copied":[]}'::jsonb || submitted end;
update card set figure = '{"numerator":null,"means":null,"parts":[],"addsUp":null,"steps":[],"asOf":null,"certainty":null}'::jsonb || figure
where figure is not null;

alter table submission add column extension_request jsonb;
alter table submission add column extension_decision jsonb;
alter table submission add column delegation jsonb;

-- files behind answers; which of them a version of an answer shows stands in its content
create table attachment (
  id uuid primary key,
  submission_id uuid not null references submission on delete cascade,
  name text not null,
  type text not null,
  bytes integer not null,
  sha256 text not null,
  content bytea not null,
  by jsonb not null,
  at timestamptz not null
);
-- office files and pictures are compressed by nobody twice
alter table attachment alter column content set storage external;
create index attachment_submission on attachment (submission_id);

-- where quoted sentences of a city-wide text came from; not for everybody who reads the text
alter table card_text add column quotes jsonb not null default '[]';

create table bureau_figure (
  id uuid primary key,
  cycle_id uuid not null references cycle on delete cascade,
  bureau_id uuid not null references organisation,
  name text not null,
  unit text not null,
  value text not null,
  as_of date,
  certainty text not null check (certainty in ('provisional','final')),
  source text not null,
  note text not null,
  version integer not null default 1,
  updated_by jsonb not null,
  updated_at timestamptz not null
);
create index bureau_figure_cycle on bureau_figure (cycle_id, bureau_id);

create table lint_acknowledgement (
  cycle_id uuid not null references cycle on delete cascade,
  -- names the rule, the rows and the facts, so that it lapses when they change
  key text not null,
  note text not null,
  by jsonb not null,
  at timestamptz not null,
  primary key (cycle_id, key)
);

-- the post a 代理 stands in for, so that its holder may end it
alter table post add column deputy_of uuid references post;
create index post_deputy_of on post (deputy_of);
`);
  }

  override down(): void {
    throw new Error('Stepping back would lose answers and files; restore a backup instead.');
  }
}
