import type { AnswerContent, AnswerField, Certainty, FigurePart, SubmissionState } from '../submission/states.ts';
import type { IndicatorKind } from './indicator.ts';

/** One asked organisation's answer, as the figure needs it. */
export interface CountableAnswer {
  organisationId: string;
  state: SubmissionState;
  openReturn: boolean;
  returnedFields: readonly AnswerField[];
  /** The last submitted version; null where nothing was ever submitted. Never what is being typed. */
  submitted: AnswerContent | null;
}

/**
 * Many answers as one figure. はい + いいえ + 対象外 + 未回答 = asked. Where nobody is asked yes or no, a value that is in
 * counts as はい; for PER_WARD はい means the ward reached the threshold.
 */
export interface Figure {
  kind: IndicatorKind;
  unit: string;
  asked: number;
  yes: number;
  no: number;
  notApplicable: number;
  unanswered: number;
  /** The headline as a decimal string, or null where there is none yet. */
  value: string | null;
  /** What stands after the slash: asked without 対象外, or the sum or given number of a SUM or RATIO. */
  denominator: string | null;
  /** RATIO and SUM: Σ of the numerators, exact. */
  numerator: string | null;
  /** The figure has reached what it is measured against: its denominator, every ward, its target, none (events), or the sum of its parts. */
  isWhole: boolean;
  /** PER_WARD: the organisations that reached the threshold, in the order given; else empty. */
  reached: string[];
  /** PER_WARD: simple means of both columns over the wards that have both values, two decimals, half up; else null. */
  means: { baseline: string; current: string } | null;
  /** PARTITION and COUNT_EVENTS: the parts, added up over all answers; else empty. */
  parts: FigurePart[];
  /** PARTITION: the parts add up to the whole; null where nothing can be compared. */
  addsUp: boolean | null;
  /** CUMULATIVE: how many began in each month ("2024-09"), oldest first; else empty. */
  steps: { month: string; count: number }[];
  /** The latest 時点 among the counted answers, and 暫定 as soon as one of them is; null where nothing is counted. */
  asOf: string | null;
  certainty: Certainty | null;
}

/** 「対象なし」: every asked organisation answered 対象外. */
export const isNoneApplicable = ({ asked, notApplicable }: Pick<Figure, 'asked' | 'notApplicable'>): boolean => asked > 0 && notApplicable === asked;
