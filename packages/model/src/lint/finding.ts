import type { LintRow } from './lint-sheet.ts';
import type { LintRuleId } from './rule-ids.ts';

/** Where on a card a finding points. */
export const LINT_FIELDS = ['results', 'issues', 'nextSteps', 'progress', 'goals', 'references'] as const;
export type LintField = (typeof LINT_FIELDS)[number];

/**
 * What a rule has to say about one row or several: a contradiction for a person to look at (`hit`), or a check that
 * came out right and is worth showing (`pass`). A rule never decides; every hit may be acknowledged with a note.
 */
export interface LintFinding {
  rule: LintRuleId;
  state: 'hit' | 'pass';
  cardIds: string[];
  field: LintField;
  /** Rule, place, rows and facts. Whoever acknowledged it saw these facts; with other facts it is another finding. */
  key: string;
  /** What the words need: figures as decimal strings, quoted words as printed. */
  facts: Record<string, string>;
}

const LONGEST_QUOTE = 80;

/** A passage as a finding quotes it: one line, and short enough that a key stays a key. */
const quoted = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE - 1)}…`;
};

/** A finding with its key. Passages among the facts are cut to a quotation. */
export function finding(
  rule: LintRuleId, rows: readonly LintRow[], field: LintField, facts: Record<string, string>, state: LintFinding['state'] = 'hit',
): LintFinding {
  const told = Object.entries(facts).map(([name, value]) => [name, quoted(value)] as const);
  const key = [rule, field, ...rows.map(({ code }) => code), ...told.map(([name, value]) => `${name}=${value}`)].join('|');
  return { rule, state, cardIds: rows.map(({ cardId }) => cardId), field, key, facts: Object.fromEntries(told) };
}
