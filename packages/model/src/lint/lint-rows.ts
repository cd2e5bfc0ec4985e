import type { LintFinding } from './finding.ts';
import type { LintRow, LintSheet } from './lint-sheet.ts';
import { LINT_RULE_IDS, type LintRuleId } from './rule-ids.ts';
import { cellRepeatsNeighbour } from './rules/cell-repeats-neighbour.ts';
import { completedBeforeTarget } from './rules/completed-before-target.ts';
import { completedThoughNotAll } from './rules/completed-though-not-all.ts';
import { doneButInProgress } from './rules/done-but-in-progress.ts';
import { goalWithoutFigure } from './rules/goal-without-figure.ts';
import { issueEqualsNextStep } from './rules/issue-equals-next-step.ts';
import { nothingLeftInProgress } from './rules/nothing-left-in-progress.ts';
import { overdueUnexplained } from './rules/overdue-unexplained.ts';
import { partsAddUp } from './rules/parts-add-up.ts';
import { printedNumberDiffers } from './rules/printed-number-differs.ts';
import { quotedTextNotFound } from './rules/quoted-text-not-found.ts';
import { sameFigureInNeighbours } from './rules/same-figure-in-neighbours.ts';
import { sameGoalDifferentCount } from './rules/same-goal-different-count.ts';
import { staleFigure } from './rules/stale-figure.ts';
import { statedMeanDiffers } from './rules/stated-mean-differs.ts';

const RULES: Readonly<Record<LintRuleId, (sheet: LintSheet) => LintFinding[]>> = {
  'overdue-unexplained': overdueUnexplained,
  'done-but-in-progress': doneButInProgress,
  'completed-though-not-all': completedThoughNotAll,
  'completed-before-target': completedBeforeTarget,
  'printed-number-differs': printedNumberDiffers,
  'parts-add-up': partsAddUp,
  'stated-mean-differs': statedMeanDiffers,
  'same-figure-in-neighbours': sameFigureInNeighbours,
  'same-goal-different-count': sameGoalDifferentCount,
  'goal-without-figure': goalWithoutFigure,
  'stale-figure': staleFigure,
  'cell-repeats-neighbour': cellRepeatsNeighbour,
  'issue-equals-next-step': issueEqualsNextStep,
  'nothing-left-in-progress': nothingLeftInProgress,
  'quoted-text-not-found': quotedTextNotFound,
};

/** The rules that read more than the row they remark on; all others look at one row and the year alone. */
const ACROSS: ReadonlySet<LintRuleId> = new Set<LintRuleId>(['same-figure-in-neighbours', 'same-goal-different-count', 'quoted-text-not-found']);

type FindingsOfRow = ReadonlyMap<LintRuleId, LintFinding[]>;
/** What the rules said of rows that still exist: a sheet in which one row has changed is checked in that row. */
const known = new WeakMap<LintRow, { fiscalYear: number; wards: number; found: FindingsOfRow }>();

/**
 * The 整合チェック of a whole review: every rule by words, figures and deadlines, none by a row's code. Findings come in
 * the order of their first row, a row's own in the order of {@link LINT_RULE_IDS}. The same sheet gives the same keys,
 * each once. Rows are never changed in place; one that was checked before, as the same object, is not read again.
 */
export function lintRows(sheet: LintSheet): LintFinding[] {
  const places = new Map(sheet.rows.map(({ cardId }, index) => [cardId, index]));
  const placeOf = ({ cardIds }: LintFinding): number => Math.min(...cardIds.map((id) => places.get(id) ?? Infinity));
  const byRow = sheet.rows.map((row) => ofRow(row, sheet));
  const all = LINT_RULE_IDS.flatMap((id) => (ACROSS.has(id) ? RULES[id](sheet) : byRow.flatMap((found) => found.get(id) ?? [])));
  const found = new Map(all.map((each) => [each.key, each]));
  return [...found.values()].toSorted((a, b) => placeOf(a) - placeOf(b));
}

function ofRow(row: LintRow, { fiscalYear, wards }: LintSheet): FindingsOfRow {
  const before = known.get(row);
  if (before?.fiscalYear === fiscalYear && before.wards === wards) return before.found;
  const found = new Map(LINT_RULE_IDS.filter((id) => !ACROSS.has(id)).map((id) => [id, RULES[id]({ fiscalYear, wards, rows: [row] })]));
  known.set(row, { fiscalYear, wards, found });
  return found;
}
