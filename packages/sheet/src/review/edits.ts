import type { SheetProgress } from '../sheet.ts';

/** A row through all changes of a review: 取組 and place as read, "16.2"; a row that a split made is "16.2/2". */
export type RowKey = string;

/** A finding through all changes of a review: its code, line and place among those alike, "goal/amended@35#1". */
export type FindingKey = string;

export type CellField = 'measures' | 'results' | 'issues' | 'nextSteps';

/**
 * One change that a person makes to the sheet as read, before it becomes a cycle. Texts are as the form prints them: ''
 * is blank (具体的取組: the same as above), 「—」 none.
 */
export type SheetEdit =
  | { type: 'set_fiscal_year'; fiscalYear: number }
  /** The goals of a row, cut or worded anew; their deadlines follow from the words. */
  | { type: 'set_goals'; row: RowKey; goals: string[] }
  | { type: 'set_cell'; row: RowKey; field: CellField; text: string }
  /** To another row or column, below what stands there. */
  | { type: 'move_cell'; from: RowKey; fromField: CellField; to: RowKey; toField: CellField }
  | { type: 'set_progress'; row: RowKey; progress: SheetProgress }
  /** With the row above in the same 取組. */
  | { type: 'join_rows'; row: RowKey }
  /** The goals from `at` (1 or more) on become a row of their own below, with blank cells and the same 実施状況. */
  | { type: 'split_row'; row: RowKey; at: number }
  /** O9: which rows of cells belong to which goal, for all rows of one 取組. */
  | { type: 'assign_cells'; initiative: number; goals: { goal: RowKey; bodies: RowKey[] }[] }
  | { type: 'resolve_reference'; row: RowKey; index: number; targets: RowKey[] }
  /** What 【参考】 in a cell is: the goal of the years after, or text of a column. */
  | { type: 'treat_amendment'; row: RowKey; as: 'amendment' | 'results' | 'issues' | 'nextSteps' }
  /** A text that no cell took goes below what stands in a cell. */
  | { type: 'place_text'; finding: FindingKey; row: RowKey; field: CellField };

/** A person's word on one finding. `refused`: seen, and the sheet stays as printed. */
export interface Decision {
  finding: FindingKey;
  choice: 'accepted' | 'changed' | 'refused';
  /** What is changed; for `accepted` the finding's proposal, empty for `refused`. */
  edits: SheetEdit[];
  note: string;
}
