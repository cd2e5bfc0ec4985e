import { keyOf } from '../characters.ts';
import type { DocumentCell } from '../document.ts';
import type { PlacedCell } from '../table-grid.ts';

export type ColumnField = 'goal' | 'measures' | 'results' | 'status' | 'issues' | 'nextSteps';

/** Where each column of the form stands, told by the header row and not by counting. */
export interface Columns {
  /** The grid columns that each column of the header row covers, `to` excluded. */
  ranges: { from: number; to: number }[];
  /** The place of each field among `ranges`; a field that the header does not name has none. */
  fields: Partial<Record<ColumnField, number>>;
  /** Grid columns up to the last that the header names. */
  width: number;
}

/** The names a column goes by, after folding width and spaces. The first that fits wins, each column once. */
const NAMES: readonly [ColumnField, RegExp][] = [
  ['goal', /^(めざす|目指す|あるべき)姿|^(取組)?目標/u],
  ['status', /^(実施|進捗|取組|達成)(状況|度合い?|区分)/u],
  ['nextSteps', /年度以降|^(次|来|翌)年度|^今後の/u],
  ['results', /実績|^成果/u],
  ['measures', /^具体的|^取組(内容|概要|事項)|^主な取組$/u],
  ['issues', /^課題|^問題点/u],
];

const USUAL: readonly ColumnField[] = ['goal', 'measures', 'results', 'status', 'issues', 'nextSteps'];

/** A header row names めざす姿 and 実施状況, in these or other words, and at least one column more. */
export function isHeaderRow(cells: readonly DocumentCell[]): boolean {
  const keys = cells.map(({ text }) => keyOf(text)).filter((key) => key !== '');
  if (keys.length < 3 || keys.some((key) => key.length > 40)) return false;
  const fields = namedFields(keys);
  const isLiteral = keys.some((key) => /^(めざす|目指す)姿/u.test(key)) && keys.includes('実施状況');
  return isLiteral || (fields.goal !== undefined && fields.status !== undefined && Object.keys(fields).length >= 4);
}

function namedFields(keys: readonly string[]): Partial<Record<ColumnField, number>> {
  const fields: Partial<Record<ColumnField, number>> = {};
  const taken = new Set<number>();
  for (const [field, pattern] of NAMES) {
    const index = keys.findIndex((key, at) => !taken.has(at) && pattern.test(key));
    if (index < 0) continue;
    fields[field] = index;
    taken.add(index);
  }
  return fields;
}

/** In a header of six names, one in unknown words keeps the place that it has on the form. */
function fieldsOf(keys: readonly string[]): Partial<Record<ColumnField, number>> {
  const fields = namedFields(keys);
  const taken = new Set(Object.values(fields));
  if (keys.length === USUAL.length) for (const [index, field] of USUAL.entries()) if (fields[field] === undefined && !taken.has(index)) fields[field] = index;
  return fields;
}

/** The columns of a header row. Grid columns without a name of their own belong to the name on their left. */
export function columnsOf(cells: readonly PlacedCell[]): Columns {
  const named = cells.filter(({ cell }) => keyOf(cell.text) !== '');
  const ranges = named.map(({ from, to }, index) => ({ from, to: index === named.length - 1 ? to : (named[index + 1]?.from ?? to) }));
  return { ranges, fields: fieldsOf(named.map(({ cell }) => keyOf(cell.text))), width: ranges.at(-1)?.to ?? 0 };
}
