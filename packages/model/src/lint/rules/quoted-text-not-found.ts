import { finding, type LintFinding } from '../finding.ts';
import type { LintReference, LintRow, LintSheet } from '../lint-sheet.ts';
import { keyOf, likeness } from '../words/text.ts';

/**
 * A reference quotes a 取組 or a めざす姿 that the section does not print in these words; widths and spaces aside. The most
 * alike is told beside it.
 */
export const quotedTextNotFound = ({ rows }: LintSheet): LintFinding[] => rows.flatMap((row) => row.references.flatMap((reference): LintFinding[] => {
  const within = rows.filter(({ section }) => isWithin(section, reference.section));
  const facts = { ...missing('title', reference.quotedTitle, within.map(({ initiative }) => initiative)), ...missing('goal', reference.quotedGoal, goalsOf(within, row)) };
  return Object.keys(facts).length === 0 ? [] : [finding('quoted-text-not-found', [row], 'references', { section: reference.section, ...facts })];
}));

/** 1(2)ア lies within 1(2), 10(1) not within 1. */
const isWithin = (section: string, outer: LintReference['section']): boolean => section.startsWith(outer) && !/^\d/u.test(section.slice(outer.length));

const goalsOf = (rows: readonly LintRow[], but: LintRow): string[] => rows.filter((row) => row !== but).flatMap(({ goals }) => goals.map(({ text }) => text));

function missing(what: 'title' | 'goal', quote: string | null, printed: readonly string[]): Record<string, string> {
  if (quote === null || printed.some((text) => keyOf(text) === keyOf(quote))) return {};
  const [nearest] = printed.map((text) => ({ text, score: likeness(text, quote) })).toSorted((a, b) => b.score - a.score);
  return { [what]: quote, ...(nearest === undefined ? {} : { [`${what}Nearest`]: nearest.text }) };
}
