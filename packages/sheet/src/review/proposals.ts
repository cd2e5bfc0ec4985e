import type { ParsedSheet, SheetFinding } from '../sheet.ts';
import type { RowKey, SheetEdit } from './edits.ts';
import { findRow } from './row-keys.ts';

/** What accepting a finding does. Null where nothing can be proposed for certain. */
export function proposalFor(sheet: ParsedSheet, finding: SheetFinding, row: RowKey | null): SheetEdit[] | null {
  if (row === null) return null;
  switch (finding.code) {
    case 'row/shifted':
      return assignment(sheet, finding, row);
    case 'goal/several-deadlines':
      return finding.suggestion === undefined ? null : [{ type: 'set_goals', row, goals: finding.suggestion }];
    case 'goal/amended':
      return [{ type: 'treat_amendment', row, as: 'amendment' }];
    default:
      return null;
  }
}

function assignment(sheet: ParsedSheet, finding: SheetFinding, row: RowKey): SheetEdit[] | null {
  const initiative = findRow(sheet, row)?.initiative;
  if (initiative === undefined || finding.assignment === undefined) return null;
  const keyAt = (index: number): RowKey => initiative.rows[index]?.key ?? '';
  return [{ type: 'assign_cells', initiative: initiative.number, goals: finding.assignment.map(({ goal, bodies }) => ({ goal: keyAt(goal), bodies: bodies.map(keyAt) })) }];
}
