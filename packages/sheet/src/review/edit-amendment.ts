import { splitAmendment } from '../form/cells.ts';
import type { GoalAmendment, ParsedSheet, SheetRow } from '../sheet.ts';
import { below, printedCell, writeCell } from './edit-cells.ts';
import { NO_ROW } from './edit-of.ts';
import type { EditOf } from './edit-of.ts';
import { findRow } from './row-keys.ts';

const COLUMNS = ['issues', 'results', 'nextSteps'] as const;

export const printedAmendment = ({ label, text }: GoalAmendment): string => `${label}\n${text}`;

/** 【参考】 from wherever it stands, a field of its own or a column, to where the person says that it belongs. */
export function treatAmendment(draft: ParsedSheet, edit: EditOf<'treat_amendment'>): string | null {
  const row = findRow(draft, edit.row)?.row;
  if (row === undefined) return NO_ROW;
  if (edit.as === 'amendment' && row.amendment !== undefined) return null;
  const amendment = row.amendment ?? takeFromColumn(row, draft.fiscalYear);
  if (amendment === null) return 'この行には【参考】のめざす姿がありません。';
  delete row.amendment;
  if (edit.as === 'amendment') row.amendment = amendment;
  else writeCell(row, edit.as, below(printedCell(row[edit.as]), printedAmendment(amendment)));
  return null;
}

/** Cuts the passage that begins with 【参考】 out of the first column that has one. */
function takeFromColumn(row: SheetRow, fiscalYear: number | null): GoalAmendment | null {
  for (const field of COLUMNS) {
    const { rest, amendment } = splitAmendment(printedCell(row[field]), fiscalYear);
    if (amendment === null) continue;
    writeCell(row, field, rest);
    return amendment;
  }
  return null;
}
