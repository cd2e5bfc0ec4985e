import type { ParsedSheet, SheetFinding, SheetInitiative, SheetRow } from '../sheet.ts';
import type { FindingKey, RowKey } from './edits.ts';

export interface KeyedRow {
  initiative: SheetInitiative;
  row: SheetRow;
  /** Its place within the 取組, from 0. */
  index: number;
}

/** The sheet with a key on every row: 取組 and place, "16.2". A row that has one keeps it. The sheet given is not changed. */
export function withKeys(sheet: ParsedSheet): ParsedSheet {
  return {
    ...sheet,
    initiatives: sheet.initiatives.map((initiative) => ({
      ...initiative,
      rows: initiative.rows.map((row, index) => ({ ...row, key: row.key ?? `${initiative.number}.${index + 1}` })),
    })),
  };
}

/** The sheet without keys, as it is stored once the review is over. The sheet given is not changed. */
export function withoutKeys(sheet: ParsedSheet): ParsedSheet {
  return {
    ...sheet,
    initiatives: sheet.initiatives.map((initiative) => ({
      ...initiative,
      rows: initiative.rows.map(({ key: _, ...row }) => row),
    })),
  };
}

export const keyedRows = (sheet: ParsedSheet): KeyedRow[] => sheet.initiatives.flatMap((initiative) => initiative.rows.map((row, index) => ({ initiative, row, index })));

/** Lays no list of all rows out, because every edit asks, on a large sheet a thousand times. */
export function findRow(sheet: ParsedSheet, key: RowKey): KeyedRow | null {
  for (const initiative of sheet.initiatives) {
    const index = initiative.rows.findIndex((row) => row.key === key);
    const row = initiative.rows[index];
    if (row !== undefined) return { initiative, row, index };
  }
  return null;
}

/** The rows by the lines of the file that they stand in: made once, where many findings ask. */
export function rowsByLine(sheet: ParsedSheet): ReadonlyMap<number, readonly KeyedRow[]> {
  const found = new Map<number, KeyedRow[]>();
  for (const keyed of keyedRows(sheet)) {
    for (const line of new Set(keyed.row.source.lines)) {
      const rows = found.get(line);
      if (rows === undefined) found.set(line, [keyed]);
      else rows.push(keyed);
    }
  }
  return found;
}

/** The keys of findings, in their order: code, line and place among those alike, "goal/amended@35#1". */
export function findingKeys(findings: readonly Pick<SheetFinding, 'code' | 'line'>[]): FindingKey[] {
  const counts = new Map<string, number>();
  return findings.map(({ code, line }) => {
    const name = `${code}@${line}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name}#${count}`;
  });
}
