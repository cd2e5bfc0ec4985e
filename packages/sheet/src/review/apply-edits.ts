import { codeOf } from '../form/rows.ts';
import type { ParsedSheet } from '../sheet.ts';
import { treatAmendment } from './edit-amendment.ts';
import { moveCell, placeText, setCell } from './edit-cells.ts';
import { codesToKeys, keysToCodes, resolveReference } from './edit-references.ts';
import { assignCells, joinRows, splitRow } from './edit-rows.ts';
import { setFiscalYear, setGoals, setProgress } from './edit-values.ts';
import type { SheetEdit } from './edits.ts';
import { withKeys } from './row-keys.ts';

export interface RefusedEdit {
  edit: SheetEdit;
  /** In Japanese, for the person who made it. */
  reason: string;
}

export interface AppliedEdits {
  sheet: ParsedSheet;
  refused: RefusedEdit[];
}

/**
 * Makes changes to a sheet in review, one after another; the sheet given is not changed. An edit that cannot be made,
 * because its row is gone or because something printed would be lost, is refused with its reason and the others go on.
 * Keys stay as they are, codes follow from the places at the end. Only `set_goals` and `set_cell` can take away a
 * printed character.
 */
export function applyEdits(sheet: ParsedSheet, edits: readonly SheetEdit[]): AppliedEdits {
  const draft = JSON.parse(JSON.stringify(withKeys(sheet))) as ParsedSheet;
  const refused: RefusedEdit[] = [];
  codesToKeys(draft);
  for (const edit of edits) {
    const reason = apply(draft, edit);
    if (reason !== null) refused.push({ edit, reason });
    else settleMeasures(draft);
  }
  settleCodes(draft);
  keysToCodes(draft);
  return { sheet: draft, refused };
}

/** Changes the draft and gives null, or leaves it alone and says why. */
function apply(draft: ParsedSheet, edit: SheetEdit): string | null {
  switch (edit.type) {
    case 'set_fiscal_year': return setFiscalYear(draft, edit);
    case 'set_goals': return setGoals(draft, edit);
    case 'set_cell': return setCell(draft, edit);
    case 'move_cell': return moveCell(draft, edit);
    case 'set_progress': return setProgress(draft, edit);
    case 'join_rows': return joinRows(draft, edit);
    case 'split_row': return splitRow(draft, edit);
    case 'assign_cells': return assignCells(draft, edit);
    case 'resolve_reference': return resolveReference(draft, edit);
    case 'treat_amendment': return treatAmendment(draft, edit);
    case 'place_text': return placeText(draft, edit);
  }
}

/** The first row of a 取組 has none above, so an empty 具体的取組 there is none. */
function settleMeasures(draft: ParsedSheet): void {
  for (const { rows: [first] } of draft.initiatives) if (first?.measures.kind === 'same_as_above') first.measures = { kind: 'none' };
}

/** Codes follow from the places. No edit asks for them, so once is enough. */
function settleCodes(draft: ParsedSheet): void {
  for (const { number, rows } of draft.initiatives) for (const [index, row] of rows.entries()) row.code = codeOf(number, index, rows.length);
}
