import { finding, type LintFinding } from '../finding.ts';
import type { LintSheet } from '../lint-sheet.ts';
import { liveRows } from '../live-rows.ts';
import { numbersIn } from '../words/numbers.ts';

/**
 * Every figure of the 実績 is said to be of another time: of the year before, or of April after it ended. One figure of
 * the year itself, or one without a time, is enough to make the others comparisons.
 */
export const staleFigure = (sheet: LintSheet): LintFinding[] => liveRows(sheet).flatMap((row) => {
  const results = numbersIn(row.texts.results.normalize('NFKC'), sheet.fiscalYear).filter(({ role }) => role === 'result');
  const others = results.flatMap(({ time, value, unit }) => (time?.state === 'other' ? [`${time.text} ${value}${unit}`] : []));
  return others.length === 0 || others.length < results.length ? [] : [finding('stale-figure', [row], 'results', { figures: others.join('、') })];
});
