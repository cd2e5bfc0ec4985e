import { isDash, tidy } from '../characters.ts';
import { textCell } from '../form/cells.ts';
import type { MeasuresCell, ParsedSheet, SheetRow, TextCell } from '../sheet.ts';
import { NO_ROW } from './edit-of.ts';
import type { EditOf } from './edit-of.ts';
import type { CellField } from './edits.ts';
import { findingKeys, findRow } from './row-keys.ts';

const NONE = '—';

/** A cell as the form prints it: '' is blank or the same as above, 「—」 none. */
export const printedCell = (cell: MeasuresCell | TextCell): string => (cell.kind === 'text' ? cell.text : cell.kind === 'none' ? NONE : '');

export function writeCell(row: SheetRow, field: CellField, text: string): void {
  if (field !== 'measures') row[field] = textCell(text);
  else row.measures = text === '' ? { kind: 'same_as_above' } : isDash(text) ? { kind: 'none' } : { kind: 'text', text };
}

/** Two texts in one cell, the one below the other. 「—」 beside a text says nothing more. */
export function below(above: string, text: string): string {
  if (above === '' || isDash(above)) return text === '' ? above : text;
  return text === '' || isDash(text) ? above : `${above}\n${text}`;
}

export function setCell(draft: ParsedSheet, { row: key, field, text }: EditOf<'set_cell'>): string | null {
  const found = findRow(draft, key);
  if (found === null) return NO_ROW;
  writeCell(found.row, field, tidy(text));
  return null;
}

export function moveCell(draft: ParsedSheet, edit: EditOf<'move_cell'>): string | null {
  const from = findRow(draft, edit.from)?.row;
  const to = findRow(draft, edit.to)?.row;
  if (from === undefined || to === undefined) return NO_ROW;
  if (from === to && edit.fromField === edit.toField) return '同じ欄には移せません。';
  const moved = printedCell(from[edit.fromField]);
  if (moved === '') return '移す文がありません。';
  writeCell(to, edit.toField, below(printedCell(to[edit.toField]), moved));
  writeCell(from, edit.fromField, '');
  return null;
}

/** A text without a place gets one; its finding then holds it no longer, so that it cannot be placed twice. */
export function placeText(draft: ParsedSheet, { finding: key, row, field }: EditOf<'place_text'>): string | null {
  const found = findRow(draft, row)?.row;
  if (found === undefined) return NO_ROW;
  const finding = draft.findings[findingKeys(draft.findings).indexOf(key)];
  if (finding?.text === undefined) return finding === undefined ? 'この確認事項はありません。' : 'この文はすでに置かれているか、置く文がありません。';
  writeCell(found, field, below(printedCell(found[field]), tidy(finding.text)));
  delete finding.text;
  return null;
}
