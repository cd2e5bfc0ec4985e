import { isIsoDate } from '../calendar/iso-date.ts';
import type { CardFacts } from '../card/facts.ts';
import { takesReview } from '../cycle/phases.ts';
import { isWritten, type ModelProblem, refuse, type Result } from '../refusal.ts';
import { compare, isDecimal } from './decimal.ts';
import type { Indicator, IndicatorKind } from './indicator.ts';

/** Parts of an indicator that a person may fill in wrongly, in the order of the form. */
export const INDICATOR_FIELDS = ['unit', 'question', 'threshold', 'columns', 'parts', 'denominator', 'until', 'baseline', 'target'] as const;
export type IndicatorField = (typeof INDICATOR_FIELDS)[number];

/** Which parts belong to a kind; the others are empty. A text is measured by nothing. */
export function fieldsOfKind(kind: IndicatorKind): readonly IndicatorField[] {
  switch (kind) {
    case 'text_only': return ['question'];
    case 'per_ward': return ['unit', 'question', 'threshold', 'columns', 'baseline', 'target'];
    case 'sum': return ['unit', 'question', 'denominator', 'baseline', 'target'];
    case 'cumulative': return ['unit', 'question', 'until', 'baseline', 'target'];
    case 'partition':
    case 'count_events': return ['unit', 'question', 'parts', 'baseline', 'target'];
    case 'count_yes':
    case 'ratio':
    case 'bureau_value': return ['unit', 'question', 'baseline', 'target'];
  }
}

/** Why nobody may change how a row is measured now: only live rows have an indicator, and a reviewed one stands fast. */
export function whyNotMeasured({ kind, phase, stage }: Pick<CardFacts, 'kind' | 'phase' | 'stage'>): ModelProblem | null {
  if (kind !== 'live') return kind === 'frozen' ? 'card/frozen' : 'card/reference';
  if (!takesReview(phase)) return 'cycle/not-open-for-review';
  return stage === 'reviewed' ? 'card/already-reviewed' : null;
}

/** The indicator with what does not belong to its kind left out, or the parts that have to be mended. */
export function checkedIndicator(given: Indicator): Result<{ indicator: Indicator }> {
  const fields = fieldsOfKind(given.kind);
  const has = (field: IndicatorField): boolean => fields.includes(field);
  const indicator: Indicator = {
    ...given,
    unit: has('unit') ? given.unit.trim() : '',
    question: given.question.trim(),
    threshold: has('threshold') ? given.threshold : null,
    columns: has('columns') ? given.columns : null,
    parts: has('parts') && (given.parts ?? []).length > 0 ? given.parts : undefined,
    denominator: has('denominator') ? given.denominator : null,
    until: has('until') ? given.until : undefined,
    baseline: has('baseline') ? given.baseline : undefined,
    target: has('target') ? given.target : undefined,
    direction: given.kind === 'text_only' ? undefined : given.direction,
  };
  const faults = fields.filter((field) => FAULTY[field](indicator));
  return faults.length > 0 ? refuse('card/indicator-invalid', faults) : { ok: true, indicator };
}

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1989 && year <= 2100;

const FAULTY: Readonly<Record<IndicatorField, (indicator: Indicator) => boolean>> = {
  unit: ({ unit }) => !isWritten(unit),
  question: ({ question }) => !isWritten(question),
  threshold: ({ threshold }) => threshold === null || !isDecimal(threshold),
  columns: ({ columns }) => columns === null || !columns.every(isWritten) || columns[0] === columns[1],
  parts: ({ kind, parts = [] }) => !parts.every(isWritten) || new Set(parts).size < parts.length || (kind === 'partition' && parts.length < 2),
  denominator: ({ denominator }) => denominator !== null && !(isDecimal(denominator) && compare(denominator, '0') > 0),
  until: ({ until }) => until !== undefined && !isIsoDate(until),
  baseline: ({ baseline }) => baseline !== undefined && !(isDecimal(baseline.value) && isYear(baseline.fiscalYear)),
  target: ({ target }) => target !== undefined && !(isDecimal(target.value) && (target.fiscalYear === null || isYear(target.fiscalYear))),
};
