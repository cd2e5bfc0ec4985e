import type { ParsedSheet } from '../sheet.ts';
import { NO_ROW } from './edit-of.ts';
import type { EditOf } from './edit-of.ts';
import type { RowKey } from './edits.ts';
import { findRow, keyedRows } from './row-keys.ts';

/** While edits are made a reference names its rows by key, because codes move. */
export function codesToKeys(draft: ParsedSheet): void {
  const keys = new Map(keyedRows(draft).map(({ row }) => [row.code, row.key ?? '']));
  renameTargets(draft, (code) => [keys.get(code) ?? '']);
}

export function keysToCodes(draft: ParsedSheet): void {
  const rows = keyedRows(draft);
  const codes = new Map(rows.map(({ row }) => [row.key ?? '', row.code]));
  const order = new Map(rows.map(({ row }, index) => [row.code, index]));
  renameTargets(draft, (key) => [codes.get(key) ?? '']);
  for (const { row } of rows) for (const reference of row.references) reference.targets?.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** Says for each target which rows it is now; '' and repeated ones fall away. */
export function renameTargets(draft: ParsedSheet, rename: (target: string) => string[]): void {
  for (const { row } of keyedRows(draft)) {
    for (const reference of row.references) {
      if (reference.targets !== undefined) reference.targets = [...new Set(reference.targets.flatMap(rename))].filter((target) => target !== '' && target !== row.key);
    }
  }
}

export function resolveReference(draft: ParsedSheet, { row: key, index, targets }: EditOf<'resolve_reference'>): string | null {
  const row = findRow(draft, key)?.row;
  if (row === undefined) return NO_ROW;
  const reference = row.references[index];
  if (reference === undefined) return 'この行にその再掲・同様はありません。';
  const reason = targets.map((target) => reasonAgainst(draft, key, target)).find((each) => each !== null);
  if (reason !== undefined) return reason;
  reference.targets = [...new Set(targets)];
  return null;
}

function reasonAgainst(draft: ParsedSheet, key: RowKey, target: RowKey): string | null {
  const found = findRow(draft, target);
  if (found === null) return '指す行がもうありません。';
  if (target === key) return '自分の行は指せません。';
  return found.row.references.length > 0 ? '再掲・同様の行は指せません。' : null;
}
