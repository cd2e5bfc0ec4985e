import type { LintFinding } from './finding.ts';
import type { LintSheet } from './lint-sheet.ts';
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

/**
 * The 整合チェック of a whole review: every rule by words, figures and deadlines, none by a row's code. Findings come in
 * the order of their first row, a row's own in the order of {@link LINT_RULE_IDS}. The same sheet gives the same keys,
 * each once.
 */
export function lintRows(sheet: LintSheet): LintFinding[] {
  const placeOf = ({ cardIds }: LintFinding): number => sheet.rows.findIndex(({ cardId }) => cardIds.includes(cardId));
  const found = new Map(LINT_RULE_IDS.flatMap((id) => RULES[id](sheet)).map((each) => [each.key, each]));
  return [...found.values()].toSorted((a, b) => placeOf(a) - placeOf(b));
}
