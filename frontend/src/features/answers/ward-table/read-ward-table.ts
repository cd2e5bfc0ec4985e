import { WARD_CODES, governmentCode, parseDecimal } from '@furikaeri/model';
import type { WardValue } from '@furikaeri/model';
import { readDay } from './read-day.ts';

export interface KnownWard { id: string; name: string }
export type TableKind = 'per_ward' | 'cumulative';

/** What one line says about its ward; a column that is not there, or empty, is absent and changes nothing. */
export interface ReadLine { organisationId: string; line: number; values: Partial<Pick<WardValue, 'baseline' | 'value' | 'on'>>; wholeMonth: boolean }
export type TableProblem =
  | { code: 'unknown_ward'; line: number; text: string }
  /** The ward stood on an earlier line already, which is kept. */
  | { code: 'duplicate'; line: number; text: string; first: number }
  | { code: 'unreadable'; line: number; ward: string; text: string };
export interface ReadTable { lines: ReadLine[]; problems: TableProblem[]; missing: KnownWard[] }

const keyOf = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
/** Lines that sum up the wards, and are no ward. */
const SUMMARY = /^(合計|計|総計|平均|全区平均|全市|市計|大阪市|24区(計|合計|平均)?)$/;

/** Reads two or three columns: the ward by name or code, then its number, two numbers (before, now) or its day. */
export function readWardTable(rows: readonly string[][], kind: TableKind, wards: readonly KnownWard[]): ReadTable {
  const find = wardFinder(wards);
  const taken = new Map<string, number>();
  const result: ReadTable = { lines: [], problems: [], missing: [] };
  const firstWard = rows.findIndex((cells) => cells.some((cell) => find(cell) !== null));
  rows.forEach((cells, index) => {
    const line = index + 1;
    const filled = cells.filter((cell) => cell !== '');
    // A heading stands above the wards.
    if (filled.length === 0 || (index < firstWard && !looksLikeWard(filled[0] ?? ''))) return;
    const at = cells.findIndex((cell) => find(cell) !== null);
    const ward = find(cells[at] ?? '');
    if (ward === null) {
      if (!SUMMARY.test(keyOf(filled[0] ?? ''))) result.problems.push({ code: 'unknown_ward', line, text: filled[0] ?? '' });
      return;
    }
    const first = taken.get(ward.id);
    if (first !== undefined) { result.problems.push({ code: 'duplicate', line, text: ward.name, first }); return; }
    taken.set(ward.id, line);
    const rest = cells.slice(at + 1);
    // 27127 | 北区 | 49.0: code and name beside each other are one ward.
    if (find(rest[0] ?? '')?.id === ward.id) rest.shift();
    const { values, unreadable, wholeMonth } = readValues(rest, kind);
    for (const text of unreadable) result.problems.push({ code: 'unreadable', line, ward: ward.name, text });
    if (Object.keys(values).length > 0) result.lines.push({ organisationId: ward.id, line, values, wholeMonth });
  });
  result.missing = wards.filter(({ id }) => !taken.has(id));
  return result;
}

function readValues(cells: readonly string[], kind: TableKind): { values: ReadLine['values']; unreadable: string[]; wholeMonth: boolean } {
  const unreadable: string[] = [];
  if (kind === 'cumulative') {
    const text = cells.find((cell) => cell !== '') ?? '';
    const read = text === '' ? null : readDay(text);
    if (text !== '' && read === null) unreadable.push(text);
    return { values: read === null ? {} : { on: read.day }, unreadable, wholeMonth: read?.wholeMonth ?? false };
  }
  const number = (text: string | undefined): string | undefined => {
    if (text === undefined || text === '') return undefined;
    const read = parseDecimal(text);
    if (read === null) unreadable.push(text);
    return read ?? undefined;
  };
  // One number is this year's; of two the first is what it was before.
  const [baseline, value] = cells.length >= 2 && cells[1] !== '' ? [number(cells[0]), number(cells[1])] : [undefined, number(cells[0])];
  return { values: { ...(baseline === undefined ? {} : { baseline }), ...(value === undefined ? {} : { value }) }, unreadable, wholeMonth: false };
}

const looksLikeWard = (text: string): boolean => /^(.{1,3}区|27\d{3,4})$/.test(keyOf(text));

function wardFinder(wards: readonly KnownWard[]): (text: string) => KnownWard | null {
  const byKey = new Map<string, KnownWard>();
  for (const ward of wards) {
    const name = keyOf(ward.name);
    byKey.set(name, ward);
    // People leave the 区 out; 「北」 alone is still only one ward.
    if (name.endsWith('区')) byKey.set(name.slice(0, -1), ward);
    const code = WARD_CODES[name];
    if (code !== undefined) { byKey.set(code, ward); byKey.set(governmentCode(code), ward); }
  }
  return (text) => byKey.get(keyOf(text)) ?? null;
}

/** The whole table of all wards in official order, with what is there already; an empty table where nothing is. */
export function wholeTable(lines: readonly WardValue[], wards: readonly KnownWard[]): WardValue[] {
  const known = wards.map(({ id }) => lines.find((line) => line.organisationId === id) ?? { organisationId: id, baseline: null, value: null, on: null });
  // A ward that is no longer in the list keeps its line.
  return [...known, ...lines.filter((line) => !wards.some(({ id }) => id === line.organisationId))];
}

/** The table with what was read put in. */
export const withRead = (table: readonly WardValue[], read: ReadTable): WardValue[] =>
  table.map((line) => ({ ...line, ...read.lines.find((one) => one.organisationId === line.organisationId)?.values }));

/** Numbers or days without wards, as one copies a single column: they go down from the given line. */
export function readBareColumn(rows: readonly string[][], kind: TableKind, wards: readonly KnownWard[], from: number): ReadTable | null {
  const find = wardFinder(wards);
  if (rows.some((cells) => cells.some((cell) => find(cell) !== null))) return null;
  return readWardTable(rows.map((cells, index) => [wards[from + index]?.name ?? String(from + index + 1), ...cells]), kind, wards);
}
