import type { LintFigure, LintRow, LintSheet } from './lint-sheet.ts';
import { type WardCount, wardCountIn } from './words/ward-count.ts';

/** Rows that are reviewed this year. Frozen rows and references carry nothing of their own. */
export const liveRows = ({ rows }: LintSheet): LintRow[] => rows.filter(({ kind }) => kind === 'live');

/** Everybody asked has answered, so the figure is whole and may be held against the text. */
export const isAnswered = (figure: LintFigure | null): figure is LintFigure & { value: string } =>
  figure !== null && figure.asked > 0 && figure.unanswered === 0 && figure.value !== null;

const counts = new WeakMap<LintRow, { fiscalYear: number; count: WardCount }>();

/** What the 実績 of a row say of how many wards. Several rules ask, some of them of every row each time. */
export function wardCountOf(row: LintRow, fiscalYear: number): WardCount {
  const known = counts.get(row);
  if (known?.fiscalYear === fiscalYear) return known.count;
  const count = wardCountIn(row.texts.results, fiscalYear);
  counts.set(row, { fiscalYear, count });
  return count;
}
