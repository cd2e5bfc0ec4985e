/** 回答の状態: the state of one asked organisation's answer to one card. */
export const SUBMISSION_STATES = [
  'not_started', 'draft', 'checking', 'submitted', 'returned', 'confirmed', 'waived',
] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** What a ward says about a はい・いいえ question. `null` means 未回答. */
export const ANSWERS = ['yes', 'no', 'not_applicable'] as const;
export type Answer = (typeof ANSWERS)[number];

/**
 * What one organisation writes into its answer. Figures are exact decimals as strings ("37.6"),
 * texts are plain. `numerator`/`denominator` serve SUM and RATIO, `baseline`/`current` serve PER_WARD.
 */
export interface AnswerContent {
  answer: Answer | null;
  /** 取組の例 */
  example: string;
  /** 感じている課題 */
  issue: string;
  /** いいえ・対象外の理由 */
  reason: string;
  /** 予定時期 (free text such as 令和7年度中) */
  expected: string;
  numerator: string | null;
  denominator: string | null;
  baseline: string | null;
  current: string | null;
}

export const ANSWER_FIELDS = [
  'answer', 'example', 'issue', 'reason', 'expected', 'numerator', 'denominator', 'baseline', 'current',
] as const satisfies readonly (keyof AnswerContent)[];
export type AnswerField = (typeof ANSWER_FIELDS)[number];

/** An answer in which nothing has been written yet. */
export const EMPTY_CONTENT: AnswerContent = {
  answer: null, example: '', issue: '', reason: '', expected: '',
  numerator: null, denominator: null, baseline: null, current: null,
};
