import { finding, type LintFinding } from '../finding.ts';
import type { LintSheet } from '../lint-sheet.ts';
import { liveRows } from '../live-rows.ts';
import { deadlineWords } from '../words/deadlines.ts';
import { isNone } from '../words/text.ts';

/** 実施中 with 「—」 for 課題 and for 次年度以降: nothing is wrong and nothing is planned. Cells still empty say neither. */
export const nothingLeftInProgress = (sheet: LintSheet): LintFinding[] => liveRows(sheet).flatMap((row) =>
  row.progress === 'in_progress' && isNone(row.texts.issues) && isNone(row.texts.nextSteps)
    ? [finding('nothing-left-in-progress', [row], 'progress', { deadline: deadlineWords(row.goals) })]
    : []);
