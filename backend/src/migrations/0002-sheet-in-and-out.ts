import { Migration } from '@mikro-orm/migrations';

/** A sheet's way in by review, and what the form prints beside what a card needs, so that it goes out as it came in. */
export class SheetInAndOut extends Migration {
  override up(): void {
    this.addSql(`
create table import_draft (
  id uuid primary key,
  version integer not null default 1,
  state text not null check (state in ('reviewing','applied','discarded','undone')),
  file_name text not null,
  format text not null check (format in ('text','markdown','html','xlsx','docx','json')),
  bytes integer not null,
  -- the file itself, so that a better reader can read it again
  file bytea not null,
  sha256 text not null,
  -- what the review began with: ReviewMaterial of packages/sheet
  material jsonb not null,
  decisions jsonb not null default '[]',
  edits jsonb not null default '[]',
  -- of the sheet as reviewed so far, for the list of imports
  fiscal_year integer,
  plan_name text not null default '',
  rows integer not null,
  findings integer not null,
  open integer not null,
  by jsonb not null,
  uploaded_at timestamptz not null,
  changed_at timestamptz not null,
  -- the cycle it became, also after that was taken back
  batch_id uuid references import_batch
);
-- office files and long texts are compressed by nobody twice
alter table import_draft alter column file set storage external;
create index import_draft_changed on import_draft (changed_at);
create index import_draft_batch on import_draft (batch_id);
-- null for an import that was given at the start of the server and had no review
alter table import_batch add column draft_id uuid references import_draft on delete set null;

-- the form's ※ note of the 取組, on each of its cards
alter table card add column footnote text;
-- what else the form printed of the row (exchange/printed-form.ts); null for a card that came from no sheet
alter table card add column printed jsonb;
-- 取組 without a row have no card, and are printed all the same
alter table cycle add column empty_initiatives jsonb;

with printed as (
  select b.cycle_id, i.value as initiative, w.value as "row",
    row_number() over (partition by b.cycle_id order by i.place, w.place) as sort
  from import_batch b, jsonb_array_elements(b.sheet -> 'initiatives') with ordinality as i(value, place), jsonb_array_elements(i.value -> 'rows') with ordinality as w(value, place)
  where b.cycle_id is not null
)
update card c set
  footnote = p.initiative ->> 'footnote',
  printed = jsonb_build_object(
    'initiative', p.initiative -> 'number', 'code', p."row" -> 'code', 'references', p."row" -> 'references',
    'statusNote', coalesce(p."row" -> 'statusNote', 'null'), 'amendment', coalesce(p."row" -> 'amendment', 'null')
  ),
  ward_table = coalesce(p."row" -> 'wardTable', c.ward_table)
from printed p where p.cycle_id = c.cycle_id and p.sort = c.sort;

update cycle c set empty_initiatives = e.all from (
  select b.cycle_id, jsonb_agg(i.value order by i.place) as all
  from import_batch b, jsonb_array_elements(b.sheet -> 'initiatives') with ordinality as i(value, place)
  where b.cycle_id is not null and i.value -> 'rows' = '[]' group by b.cycle_id
) e where e.cycle_id = c.id;
`);
  }

  override down(): void {
    throw new Error('Stepping back would lose imported files; restore a backup instead.');
  }
}
