import type { AnswerContent, WardValue } from '../submission/states.ts';
import { isAtLeast, mean, subtract } from './decimal.ts';
import type { Figure } from './figure.ts';
import type { Indicator } from './indicator.ts';

/** What one line of a 局's table says about its ward: reached or begun, not yet, or not filled in. */
export type WardMark = 'yes' | 'no' | 'unanswered';

/** Kinds whose figure a 局 may give as one table of all wards instead of asking each (DOMAIN 3.2 BU4). */
export const TABLE_KINDS = ['per_ward', 'cumulative'] as const satisfies readonly Indicator['kind'][];

/** Reads one line of the table by the indicator's kind. A kind without a table says 未回答. */
export function markOfWardValue(indicator: Indicator, line: WardValue): WardMark {
  if (indicator.kind === 'cumulative') return line.on === null ? 'unanswered' : hasBegun(indicator, line.on) ? 'yes' : 'no';
  if (indicator.kind !== 'per_ward' || line.baseline === null || line.value === null) return 'unanswered';
  return isAtLeast(subtract(line.value, line.baseline), indicator.threshold ?? '0') ? 'yes' : 'no';
}

/** True for a day up to and including the end of the reviewed year; without an end every day counts. */
export const hasBegun = ({ until }: Pick<Indicator, 'until'>, on: string): boolean => until === undefined || on <= until;

/** The figure that a 局's table makes: how many wards of how many, with means or months. An empty table makes none. */
export function figureOfTable(indicator: Indicator, lines: readonly WardValue[]): Partial<Figure> {
  const filled = lines.map((line) => ({ line, mark: markOfWardValue(indicator, line) })).filter(({ mark }) => mark !== 'unanswered');
  if (filled.length === 0) return {};
  const reached = filled.filter(({ mark }) => mark === 'yes').map(({ line }) => line);
  return {
    value: String(reached.length),
    denominator: String(lines.length),
    reached: reached.map(({ organisationId }) => organisationId),
    isWhole: reached.length === lines.length,
    ...(indicator.kind === 'cumulative' ? { steps: stepsOf(reached.flatMap(({ on }) => on ?? [])) } : { means: meansOf(filled.map(({ line }) => line)) }),
  };
}

/** How many days fall into each month ("2024-09"), oldest first. */
export function stepsOf(days: readonly string[]): Figure['steps'] {
  const months = days.map((day) => day.slice(0, 7)).toSorted();
  return [...new Set(months)].map((month) => ({ month, count: months.filter((one) => one === month).length }));
}

/** Simple means of both columns, two decimals, half up; null while nothing is in. */
export function meansOf(lines: readonly Pick<WardValue, 'baseline' | 'value'>[]): Figure['means'] {
  const both = lines.flatMap(({ baseline, value }) => (baseline !== null && value !== null ? [{ baseline, value }] : []));
  const baseline = mean(both.map((line) => line.baseline), 2);
  const current = mean(both.map((line) => line.value), 2);
  return baseline !== null && current !== null ? { baseline, current } : null;
}

/** The table of an answer, or none where its kind has no table. */
export const tableOf = (indicator: Pick<Indicator, 'kind'>, content: AnswerContent): readonly WardValue[] =>
  (TABLE_KINDS as readonly string[]).includes(indicator.kind) ? content.byWard : [];
