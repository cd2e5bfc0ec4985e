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
  if (results.length === 0 || results.some(({ time }) => time?.state !== 'other')) return [];
  const told = results.map(({ time, value, unit }) => `${time?.text ?? ''} ${value}${unit}`);
  return [finding('stale-figure', [row], 'results', { figures: told.join('、') })];
});
