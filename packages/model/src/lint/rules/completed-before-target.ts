import { finding, type LintFinding } from '../finding.ts';
import type { LintRow, LintSheet } from '../lint-sheet.ts';
import { liveRows } from '../live-rows.ts';
import { deadlinesOf, deadlineWords } from '../words/deadlines.ts';
import { currentNumbers, numbersIn } from '../words/numbers.ts';

/** 「50%増」, 「10ポイント以上増加」: what the target is measured against is an earlier figure. */
const RELATIVE = /\d+(?:\.\d+)? ?(?:%|ポイント|倍)(?:以上|程度)?(?:の?(?:増|減|向上|上昇|改善|拡大|アップ)|ふえ|上げ|下げ|へら|に)/u;
const COMPARES = /比[+\-\d(はで]|[+\-]\d|増加率|伸び率|を?上回|を?下回/u;

/**
 * 完了 before the year of a target in figures, with nothing by which to check it: no earlier figure for 「50%増」, none in
 * the target's unit for 「17,000人」.
 */
export const completedBeforeTarget = (sheet: LintSheet): LintFinding[] => liveRows(sheet).flatMap((row) => {
  if (row.progress !== 'completed') return [];
  const isEarly = deadlinesOf(row.goals).some(({ kind, fiscalYear }) => (kind === 'by' || kind === 'in') && (fiscalYear ?? 0) > sheet.fiscalYear);
  const target = isEarly ? uncheckedTarget(row, sheet.fiscalYear) : null;
  return target === null ? [] : [finding('completed-before-target', [row], 'progress', { deadline: deadlineWords(row.goals), target })];
});

function uncheckedTarget({ goals, texts }: LintRow, fiscalYear: number): string | null {
  const goal = goals.map(({ text }) => text.normalize('NFKC')).join('\n');
  const results = texts.results.normalize('NFKC');
  const relative = RELATIVE.exec(goal)?.[0];
  if (relative !== undefined) return COMPARES.test(results) || hasBoth(results, fiscalYear) ? null : relative;
  const aim = numbersIn(goal, fiscalYear).find(({ role }) => role === 'aim');
  if (aim === undefined || currentNumbers(results, fiscalYear).some(({ unit }) => unit === aim.unit)) return null;
  return goal.slice(aim.start, aim.end);
}

/** The results print a figure of this year and one of another in the same unit. */
function hasBoth(results: string, fiscalYear: number): boolean {
  const current = currentNumbers(results, fiscalYear);
  return numbersIn(results, fiscalYear).some(({ unit, time }) => time?.state === 'other' && current.some((each) => each.unit === unit));
}
