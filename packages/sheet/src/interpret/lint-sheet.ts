import type { CardKind, LintRow, LintSheet } from '@furikaeri/model';
import { withProposedSplits } from '../check/goal-splits.ts';
import type { ParsedSheet, SheetInitiative, SheetRow, TextCell } from '../sheet.ts';
import { cardCode } from './card-code.ts';

/** A sheet as the rules of the 整合チェック read it, before there are cards: a row's code is its id, and no answer is in. */
export const lintSheetOf = (sheet: ParsedSheet, fiscalYear: number, wards: number): LintSheet => ({
  fiscalYear,
  wards,
  rows: withProposedSplits(sheet).initiatives.flatMap((initiative) => initiative.rows.map((row) => lintRow(initiative, row))),
});

function lintRow({ section, title }: SheetInitiative, row: SheetRow): LintRow {
  const code = cardCode(section, row.code);
  const kind: CardKind = row.progress === 'completed_earlier' ? 'frozen' : row.progress === 'reference' ? 'reference' : 'live';
  return {
    cardId: code, code, section, initiative: title, kind,
    progress: row.progress === 'reference' ? null : (row.progress ?? 'in_progress'),
    goals: row.goals,
    texts: { results: printed(row.results), issues: printed(row.issues), nextSteps: printed(row.nextSteps) },
    figure: null,
    wardTable: row.wardTable ?? null,
    references: row.references.map((reference) => ({ section: reference.section, quotedTitle: reference.quotedTitle ?? null, quotedGoal: reference.quotedGoal ?? null })),
  };
}

const printed = (cell: TextCell): string => (cell.kind === 'text' ? cell.text : cell.kind === 'none' ? '—' : '');
