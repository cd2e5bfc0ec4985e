import type { AnswerSummary, Change, ProgressTable } from '@furikaeri/contracts';
import { isOwed } from '@furikaeri/model';

export type ProgressCell = ProgressTable['cells'][number];
export type ProgressRow = ProgressTable['rows'][number];
export type ProgressOrganisation = ProgressTable['organisations'][number];
export interface TableState { rows: ProgressRow[]; organisations: ProgressOrganisation[]; cells: ReadonlyMap<string, ProgressCell> }

export const keyOf = (cardId: string, organisationId: string): string => `${cardId} ${organisationId}`;
const keyed = (cell: ProgressCell): [string, ProgressCell] => [keyOf(cell.cardId, cell.organisationId), cell];

export const tableFrom = ({ rows, organisations, cells }: ProgressTable): TableState => ({ rows, organisations, cells: new Map(cells.map(keyed)) });

/** An answer that the table has no place for: the table has to be read anew. */
export function isNewToTable(table: TableState, { payload }: Change): boolean {
  if (payload.type !== 'answer.changed') return false;
  const { cardId, organisationId } = payload.answer;
  return !table.cells.has(keyOf(cardId, organisationId));
}

/** What is known of an answer after it changed. Late is a matter of the day, so `today` comes in. */
export function cellAfter(before: ProgressCell, answer: AnswerSummary, today: string): ProgressCell {
  const { state, deadline, unextendedDeadline, extended, extensionRequest, version, content } = answer;
  return { ...before, state, deadline, unextendedDeadline, extended, extensionRequest, version, late: isOwed(state) && deadline < today, notApplicable: content?.answer === 'not_applicable' };
}

/** One change of the office's stream, put into the table. */
export function applyToTable(table: TableState, { payload }: Change, today: string): TableState {
  if (payload.type === 'answer.changed') {
    const { answer } = payload;
    const key = keyOf(answer.cardId, answer.organisationId);
    const before = table.cells.get(key);
    if (before === undefined || answer.version < before.version) return table;
    return { ...table, cells: new Map(table.cells).set(key, cellAfter(before, answer, today)) };
  }
  if (payload.type === 'answer.removed') {
    const cells = new Map(table.cells);
    cells.delete(keyOf(payload.cardId, payload.organisationId));
    return { ...table, cells };
  }
  if (payload.type === 'card.changed' && payload.card.stage !== null) {
    const { id, stage, asks } = payload.card;
    return { ...table, rows: table.rows.map((row) => (row.cardId === id ? { ...row, stage, asks } : row)) };
  }
  return table;
}

export const isHandedIn = ({ state }: Pick<ProgressCell, 'state'>): boolean => state === 'submitted' || state === 'confirmed';

export interface Total { asked: number; done: number; late: number }
export interface Totals { rows: Total[]; columns: Total[]; all: Total }

/** Handed in and late, along the rows, down the columns and over all: each cell counts once in each. */
export function totalsOf(grid: readonly (readonly (ProgressCell | undefined)[])[], width: number): Totals {
  const none = (): Total => ({ asked: 0, done: 0, late: 0 });
  const totals: Totals = { rows: grid.map(none), columns: Array.from({ length: width }, none), all: none() };
  grid.forEach((row, r) => row.forEach((cell, c) => {
    if (cell === undefined) return;
    for (const total of [totals.rows[r], totals.columns[c], totals.all]) {
      if (total === undefined) continue;
      total.asked += 1;
      if (isHandedIn(cell)) total.done += 1;
      if (cell.late) total.late += 1;
    }
  }));
  return totals;
}

export type CellMark = 'not_started' | 'draft' | 'checking' | 'submitted' | 'confirmed' | 'waived' | 'returned' | 'extended' | 'not_applicable';
export const CELL_MARKS: readonly CellMark[] = ['not_started', 'draft', 'checking', 'submitted', 'confirmed', 'waived', 'returned', 'extended', 'not_applicable'];

/** One glyph for one cell: 対象外 is an answer that came in; 延長 matters only while the answer is owed. */
export function markOf({ state, extended, notApplicable }: Pick<ProgressCell, 'state' | 'extended' | 'notApplicable'>): CellMark {
  if (notApplicable && isHandedIn({ state })) return 'not_applicable';
  if (state !== 'returned' && extended && isOwed(state)) return 'extended';
  return state;
}
