/**
 * How 24 answers become one figure. COUNT_YES counts はい; SUM adds numerators over a denominator;
 * RATIO divides two sums; PER_WARD tests each ward's change; the last two take no ward answers into a figure.
 */
export const INDICATOR_KINDS = ['count_yes', 'sum', 'ratio', 'per_ward', 'bureau_value', 'text_only'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

export interface Indicator {
  kind: IndicatorKind;
  /** 単位: 区, 地活協, %, 人 … */
  unit: string;
  /** What the ward is asked, e.g. 令和6年度に、交流会やラウンドテーブル等を開催しましたか. */
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
}
