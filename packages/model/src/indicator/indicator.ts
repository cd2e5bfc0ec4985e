/**
 * How answers become one figure (DOMAIN 2.3). COUNT_YES counts はい; SUM adds numerators over a denominator; RATIO divides
 * two sums; PER_WARD tests each ward's change; CUMULATIVE counts the wards that had begun by the end of the year;
 * COUNT_EVENTS adds up events whose target is none; BUREAU_VALUE is a 局's own figure; PARTITION is a whole with parts that
 * must add up; TEXT_ONLY has no figure.
 */
export const INDICATOR_KINDS = [
  'count_yes', 'sum', 'ratio', 'per_ward', 'cumulative', 'count_events', 'bureau_value', 'partition', 'text_only',
] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

const OF_WARDS: readonly IndicatorKind[] = ['count_yes', 'per_ward', 'cumulative'];

/** The figure is how many wards did, reached or began it, whatever is measured in each of them. */
export const countsWards = ({ kind }: { kind: IndicatorKind }): boolean => OF_WARDS.includes(kind);

/** 以上 · 以下 · 未満 · ちょうど */
export const TARGET_OPERATORS = ['at_least', 'at_most', 'less_than', 'exactly'] as const;
export type TargetOperator = (typeof TARGET_OPERATORS)[number];

/** What a figure is measured against, an exact decimal; `fiscalYear` null where the goal names none (毎年度). */
export interface Target { fiscalYear: number | null; value: string; operator: TargetOperator }

export interface Indicator {
  kind: IndicatorKind;
  /** 単位: 区, 地活協, %, 人 … */
  unit: string;
  /** What the ward is asked, e.g. 令和6年度末時点で、区として行っていますか. */
  question: string;
  /** SUM: the denominator where it is a given number (326), as a decimal string; else null. */
  denominator: string | null;
  /** A word about the denominator, e.g. 1地活協を除く. */
  note: string;
  /** PER_WARD: points each ward has to gain (e.g. "10"), and the labels of the two columns. */
  threshold: string | null;
  columns: [string, string] | null;
  /** 様式の値: the figure as the imported sheet printed it, e.g. "16区", else null. */
  printed: string | null;
  /** Small counts that could point at a person: each ward's answer stays withheld even after 確定. Absent means no. */
  withheld?: boolean | undefined;
  /** What is counted, e.g. 交流会等を開催した区; heads its chart and its table. */
  name?: string | undefined;
  /** Which way is better; absent where there is none. */
  direction?: 'up' | 'down' | undefined;
  /** Where it started. */
  baseline?: { fiscalYear: number; value: string } | undefined;
  target?: Target | undefined;
  /** PARTITION and COUNT_EVENTS: the names of the parts, in the order of the sheet. */
  parts?: string[] | undefined;
  /** Where the sheet gives no figure although the row has an indicator: what it says instead, in a sentence. */
  withoutFigure?: string | undefined;
  /** CUMULATIVE: what had begun by this day counts (ISO date, the end of the reviewed year). */
  until?: string | undefined;
}
