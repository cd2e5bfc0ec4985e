import { parseDeadlineStages, yearsOverdue } from '../../calendar/deadline-rule.ts';
import { finding, type LintFinding } from '../finding.ts';
import type { LintRow, LintSheet } from '../lint-sheet.ts';
import { liveRows } from '../live-rows.ts';
import { deadlinesOf, deadlineWords } from '../words/deadlines.ts';

const OWNS_UP = /遅れ|遅延|延期|期限|間に合|見送|見直し|先送り|保留|困難|できなかった|できていない|至らなかった|至っていない/u;

/**
 * 期限超過 without a word about it. The form has no mark for a row whose year has passed, so only 課題 and 次年度以降 can
 * say why it goes on, or until when.
 */
export const overdueUnexplained = (sheet: LintSheet): LintFinding[] => liveRows(sheet).flatMap((row) => {
  const { progress, goals } = row;
  if (progress !== 'in_progress') return [];
  const years = Math.max(0, ...deadlinesOf(goals).map((rule) => yearsOverdue(rule, sheet.fiscalYear, progress)));
  return years === 0 || isExplained(row, sheet.fiscalYear) ? [] : [finding('overdue-unexplained', [row], 'issues', { deadline: deadlineWords(goals), years: String(years) })];
});

/** The texts name the delay, or a new year by which it will be done. */
const isExplained = ({ texts: { issues, nextSteps } }: LintRow, fiscalYear: number): boolean =>
  OWNS_UP.test(issues) || OWNS_UP.test(nextSteps) || parseDeadlineStages(nextSteps).some((rule) => (rule.fiscalYear ?? 0) > fiscalYear);
