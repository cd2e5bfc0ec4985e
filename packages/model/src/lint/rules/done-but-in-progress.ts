import { suggestProgress } from '../../card/progress.ts';
import { countsWards } from '../../indicator/indicator.ts';
import { finding, type LintFinding } from '../finding.ts';
import type { LintFigure, LintRow, LintSheet } from '../lint-sheet.ts';
import { liveRows, wardCountOf } from '../live-rows.ts';
import { deadlineWords, isRecurring } from '../words/deadlines.ts';
import { isForAllWards } from '../words/ward-count.ts';

/**
 * The text says that all wards have done it, or all answers do, and still it is 実施中. That may be right (a goal of
 * every year is never finally done, and a 局's figure may reach its mark before the year; neither is remarked), but then
 * the text should say what is left.
 */
export const doneButInProgress = (sheet: LintSheet): LintFinding[] => liveRows(sheet).flatMap((row) => {
  const { progress, goals, figure } = row;
  if (progress !== 'in_progress' || isRecurring(goals)) return [];
  const said = isForAllWards(goals) ? saidOfAll(row, sheet) : null;
  // What the text says stays the fact when the answers come to say it too, so that a note on it stays as well.
  const fact = said === null ? reachedBy(figure) : { said };
  return fact === null ? [] : [finding('done-but-in-progress', [row], 'progress', { deadline: deadlineWords(goals), ...fact })];
});

function saidOfAll(row: LintRow, { fiscalYear, wards }: LintSheet): string | null {
  const { all, count } = wardCountOf(row, fiscalYear);
  return all ?? (count === wards ? `${wards}区` : null);
}

function reachedBy(figure: LintFigure | null): Record<string, string> | null {
  if (figure?.value == null || figure.kind === 'bureau_value' || suggestProgress(figure, false).because !== 'all_reached') return null;
  return { value: figure.value, unit: countsWards(figure) ? '区' : figure.unit };
}
