import type { ImportSummary, listImports as contract, OutputOf } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Reviews, and imports given at the start of the server, which had none: these came from a text file whose size nobody
 * kept, and by nobody who was logged in.
 */
const IMPORTS = `
select * from (
  select d.id, d.version, d.state, d.file_name as "fileName", d.format, d.bytes, d.fiscal_year as "fiscalYear", d.plan_name as "planName", b.cycle_id as "cycleId",
    d.rows, d.findings, d.open, d.by, d.uploaded_at, d.changed_at
  from import_draft d left join import_batch b on b.id = d.batch_id
  union all
  select b.id, 0, case when b.undone_at is null then 'applied' else 'undone' end, b.file_name, 'text', 0, b.fiscal_year, b.plan_name, b.cycle_id,
    (select coalesce(sum(jsonb_array_length(i -> 'rows')), 0)::int from jsonb_array_elements(b.sheet -> 'initiatives') i), jsonb_array_length(b.findings), 0, null,
    b.imported_at, coalesce(b.undone_at, b.imported_at)
  from import_batch b
  where b.draft_id is null
) t order by uploaded_at desc, id desc`;

interface Row extends Omit<ImportSummary, 'uploadedAt' | 'changedAt'> { uploaded_at: Date | string; changed_at: Date | string }

/** The newest first. */
export async function listImports(em: EntityManager): Promise<OutputOf<typeof contract>> {
  const reader = em.fork();
  const rows = await reader.execute<Row[]>(IMPORTS);
  const plans = await reader.execute<{ name: string }[]>('select name from plan order by name');
  return {
    imports: rows.map(({ uploaded_at, changed_at, ...row }) => ({ ...row, uploadedAt: new Date(uploaded_at).toISOString(), changedAt: new Date(changed_at).toISOString() })),
    planNames: plans.map(({ name }) => name),
  };
}
