import type { Account } from '../account.ts';
import type { SheetInitiative, SheetProgress, SheetRow } from '../sheet.ts';
import { measuresCell, splitAmendment, textCell } from './cells.ts';
import type { RowDraft } from './draft.ts';
import { readGoals, splitPreamble } from './goals.ts';

/** "3" where the 取組 has one row, else "3a", "3b" … */
export const codeOf = (initiative: number, index: number, count: number): string =>
  count === 1 ? String(initiative) : `${initiative}${index < 26 ? '' : String.fromCharCode(96 + Math.floor(index / 26))}${String.fromCharCode(97 + (index % 26))}`;

/** Drafts of one 取組 as rows of the result; a preamble stuck to the first goal goes to the 取組. */
export function finishRows(initiative: SheetInitiative, drafts: readonly RowDraft[], fiscalYear: number | null, account: Account): void {
  initiative.rows = drafts.map((draft, index) => {
    const line = draft.lines[0] ?? 0;
    let goal = draft.text.goal;
    if (index === 0) {
      const { preamble, rest } = splitPreamble(goal);
      if (preamble !== null) initiative.preamble = initiative.preamble === undefined ? preamble : `${initiative.preamble}\n${preamble}`;
      goal = rest;
    }
    const code = codeOf(initiative.number, index, drafts.length);
    if (goal === '') account.find('goal/missing', line, `${code} のめざす姿の欄が空です。`);
    if (draft.unknownStatus !== null) account.findPiece('row/status-unknown', draft.unknownStatus, `${code} の実施状況の欄に読み取れない語があります`);
    const progress = progressOf(draft);
    if (progress === null) account.find('row/status-missing', line, `${code} の実施状況が読み取れません。`);
    const { rest: issues, amendment } = splitAmendment(draft.text.issues, fiscalYear);
    if (amendment !== null) account.find('goal/amended', line, `${code} の課題の欄に、次年度以降のめざす姿（【参考】）があります。改定として扱うか確認してください。`, [amendment.text]);
    const row: SheetRow = {
      code,
      goals: readGoals(goal),
      measures: measuresCell(draft.text.measures, index === 0 && !draft.repaired, line, account),
      results: textCell(draft.text.results),
      issues: textCell(issues),
      nextSteps: textCell(draft.text.nextSteps),
      progress,
      references: draft.references,
      source: { lines: draft.lines },
    };
    if (draft.wards !== null) row.wardTable = draft.wards.finish(line, account);
    if (amendment !== null) row.amendment = amendment;
    if (draft.repaired) row.repaired = true;
    if (draft.note !== null) row.statusNote = draft.note;
    return row;
  });
  if (initiative.rows[0]?.repaired && initiative.rows[0].measures.kind === 'same_as_above') initiative.rows[0].measures = { kind: 'none' };
}

function progressOf(draft: RowDraft): SheetProgress | null {
  if (draft.progress !== null) return draft.progress;
  if (draft.references.length > 0) return 'reference';
  return draft.note !== null ? 'completed_earlier' : null;
}
