import type { LintFinding } from './finding.ts';
import { lintRows } from './lint-rows.ts';
import type { LintSheet } from './lint-sheet.ts';
import { LINT_RULES, type LintSeverity } from './rule-ids.ts';

/** A finding as lists show it, with the codes of its rows. */
export interface ListedFinding extends LintFinding {
  severity: LintSeverity;
  codes: string[];
}

/** What {@link lintRows} finds, hits first, then what holds; each in the order of the sheet. */
export function listedFindings(sheet: LintSheet): ListedFinding[] {
  const codes = new Map(sheet.rows.map(({ cardId, code }) => [cardId, code]));
  const found = lintRows(sheet).map((each): ListedFinding => ({ ...each, severity: LINT_RULES[each.rule].severity, codes: each.cardIds.map((id) => codes.get(id) ?? '') }));
  return [...found.filter(({ state }) => state === 'hit'), ...found.filter(({ state }) => state === 'pass')];
}
