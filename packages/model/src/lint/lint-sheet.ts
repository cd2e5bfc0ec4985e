import type { CardKind, Progress } from '../card/stages.ts';
import type { Figure } from '../indicator/figure.ts';

/** A review as the rules read it, rows in the order of the sheet. Nothing in it is private to a ward. */
export interface LintSheet {
  /** The year under review: 2024 for 令和6年度末時点. */
  fiscalYear: number;
  /** How many wards 全区 means. */
  wards: number;
  rows: readonly LintRow[];
}

/** One row: what is printed of it, and the figure that its answers make. */
export interface LintRow {
  cardId: string;
  /** e.g. 3-(1)-16a */
  code: string;
  /** e.g. 1(2)ア */
  section: string;
  /** The title of the 取組. Titles repeat; rows of one 取組 stand together. */
  initiative: string;
  kind: CardKind;
  /** null on references */
  progress: Progress | null;
  goals: readonly LintGoal[];
  /** As printed, live counts filled in: 「—」 says none, an empty text says nothing yet. */
  texts: { results: string; issues: string; nextSteps: string };
  /** null where a row has no indicator */
  figure: LintFigure | null;
  wardTable: LintWardTable | null;
  references: readonly LintReference[];
}

export interface LintGoal {
  text: string;
  /** The deadline's own words where they are known apart from the goal. */
  deadline: string | null;
}

export type LintFigure = Pick<Figure, 'kind' | 'unit' | 'value' | 'denominator' | 'asked' | 'yes' | 'no' | 'notApplicable' | 'unanswered' | 'isWhole'>;

export interface LintWardTable {
  columns: readonly string[];
  unit: string;
  rows: readonly { ward: string; values: readonly string[] }[];
}

/** A 再掲 or 「…の項目と同様」 with the words it quotes, if it quotes any. */
export interface LintReference {
  section: string;
  quotedTitle: string | null;
  quotedGoal: string | null;
}
