import { compare, isAtLeast, round, subtract, sum } from '@furikaeri/model';

/** One ward as it comes in: exact decimals, null where there is no value yet. */
export interface WardPair { name: string; baseline: string | null; now: string | null }

/** What each ward has to reach: so many points more than its baseline (fewer, with a minus), or one value for all. */
export type Threshold =
  | { kind: 'change'; by: string }
  | { kind: 'value'; value: string; operator: 'at_least' | 'at_most' };

/** `reached` is null where nothing can be said; `missing` is what is left to the target, null where it is reached or unknown. */
export interface WardBarRow extends WardPair { change: string | null; target: string | null; reached: boolean | null; missing: string | null }

/** A real table: the first cell of a row is its head. */
export interface ChartTable { caption: string; columns: readonly string[]; rows: readonly { head: string; cells: readonly string[] }[] }

/** A value of one fiscal year; 暫定 is drawn hollow. */
export interface YearValue { fiscalYear: number; value: string | null; provisional?: boolean | undefined }
export interface YearPoint { fiscalYear: number; value: string | null; provisional: boolean }

const isDown = (threshold: Threshold): boolean => (threshold.kind === 'change' ? threshold.by.startsWith('-') : threshold.operator === 'at_most');

/** Each ward with its change, its own target and whether it is there: exactly, since 65.6 − 55.6 is 10 for people. The order stays. */
export function wardBarRows(wards: readonly WardPair[], threshold: Threshold | null): WardBarRow[] {
  return wards.map((ward) => {
    const { baseline, now } = ward;
    const change = baseline !== null && now !== null ? written(subtract(now, baseline), now, baseline) : null;
    const target = threshold === null ? null : threshold.kind === 'value' ? threshold.value : baseline === null ? null : written(sum([baseline, threshold.by]), baseline, threshold.by);
    if (threshold === null || target === null || now === null) return { ...ward, change, target, reached: null, missing: null };
    const reached = isDown(threshold) ? isAtLeast(target, now) : isAtLeast(now, target);
    return { ...ward, change, target, reached, missing: reached ? null : written(gap(target, now), target, now) };
  });
}

/** Everything of a row that has a place on the value axis. */
export const valuesOf = (rows: readonly WardBarRow[]): string[] => rows.flatMap(({ baseline, now, target }) => [baseline, now, target]).filter((value) => value !== null);

/** The one target of all wards, or null where each has its own (or none). */
export function commonTarget(rows: readonly WardBarRow[]): string | null {
  const [first = null, ...rest] = rows.map(({ target }) => target);
  return first !== null && rest.every((target) => target !== null && compare(target, first) === 0) ? first : null;
}

/** How many wards are there, are not yet, and cannot be said. */
export function reachedCounts(rows: readonly WardBarRow[]): { reached: number; open: number; unknown: number } {
  const count = (wanted: boolean | null): number => rows.filter(({ reached }) => reached === wanted).length;
  return { reached: count(true), open: count(false), unknown: count(null) };
}

/** One point for every year from the first to the last, oldest first; a year without a value is a gap. Of two values of a year the 確定 one counts, else the later. */
export function yearSeries(values: readonly YearValue[]): YearPoint[] {
  const years = values.map(({ fiscalYear }) => fiscalYear);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => {
    const given = values.filter(({ fiscalYear, value }) => fiscalYear === first + index && value !== null);
    const best = given.findLast(({ provisional }) => provisional !== true) ?? given.at(-1);
    return { fiscalYear: first + index, value: best?.value ?? null, provisional: best?.provisional === true };
  });
}

/** What became of a value: up, down or the same, and by how much (positive). */
export function changeSince(before: string, now: string): { direction: 'up' | 'down' | 'same'; by: string } {
  const order = compare(now, before);
  return { direction: order > 0 ? 'up' : order < 0 ? 'down' : 'same', by: written(gap(now, before), now, before) };
}

/** A change with its sign: +11.4, −2.0, ±0. */
export function signed(change: string): string {
  const order = compare(change, '0');
  return order > 0 ? `+${change}` : order < 0 ? `−${change.slice(1)}` : '±0';
}

/** With as many decimals as the values it came from: 65.6 − 55.6 is written 10.0. Nothing is ever rounded away. */
function written(result: string, ...from: readonly string[]): string {
  return round(result, Math.max(...from.map((value) => value.split('.')[1]?.length ?? 0)));
}

/** The distance of two values, without a sign. */
function gap(a: string, b: string): string {
  return compare(a, b) < 0 ? subtract(b, a) : subtract(a, b);
}
