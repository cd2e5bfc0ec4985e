import type { LintFigure, LintRow, LintSheet } from './lint-sheet.ts';

/** Rows that are reviewed this year. Frozen rows and references carry nothing of their own. */
export const liveRows = ({ rows }: LintSheet): LintRow[] => rows.filter(({ kind }) => kind === 'live');

/** Everybody asked has answered, so the figure is whole and may be held against the text. */
export const isAnswered = (figure: LintFigure | null): figure is LintFigure & { value: string } =>
  figure !== null && figure.asked > 0 && figure.unanswered === 0 && figure.value !== null;
