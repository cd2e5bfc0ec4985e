import * as z from 'zod';
import { CycleId, ImportId } from '../ids.ts';
import { Doer, Instant, LongText, Version } from './basics.ts';

/** A row through all changes of a review: 取組 and place as read, "16.2". */
const RowKey = z.string().max(60);
/** A finding through all changes of a review. */
const FindingKey = z.string().max(120);
const CellField = z.enum(['measures', 'results', 'issues', 'nextSteps']);
const SheetProgress = z.enum(['in_progress', 'completed', 'completed_earlier', 'reference']);

/** A SheetEdit of packages/sheet (review/edits.ts says what each does), as it crosses the wire. */
export const SheetEdit = z.discriminatedUnion('type', [
  z.object({ type: z.literal('set_fiscal_year'), fiscalYear: z.int().min(1989).max(2100) }),
  z.object({ type: z.literal('set_goals'), row: RowKey, goals: z.array(LongText).max(100) }),
  z.object({ type: z.literal('set_cell'), row: RowKey, field: CellField, text: LongText }),
  z.object({ type: z.literal('move_cell'), from: RowKey, fromField: CellField, to: RowKey, toField: CellField }),
  z.object({ type: z.literal('set_progress'), row: RowKey, progress: SheetProgress }),
  z.object({ type: z.literal('join_rows'), row: RowKey }),
  z.object({ type: z.literal('split_row'), row: RowKey, at: z.int().min(1).max(100) }),
  z.object({ type: z.literal('assign_cells'), initiative: z.int().min(1), goals: z.array(z.object({ goal: RowKey, bodies: z.array(RowKey).max(100) })).max(100) }),
  z.object({ type: z.literal('resolve_reference'), row: RowKey, index: z.int().min(0).max(50), targets: z.array(RowKey).max(100) }),
  z.object({ type: z.literal('treat_amendment'), row: RowKey, as: z.enum(['amendment', 'results', 'issues', 'nextSteps']) }),
  z.object({ type: z.literal('place_text'), finding: FindingKey, row: RowKey, field: CellField }),
]);
export type SheetEdit = z.infer<typeof SheetEdit>;

/** A person's word on one finding: the proposal taken, another change, or seen and left as printed. */
export const ImportDecision = z.object({ finding: FindingKey, choice: z.enum(['accepted', 'changed', 'refused']), edits: z.array(SheetEdit).max(200), note: z.string().max(1000) });
export type ImportDecision = z.infer<typeof ImportDecision>;

/** What the reader remarks, with the lines of the file it speaks of. `must`: an edit is needed; `check`: a person decides; `info`: to be seen. */
export const ImportFindingView = z.object({
  key: FindingKey, code: z.string(), severity: z.enum(['must', 'check', 'info']),
  /** What was found in a few words, what it says here, and what a person can do. */
  title: z.string(), message: z.string(), whatToDo: z.string(),
  line: z.int(), row: RowKey.nullable(),
  suggestion: z.array(z.string()),
  proposal: z.array(SheetEdit).nullable(),
  source: z.array(z.object({ line: z.int(), place: z.string(), text: z.string() })),
  decision: ImportDecision.nullable(),
});
export type ImportFindingView = z.infer<typeof ImportFindingView>;

const Cell = z.object({ kind: z.enum(['text', 'none', 'blank', 'same_as_above']), text: z.string() });

/** One row of the sheet as it stands after all decisions and changes so far. */
export const ImportRow = z.object({
  key: RowKey, code: z.string(),
  goals: z.array(z.object({ text: z.string(), deadline: z.string().nullable() })),
  measures: Cell, results: Cell, issues: Cell, nextSteps: Cell,
  progress: SheetProgress.nullable(), statusNote: z.string().nullable(), amendment: z.string().nullable(),
  references: z.array(z.object({ kind: z.enum(['repeat', 'same_as']), section: z.string(), targets: z.array(RowKey), codes: z.array(z.string()) })),
  wards: z.int(), repaired: z.boolean(), findings: z.int(),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportInitiative = z.object({ number: z.int(), section: z.string(), title: z.string(), preamble: z.string().nullable(), footnote: z.string().nullable(), rows: z.array(ImportRow) });
export type ImportInitiative = z.infer<typeof ImportInitiative>;

export const ImportState = z.enum(['reviewing', 'applied', 'discarded', 'undone']);

/** One line of the list of imports. */
export const ImportSummary = z.object({
  id: ImportId, version: Version, state: ImportState,
  fileName: z.string(), format: z.enum(['text', 'markdown', 'html', 'xlsx', 'docx', 'json']), bytes: z.int(),
  fiscalYear: z.int().nullable(), planName: z.string(), cycleId: CycleId.nullable(),
  rows: z.int(), findings: z.int(), open: z.int(),
  by: Doer.nullable(), uploadedAt: Instant, changedAt: Instant,
});
export type ImportSummary = z.infer<typeof ImportSummary>;

/** Everything the wizard shows of one import; also what every change of it answers with. */
export const ImportDraft = z.object({
  ...ImportSummary.shape,
  counts: z.object({ chapters: z.int(), sections: z.int(), initiatives: z.int(), rows: z.int(), inProgress: z.int(), completed: z.int(), completedEarlier: z.int(), references: z.int(), unclear: z.int(), goals: z.int(), wards: z.int() }),
  sectionTitles: z.array(z.object({ number: z.string(), title: z.string() })),
  initiatives: z.array(ImportInitiative),
  findingList: z.array(ImportFindingView),
  /** Keys of the findings that still need a word before the sheet can be taken in. */
  openFindings: z.array(FindingKey),
  /** Changes made apart from any finding, in their order. */
  edits: z.array(SheetEdit),
  /** What was left out of the file, by reason, as words. */
  leftOut: z.array(z.object({ reason: z.string(), label: z.string(), count: z.int(), examples: z.array(z.string()) })),
});
export type ImportDraft = z.infer<typeof ImportDraft>;

export const ImportDifference = z.object({
  kind: z.enum(['same', 'changed', 'new', 'gone']), beforeCode: z.string().nullable(), afterCode: z.string().nullable(),
  initiative: z.string(), goal: z.string(),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});
export type ImportDifference = z.infer<typeof ImportDifference>;
