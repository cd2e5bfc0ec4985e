import { keyOf } from './progress.reducer.ts';
import type { ProgressCell, ProgressOrganisation, ProgressRow, TableState } from './progress.reducer.ts';
import type { Grid } from './selection.ts';

/** `wards`: the rows that ask the wards. `all`: every live row, and one more column for the answer of its 局 or the 事務局. */
export type Side = 'wards' | 'all';
export interface Column { id: string; name: string; kind: 'ward' | 'offices' }
export interface Look { rows: ProgressRow[]; columns: Column[]; grid: Grid }
export interface Group { organisation: ProgressOrganisation; items: { row: ProgressRow; cell: ProgressCell }[] }

/** The wards in the official order, then whoever else is asked. */
export const inOrder = (organisations: readonly ProgressOrganisation[]): ProgressOrganisation[] => {
  const wards = organisations.filter((one) => one.kind === 'ward').toSorted((a, b) => a.sort - b.sort);
  return [...wards, ...organisations.filter((one) => one.kind !== 'ward')];
};
export const rowsOf = (table: TableState, side: Side): ProgressRow[] => (side === 'all' ? table.rows : table.rows.filter((row) => row.asks === 'wards'));

/** The table as it is drawn. Rows of `before` in which no answer changed stay the same objects, so that only the others are drawn anew. */
export function layOutTable(table: TableState, side: Side, officesName: string, before: Grid): Look {
  const rows = rowsOf(table, side);
  const columns: Column[] = inOrder(table.organisations).flatMap(({ id, name, kind }) => (kind === 'ward' ? [{ id, name, kind }] : []));
  const answers = new Map<string, ProgressCell>();
  if (side === 'all') {
    const wards = new Set(columns.map((one) => one.id));
    for (const cell of table.cells.values()) if (!wards.has(cell.organisationId)) answers.set(cell.cardId, cell);
    columns.push({ id: 'offices', name: officesName, kind: 'offices' });
  }
  const grid = rows.map(({ cardId }, r) => {
    const cells = columns.map((one) => (one.kind === 'ward' ? table.cells.get(keyOf(cardId, one.id)) : answers.get(cardId)));
    const known = before[r];
    return known !== undefined && known.length === cells.length && cells.every((cell, c) => cell === known[c]) ? known : cells;
  });
  return { rows, columns, grid };
}

/** The same answers one below the other, by who owes them: wards in the official order, then 局 and 事務局. */
export function groupsOf(table: TableState, side: Side): Group[] {
  const rows = rowsOf(table, side);
  return inOrder(table.organisations).flatMap((organisation) => {
    if (side === 'wards' && organisation.kind !== 'ward') return [];
    const items = rows.flatMap((row) => {
      const cell = table.cells.get(keyOf(row.cardId, organisation.id));
      return cell === undefined ? [] : [{ row, cell }];
    });
    return items.length === 0 ? [] : [{ organisation, items }];
  });
}
