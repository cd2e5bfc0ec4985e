import { type DeadlineRule, parseDeadlineStages } from '../../calendar/deadline-rule.ts';
import type { LintGoal } from '../lint-sheet.ts';

/** The rule that counts of each goal: the last stage of its deadline. A goal without a deadline has none. */
export const deadlinesOf = (goals: readonly LintGoal[]): DeadlineRule[] => goals.flatMap(({ text, deadline }) => parseDeadlineStages(deadline ?? text).slice(-1));

/** A goal of every year is among them, so the row is never finally done. */
export const isRecurring = (goals: readonly LintGoal[]): boolean => deadlinesOf(goals).some(({ kind }) => kind === 'recurring');

/** The deadlines' words as a finding quotes them. */
export const deadlineWords = (goals: readonly LintGoal[]): string => goals.flatMap(({ deadline }) => (deadline === null ? [] : [deadline])).join('・');
