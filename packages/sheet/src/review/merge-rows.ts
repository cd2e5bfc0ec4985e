import type { SheetRow, WardTable } from '../sheet.ts';
import { printedAmendment } from './edit-amendment.ts';
import { below, printedCell, writeCell } from './edit-cells.ts';

const FIELDS = ['measures', 'results', 'issues', 'nextSteps'] as const;

/** What would be lost if these rows were one: a second judgement, or a second table that does not go on with the first. */
export function reasonAgainstMerging(rows: readonly SheetRow[]): string | null {
  const judgements = new Set(rows.flatMap(({ progress }) => progress ?? []));
  if (judgements.size > 1) return '実施状況の異なる行は一つにできません。先に実施状況をそろえてください。';
  const tables = rows.flatMap(({ wardTable }) => wardTable ?? []);
  if (tables.length > 1 && mergeTables(tables) === null) return '区別の表が二つあり、一つにできません。';
  return null;
}

/** Rows as one, in the order given and with the first one's key and goals: texts below each other, nothing lost. */
export function mergeBodies(rows: readonly SheetRow[]): SheetRow {
  const [first, ...others] = rows;
  if (first === undefined) throw new Error('no rows to merge');
  const merged: SheetRow = { ...first, references: rows.flatMap((row) => row.references) };
  for (const row of others) {
    for (const field of FIELDS) writeCell(merged, field, below(printedCell(merged[field]), printedCell(row[field])));
    merged.progress ??= row.progress;
    if (row.statusNote !== undefined && merged.statusNote === undefined) merged.statusNote = row.statusNote;
    else if (row.statusNote !== undefined && row.statusNote.text !== merged.statusNote?.text) writeCell(merged, 'results', below(printedCell(merged.results), row.statusNote.text));
    if (row.amendment !== undefined && merged.amendment === undefined) merged.amendment = row.amendment;
    else if (row.amendment !== undefined) writeCell(merged, 'issues', below(printedCell(merged.issues), printedAmendment(row.amendment)));
    if (row.repaired) merged.repaired = true;
  }
  const table = mergeTables(rows.flatMap(({ wardTable }) => wardTable ?? []));
  if (table !== null) merged.wardTable = table;
  merged.source = { lines: [...new Set(rows.flatMap((row) => row.source.lines))].sort((a, b) => a - b) };
  return merged;
}

/** Tables of the same columns and of different wards are one table that a page cut. */
function mergeTables(tables: readonly WardTable[]): WardTable | null {
  const [first] = tables;
  if (first === undefined) return null;
  const rows = tables.flatMap((table) => table.rows);
  const alike = tables.every((table) => table.unit === first.unit && table.columns.join('\t') === first.columns.join('\t'));
  return alike && new Set(rows.map(({ ward }) => ward)).size === rows.length ? { ...first, rows } : null;
}
