import type { ParsedSheet } from '../sheet.ts';
import { matchRows } from './match-rows.ts';
import type { PlacedRow } from './match-rows.ts';
import { printedFields } from './printed-fields.ts';
import type { ComparedField, SectionDifference, SheetComparison, SheetDifference } from './differences.ts';

/**
 * What a sheet changes against the one already there. Rows are the same row when their goals are alike; section, title
 * and code only settle which of several, because titles repeat and codes move when a row is put in between.
 */
export function compareSheets(before: ParsedSheet, after: ParsedSheet): SheetComparison {
  const { older, newer, pairs } = matchRows(before, after);
  const codes = new Map(pairs.map(([old, now]) => [old.row.code, now.row.code]));
  const headings = matchSections(before, after);
  const partners = new Map(pairs.map(([old, now]) => [now, old]));
  const rows = newer.map((now) => differenceOf(partners.get(now) ?? null, now, codes, headings.numbers));
  const placed = putGoneRows(older, newer, new Map(pairs), rows, codes, headings.numbers);
  const count = (kind: SheetDifference['kind']): number => placed.filter((each) => each.kind === kind).length;
  return {
    rows: placed,
    sections: headings.differences,
    summary: { same: count('same'), changed: count('changed'), new: count('new'), gone: count('gone'), progressChanged: pairs.filter(([old, now]) => old.row.progress !== now.row.progress).length },
  };
}

function differenceOf(old: PlacedRow | null, now: PlacedRow | null, codes: ReadonlyMap<string, string>, numbers: ReadonlyMap<string, string>): SheetDifference {
  const shown = now ?? old;
  const before = old === null ? null : printedFields(old, codes, numbers);
  const after = now === null ? null : printedFields(now, new Map(), new Map());
  const names = Object.keys(before ?? after ?? {}) as ComparedField[];
  const fields = names.map((field) => ({ field, before: before?.[field] ?? '', after: after?.[field] ?? '' })).filter((each) => bare(each.before) !== bare(each.after));
  return {
    kind: old === null ? 'new' : now === null ? 'gone' : fields.length === 0 ? 'same' : 'changed',
    beforeCode: old?.row.code ?? null,
    afterCode: now?.row.code ?? null,
    initiative: shown?.initiative.title ?? '',
    goal: shown?.row.goals.map(({ text }) => text).join('\n') ?? '',
    fields,
  };
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** Rows that are gone follow the row that stood before them. */
function putGoneRows(older: readonly PlacedRow[], newer: readonly PlacedRow[], partners: ReadonlyMap<PlacedRow, PlacedRow>, rows: readonly SheetDifference[], codes: ReadonlyMap<string, string>, numbers: ReadonlyMap<string, string>): SheetDifference[] {
  const following = new Map<PlacedRow | null, SheetDifference[]>();
  let last: PlacedRow | null = null;
  for (const old of older) {
    const now = partners.get(old);
    if (now !== undefined) last = now;
    else following.set(last, [...(following.get(last) ?? []), differenceOf(old, null, codes, numbers)]);
  }
  return [...(following.get(null) ?? []), ...newer.flatMap((now, index) => [...rows.slice(index, index + 1), ...(following.get(now) ?? [])])];
}

/** Headings by number and title, then by number alone, then by title alone; also which number each old one has now. */
function matchSections(before: ParsedSheet, after: ParsedSheet): { differences: SectionDifference[]; numbers: Map<string, string> } {
  const left = new Set(before.sections);
  const found = new Map<ParsedSheet['sections'][number], ParsedSheet['sections'][number]>();
  const tests: ((old: ParsedSheet['sections'][number], now: ParsedSheet['sections'][number]) => boolean)[] = [
    (old, now) => old.number === now.number && bare(old.title) === bare(now.title),
    (old, now) => bare(old.title) === bare(now.title),
    (old, now) => old.number === now.number,
  ];
  for (const test of tests) {
    for (const now of after.sections) {
      const old = found.has(now) ? undefined : [...left].find((each) => test(each, now));
      if (old === undefined) continue;
      found.set(now, old);
      left.delete(old);
    }
  }
  const words = (section: ParsedSheet['sections'][number] | undefined): string => (section === undefined ? '' : `${section.number} ${section.title}`);
  const differences = [
    ...after.sections.map((now): SectionDifference => ({ kind: found.has(now) ? 'changed' : 'new', before: words(found.get(now)), after: words(now) })).filter((each) => bare(each.before) !== bare(each.after)),
    ...[...left].map((old): SectionDifference => ({ kind: 'gone', before: words(old), after: '' })),
  ];
  return { differences, numbers: new Map([...found].map(([now, old]) => [old.number, now.number])) };
}
