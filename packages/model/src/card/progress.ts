import { type Figure, isNoneApplicable } from '../indicator/figure.ts';
import type { Progress } from './stages.ts';

/** What a person may decide; 完了済み comes only from an earlier cycle. */
export type DecidedProgress = Exclude<Progress, 'completed_earlier'>;

/** Why the model suggests what it suggests (or nothing). The screen puts it into words. */
export const SUGGESTION_REASONS = [
  'recurring', 'no_figure', 'none_applicable', 'still_unanswered', 'not_reached', 'all_reached',
] as const;
export type SuggestionReason = (typeof SUGGESTION_REASONS)[number];

export interface ProgressSuggestion { progress: DecidedProgress | null; because: SuggestionReason }

/** What a suggestion looks at; a tile keeps it, so judging a card reads no answers. */
export type SuggestingFigure = Pick<Figure, 'kind' | 'asked' | 'yes' | 'no' | 'notApplicable' | 'unanswered' | 'denominator' | 'isWhole'>;

/**
 * A suggestion, never a decision: on the real sheet 24/24 is 実施中 and 23/24 is 完了 (DOMAIN 0.2).
 * A 毎年度 goal is never finally done. Otherwise: everyone in the denominator reached it → 完了.
 */
export function suggestProgress(figure: SuggestingFigure | null, recurring: boolean): ProgressSuggestion {
  if (recurring) return { progress: 'in_progress', because: 'recurring' };
  if (figure === null || WITHOUT_GOAL.includes(figure.kind)) return { progress: null, because: 'no_figure' };
  if (isNoneApplicable(figure)) return { progress: null, because: 'none_applicable' };
  if (figure.unanswered > 0) return { progress: 'in_progress', because: 'still_unanswered' };
  if (isReached(figure)) return { progress: 'completed', because: 'all_reached' };
  // 176 of nothing: the figure alone does not say that the goal is missed.
  if (NEEDS_A_MEASURE.includes(figure.kind) && figure.denominator === null) return { progress: null, because: 'no_figure' };
  return { progress: 'in_progress', because: 'not_reached' };
}

/** Kinds whose figure never says by itself whether the goal is reached, and those that say it against a denominator or a target only. */
const WITHOUT_GOAL: readonly Figure['kind'][] = ['text_only', 'partition'];
const NEEDS_A_MEASURE: readonly Figure['kind'][] = ['sum', 'bureau_value'];

function isReached(figure: SuggestingFigure): boolean {
  if (figure.kind === 'count_yes') return figure.no === 0 && figure.yes > 0;
  // Σ over a denominator, a table of wards, a target, no events: compared exactly by aggregate(), which knows both sides.
  return figure.isWhole;
}

/** Each rule of §4.4 that makes a reason necessary. */
export const JUDGE_REASONS = ['ward_no', 'ward_missing', 'recurring', 'against_suggestion', 'back_to_in_progress'] as const;
export type JudgeReason = (typeof JUDGE_REASONS)[number];

export interface JudgeSituation {
  from: Progress;
  to: DecidedProgress;
  /** Counted answers that say いいえ, and asked answers that count as 未回答. */
  no: number;
  unanswered: number;
  recurring: boolean;
  suggestion: DecidedProgress | null;
}

/**
 * DOMAIN 4.4: why this judgement needs a written reason; empty means it needs none.
 * 「このままとする」 (no change of lane) never does.
 */
export function judgeReasonNeeded({ from, to, no, unanswered, recurring, suggestion }: JudgeSituation): JudgeReason[] {
  if (from === to) return [];
  if (to === 'in_progress') return ['back_to_in_progress'];
  const needed: JudgeReason[] = [];
  if (no > 0) needed.push('ward_no');
  if (unanswered > 0) needed.push('ward_missing');
  if (recurring) needed.push('recurring');
  if (suggestion !== null && suggestion !== to) needed.push('against_suggestion');
  return needed;
}
