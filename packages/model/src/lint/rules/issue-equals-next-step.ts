import { finding, type LintFinding } from '../finding.ts';
import type { LintSheet } from '../lint-sheet.ts';
import { liveRows } from '../live-rows.ts';
import { likeness, says } from '../words/text.ts';

/** On the real sheet the pairs that only change an ending are at 0.96; the next alike is at 0.43. */
const ALIKE = 0.8;

/** 課題 「…する必要がある」 and 次年度以降 「…していく」: the same sentence with another ending answers nothing. */
export const issueEqualsNextStep = (sheet: LintSheet): LintFinding[] => liveRows(sheet).flatMap((row) => {
  const { issues, nextSteps } = row.texts;
  if (!says(issues) || !says(nextSteps) || likeness(issues, nextSteps) < ALIKE) return [];
  return [finding('issue-equals-next-step', [row], 'nextSteps', { issue: issues, nextStep: nextSteps })];
});
