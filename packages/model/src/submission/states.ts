/** 回答の状態: the state of one asked organisation's answer to one card. */
export const SUBMISSION_STATES = [
  'not_started', 'draft', 'checking', 'submitted', 'returned', 'confirmed', 'waived',
] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** What a ward says about a はい・いいえ question. `null` means 未回答. */
export const ANSWERS = ['yes', 'no', 'not_applicable'] as const;
export type Answer = (typeof ANSWERS)[number];

/** 暫定 until a figure is settled, then 確定. */
export const CERTAINTIES = ['provisional', 'final'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** A named part of a figure: 死亡事例 3, 継続 233. `value` is an exact decimal; null is not filled in yet. */
export interface FigurePart { name: string; value: string | null }

/** One ward's line of the table that a 局 fills in for all of them: a number (with what it was before), or a day. */
export interface WardValue {
  organisationId: string;
  baseline: string | null;
  value: string | null;
  /** CUMULATIVE: since when, an ISO date. */
  on: string | null;
}

/** A file that backs an answer; its bytes are kept beside. */
export interface AttachmentRef { id: string; name: string; type: string; bytes: number }

/**
 * What one organisation writes into its answer. Figures are exact decimals as strings ("37.6"),
 * texts are plain. `numerator`/`denominator` serve SUM and RATIO, `baseline`/`current` serve PER_WARD,
 * `parts` PARTITION and COUNT_EVENTS, `byWard` a 局 that answers for all wards.
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
  parts: FigurePart[];
  byWard: WardValue[];
  /** 時点 of the figures, an ISO date; where a ward is asked for a CUMULATIVE figure, the day it began. */
  asOf: string | null;
  certainty: Certainty;
  /** 出典 */
  source: string;
  /** 根拠資料 */
  attachments: AttachmentRef[];
  /** Texts that were copied from last year's answer and have not been changed since. */
  copied: AnswerField[];
}

export const ANSWER_FIELDS = [
  'answer', 'example', 'issue', 'reason', 'expected', 'numerator', 'denominator', 'baseline', 'current',
  'parts', 'byWard', 'asOf', 'source', 'attachments',
] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];

/** An answer in which nothing has been written yet. */
export const EMPTY_CONTENT: AnswerContent = {
  answer: null, example: '', issue: '', reason: '', expected: '',
  numerator: null, denominator: null, baseline: null, current: null,
  parts: [], byWard: [], asOf: null, certainty: 'final', source: '', attachments: [], copied: [],
};

/** Whether two versions of an answer say the same in one field; lists are compared by what they hold. */
export const isSameField = (a: AnswerContent, b: AnswerContent, field: AnswerField): boolean => JSON.stringify(a[field]) === JSON.stringify(b[field]);

/** The fields in which two versions of an answer differ, in the order of the form. */
export const differingFields = (a: AnswerContent, b: AnswerContent): AnswerField[] => ANSWER_FIELDS.filter((field) => !isSameField(a, b, field));
