import { countsWards } from '../../indicator/indicator.ts';
import { finding, type LintFinding } from '../finding.ts';
import type { LintRow, LintSheet } from '../lint-sheet.ts';
import { isAnswered, liveRows, wardCountOf } from '../live-rows.ts';
import { keyOf } from '../words/text.ts';

const SHORTEST_GOAL = 8;

/**
 * One sentence as the goal of two rows, with two counts of wards. It may be right (one counts what 地活協 did, the other
 * what 区役所 did), but nobody can tell from the sheet.
 */
export function sameGoalDifferentCount(sheet: LintSheet): LintFinding[] {
  const first = new Map<string, { row: LintRow; count: number }>();
  const found: LintFinding[] = [];
  for (const row of liveRows(sheet)) {
    const count = countOf(row, sheet);
    if (count === null) continue;
    for (const { text } of row.goals.filter((goal) => keyOf(goal.text).length >= SHORTEST_GOAL)) {
      const other: { row: LintRow; count: number } = first.get(keyOf(text)) ?? { row, count };
      first.set(keyOf(text), other);
      if (other.count === count) continue;
      found.push(finding('same-goal-different-count', [other.row, row], 'goals', { goal: text, count: String(other.count), other: String(count), unit: '区' }));
    }
  }
  return found;
}

/** The wards by the text, else by the answers once all are in. */
function countOf(row: LintRow, { fiscalYear, wards }: LintSheet): number | null {
  const { figure } = row;
  const { count, all } = wardCountOf(row, fiscalYear);
  if (count !== null || all !== null) return count ?? wards;
  return isAnswered(figure) && countsWards(figure) ? Number(figure.value) : null;
}
