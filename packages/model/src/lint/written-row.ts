import { renderText, textValues } from '../text/index.ts';
import type { LintRow } from './lint-sheet.ts';

/** A row as it is kept: its texts with their marks, which print figures that change. */
export interface WrittenRow extends Omit<LintRow, 'texts'> {
  /** A text that nobody has begun is not there. */
  texts: { [Field in keyof LintRow['texts']]?: LintRow['texts'][Field] | undefined };
}

/** 局の数値, as far as a text prints it. */
export interface PrintedFigure {
  id: string;
  value: string;
  unit: string;
}

/** The row as the rules read it: the figures of its own and those of the 局 in their places. */
export function printedRow(row: WrittenRow, figures: readonly PrintedFigure[]): LintRow {
  const values = textValues(row.figure, figures);
  const printed = (field: keyof LintRow['texts']): string => renderText(row.texts[field] ?? '', values);
  return { ...row, texts: { results: printed('results'), issues: printed('issues'), nextSteps: printed('nextSteps') } };
}
