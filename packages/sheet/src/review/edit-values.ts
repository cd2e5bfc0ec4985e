import { tidy } from '../characters.ts';
import { readGoals } from '../form/goals.ts';
import type { ParsedSheet } from '../sheet.ts';
import { NO_ROW } from './edit-of.ts';
import type { EditOf } from './edit-of.ts';
import { findRow, keyedRows } from './row-keys.ts';

/** The year under review; goals amended for the year after follow it. */
export function setFiscalYear(draft: ParsedSheet, { fiscalYear }: EditOf<'set_fiscal_year'>): string | null {
  if (!Number.isInteger(fiscalYear) || fiscalYear < 1989 || fiscalYear > 2100) return '年度は平成元年度（1989）から2100年度までの西暦で指定してください。';
  const before = draft.fiscalYear === null ? null : draft.fiscalYear + 1;
  for (const { row } of keyedRows(draft)) if (row.amendment !== undefined && row.amendment.fiscalYear === before) row.amendment.fiscalYear = fiscalYear + 1;
  draft.fiscalYear = fiscalYear;
  return null;
}

/** Goals as the form would read them back: a mark 「・」 that a person types begins a goal. */
export function setGoals(draft: ParsedSheet, { row: key, goals }: EditOf<'set_goals'>): string | null {
  const found = findRow(draft, key);
  if (found === null) return NO_ROW;
  found.row.goals = goals.flatMap((goal) => readGoals(tidy(goal)));
  return null;
}

export function setProgress(draft: ParsedSheet, { row: key, progress }: EditOf<'set_progress'>): string | null {
  const found = findRow(draft, key);
  if (found === null) return NO_ROW;
  if (progress === 'reference' && found.row.references.length === 0) return 'この行は再掲・同様の行ではありません。';
  found.row.progress = progress;
  return null;
}
