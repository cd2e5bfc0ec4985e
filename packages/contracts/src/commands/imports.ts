import * as z from 'zod';
import { command } from '../define.ts';
import { CommandId, CycleId, ImportId } from '../ids.ts';
import { WORKBOOK_PROBLEMS } from '../problems.ts';
import { Day, plainName, Version } from '../wire/basics.ts';
import { ImportDecision, ImportDraft, SheetEdit } from '../wire/import.ts';

/** Something the reader of the sheet wants a person to look at, as kept with the import. */
export const ImportFinding = z.object({ code: z.string(), line: z.int(), message: z.string() });
export type ImportFinding = z.infer<typeof ImportFinding>;

/** The days of a cycle. Absent: laid out from the day of the import. */
export const ImportSchedule = z.object({
  openedOn: Day, wardDeadline: Day, bureauDeadline: Day, reviewDeadline: Day, checkDeadline: Day, conferenceOn: Day,
}).refine(isInOrder, { message: '日程は、照会、区と局の回答期限、部会審査、事務局確認、区長会議の順の日にしてください。' });
export type ImportSchedule = z.infer<typeof ImportSchedule>;

export const ImportCounts = z.object({
  rows: z.int(), live: z.int(), frozen: z.int(), references: z.int(),
  inProgress: z.int(), completed: z.int(),
  /** Cards that ask wards, and answers asked in all. */
  askingWards: z.int(), answers: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/**
 * A file, as the body of the request (application/octet-stream, its name in the query string), is read and kept for
 * review. A file that is no sheet is refused and not kept.
 */
export const uploadImport = command({
  name: 'import.upload', path: '/api/imports', summary: '様式のファイルを読み取る', body: 'file',
  input: z.object({ commandId: CommandId, fileName: z.string().overwrite(plainName).trim().min(1).max(255) }),
  output: ImportDraft,
  problems: [
    'permission/denied', 'import/no-file', ...WORKBOOK_PROBLEMS,
    'sheet/binary', 'sheet/not-utf8', 'sheet/not-the-form', 'sheet/table-without-initiative', 'sheet/no-rows',
  ],
});

const onDraft = { commandId: CommandId, importId: ImportId, expectedVersion: Version };
const draftProblems = ['permission/denied', 'import/not-found', 'import/closed', 'import/changed-meanwhile'] as const;

/** Words on findings; one given before for the same finding is replaced. */
export const decideFindings = command({
  name: 'import.decide', path: '/api/imports/:importId/decisions', summary: '確認事項に答える',
  input: z.object({ ...onDraft, decisions: z.array(ImportDecision).min(1).max(500) }),
  output: ImportDraft, problems: [...draftProblems, 'import/edit-refused'],
});
/** The findings are open again, as if nobody had answered. */
export const reopenFindings = command({
  name: 'import.reopen-findings', path: '/api/imports/:importId/reopen', summary: '確認事項の答えを取り消す',
  input: z.object({ ...onDraft, findings: z.array(z.string().max(120)).min(1).max(500) }),
  output: ImportDraft, problems: draftProblems,
});
/** All changes apart from findings, in their order: the last one left out undoes it. */
export const editImport = command({
  name: 'import.edit', path: '/api/imports/:importId/edits', summary: '読み取った様式を直す',
  input: z.object({ ...onDraft, edits: z.array(SheetEdit).max(1000) }),
  output: ImportDraft, problems: [...draftProblems, 'import/edit-refused'],
});
export const discardImport = command({
  name: 'import.discard', path: '/api/imports/:importId/discard', summary: '取り込みをやめる',
  input: z.object(onDraft), output: ImportDraft, problems: draftProblems,
});
/** The reviewed sheet becomes plan, cycle, cards and asked answers, in one transaction. */
export const applyImportDraft = command({
  name: 'import.take-in', path: '/api/imports/:importId/apply', summary: '様式を取り込んで照会を始める',
  input: z.object({ ...onDraft, planName: z.string().overwrite(plainName).trim().min(1).max(200), setup: z.string().max(1_000_000).nullable(), schedule: ImportSchedule.nullable() }),
  output: z.object({ import: ImportDraft, cycleId: CycleId, fiscalYear: z.int(), planName: z.string(), counts: ImportCounts, organisationsMade: z.array(z.string()) }),
  problems: [...draftProblems, 'import/findings-open', 'import/no-fiscal-year', 'import/setup-invalid', 'cycle/already-open'],
});
/** As if it had not been, save for the log; the review of the sheet is open again. */
export const undoImportDraft = command({
  name: 'import.take-back', path: '/api/imports/:importId/undo', summary: '取り込みを取り消す',
  input: z.object(onDraft), output: ImportDraft, problems: ['permission/denied', 'import/not-found', 'import/changed-meanwhile', 'import/none', 'cycle/in-use'],
});

/** No step ends before the one it waits for, and none in another century, which is a slip of the keyboard. */
function isInOrder({ openedOn, wardDeadline, bureauDeadline, reviewDeadline, checkDeadline, conferenceOn }: Record<'openedOn' | 'wardDeadline' | 'bureauDeadline' | 'reviewDeadline' | 'checkDeadline' | 'conferenceOn', string>): boolean {
  const answers = [wardDeadline, bureauDeadline].sort();
  const days = [openedOn, ...answers, reviewDeadline, checkDeadline, conferenceOn];
  return days.every((day, index) => index === 0 || (days[index - 1] ?? '') <= day) && openedOn >= '2000-01-01' && conferenceOn < '2100-01-01';
}
