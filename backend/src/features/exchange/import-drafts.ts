import type { Doer, ImportSummary } from '@furikaeri/contracts';
import { type Decision, type ReviewedSheet, type ReviewMaterial, reviewedSheet, type SheetEdit } from '@furikaeri/sheet';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../platform/http/problem-error.ts';

/** A decision as kept: also who gave it and when. */
export interface KeptDecision extends Decision { by: Doer; at: string }

/** A sheet under review, as the table import_draft has it, without the file. */
export interface ImportDraftRow {
  id: string;
  version: number;
  state: ImportSummary['state'];
  fileName: string;
  format: ImportSummary['format'];
  bytes: number;
  sha256: string;
  material: ReviewMaterial;
  decisions: KeptDecision[];
  edits: SheetEdit[];
  planName: string;
  by: Doer;
  uploadedAt: string;
  changedAt: string;
  batchId: string | null;
  cycleId: string | null;
}

const DRAFT = `
select d.id, d.version, d.state, d.file_name as "fileName", d.format, d.bytes, d.sha256, d.material, d.decisions, d.edits, d.plan_name as "planName", d.by,
  to_char(d.uploaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "uploadedAt", to_char(d.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "changedAt",
  d.batch_id as "batchId", (select b.cycle_id from import_batch b where b.id = d.batch_id) as "cycleId"
from import_draft d where d.id = ?`;

export async function findDraft(em: EntityManager, id: string): Promise<ImportDraftRow> {
  const [row] = await em.execute<ImportDraftRow[]>(DRAFT, [id]);
  if (row === undefined) throw new ProblemError('import/not-found');
  return row;
}

/** As {@link findDraft}, with the draft's lock: whoever changes it takes it first. */
export const lockDraft = async (em: EntityManager, id: string): Promise<ImportDraftRow> => {
  await em.execute('select 1 from import_draft where id = ? for update', [id]);
  return findDraft(em, id);
};

/** While nothing of it is on the board a sheet may be changed, after a taking back again. */
export const isOpen = ({ state }: Pick<ImportDraftRow, 'state'>): boolean => state === 'reviewing' || state === 'undone';

export const reviewOf = ({ material, decisions, edits }: Pick<ImportDraftRow, 'material' | 'decisions' | 'edits'>): ReviewedSheet => reviewedSheet(material, decisions, edits);

/** Writes what a change made of a draft, with the figures that the list shows. */
export async function saveDraft(em: EntityManager, row: ImportDraftRow, now: Date): Promise<void> {
  const { sheet, open } = reviewOf(row);
  await em.execute(
    `update import_draft set version = version + 1, state = ?, decisions = ?::jsonb, edits = ?::jsonb, fiscal_year = ?, plan_name = ?, rows = ?, open = ?, batch_id = ?, changed_at = ? where id = ?`,
    [row.state, JSON.stringify(row.decisions), JSON.stringify(row.edits), sheet.fiscalYear, row.planName, rowsIn(sheet), open.length, row.batchId, now, row.id],
  );
}

export const rowsIn = (sheet: ReviewedSheet['sheet']): number => sheet.initiatives.reduce((sum, { rows }) => sum + rows.length, 0);
