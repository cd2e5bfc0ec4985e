import Big from 'big.js';
import { hasBegun } from '../indicator/by-ward.ts';
import { compare, sum, subtract } from '../indicator/decimal.ts';
import type { Indicator } from '../indicator/indicator.ts';
import { partsAddUp } from '../indicator/parts.ts';
import { fiscalYearSpan } from '../calendar/fiscal-year.ts';
import type { AnswerContent, AnswerField } from './states.ts';

/** The same organisation's answer of an earlier year, as it was handed in. */
export interface EarlierAnswer { fiscalYear: number; content: AnswerContent }

/**
 * Something in an answer that a second look is worth (DOMAIN 3.2 WS3). A doubt is pointed out at its field and never
 * refuses: the ward may know better. `percent` is without a sign, to whole numbers, half up.
 */
export type Doubt =
  | { code: 'far_from_last_year'; field: AnswerField; part: string | null; before: string; percent: string; more: boolean }
  | { code: 'above_denominator'; field: 'numerator' }
  | { code: 'no_denominator'; field: 'denominator' }
  | { code: 'parts_differ'; field: 'parts'; parts: string; whole: string; gap: string }
  | { code: 'outside_year'; field: 'asOf'; from: string; to: string }
  /** CUMULATIVE: began after the end of the reviewed year, so it does not count yet. */
  | { code: 'not_counted_yet'; field: 'asOf' | 'byWard'; until: string; organisationIds: string[] }
  | { code: 'no_longer_yes'; field: 'answer' }
  | { code: 'applied_last_year'; field: 'answer' }
  | { code: 'did_not_apply_last_year'; field: 'answer' };
export type DoubtCode = Doubt['code'];

/** From here on a change against last year is pointed out. */
const FAR_PERCENT = 30;

type Asked = Pick<Indicator, 'kind' | 'until'>;

/** What is odd about an answer of `fiscalYear`, in the order of the form; `previous` is that of the year before, if any. */
export function doubts(indicator: Asked, content: AnswerContent, previous: EarlierAnswer | null, fiscalYear: number): Doubt[] {
  const before = previous?.content ?? null;
  const answered = before === null ? [] : aboutAnswer(indicator, content, before);
  // What does not apply has no figures, whatever still stands in its fields.
  if (content.answer === 'not_applicable') return answered;
  return [...answered, ...aboutShare(indicator, content), ...aboutParts(indicator, content), ...aboutTime(indicator, content, fiscalYear), ...(before === null ? [] : farFrom(indicator, content, before))];
}

function aboutAnswer({ kind }: Asked, content: AnswerContent, before: AnswerContent): Doubt[] {
  const asksYes = kind === 'count_yes' || kind === 'cumulative';
  if (content.answer === 'not_applicable') return before.answer === 'not_applicable' ? [] : [{ code: 'applied_last_year', field: 'answer' }];
  if (before.answer === 'not_applicable') return content.answer === null && asksYes ? [] : [{ code: 'did_not_apply_last_year', field: 'answer' }];
  return asksYes && before.answer === 'yes' && content.answer === 'no' ? [{ code: 'no_longer_yes', field: 'answer' }] : [];
}

function aboutShare({ kind }: Asked, { numerator, denominator }: AnswerContent): Doubt[] {
  if ((kind !== 'ratio' && kind !== 'sum') || denominator === null) return [];
  if (compare(denominator, '0') === 0) return kind === 'ratio' ? [{ code: 'no_denominator', field: 'denominator' }] : [];
  return numerator !== null && compare(numerator, denominator) > 0 ? [{ code: 'above_denominator', field: 'numerator' }] : [];
}

function aboutParts({ kind }: Asked, { numerator, parts }: AnswerContent): Doubt[] {
  if ((kind !== 'partition' && kind !== 'count_events') || partsAddUp(numerator, parts) !== false || numerator === null) return [];
  const added = sum(parts.flatMap(({ value }) => value ?? []));
  return [{ code: 'parts_differ', field: 'parts', parts: added, whole: numerator, gap: new Big(subtract(added, numerator)).abs().toFixed() }];
}

function aboutTime(indicator: Asked, { answer, asOf, byWard }: AnswerContent, fiscalYear: number): Doubt[] {
  const { from, to } = fiscalYearSpan(fiscalYear);
  if (indicator.kind === 'cumulative') {
    const until = indicator.until ?? to;
    const late = byWard.filter(({ on }) => on !== null && !hasBegun({ until }, on)).map(({ organisationId }) => organisationId);
    if (late.length > 0) return [{ code: 'not_counted_yet', field: 'byWard', until, organisationIds: late }];
    return answer !== 'no' && asOf !== null && !hasBegun({ until }, asOf) ? [{ code: 'not_counted_yet', field: 'asOf', until, organisationIds: [] }] : [];
  }
  return asOf !== null && (asOf < from || asOf > to) ? [{ code: 'outside_year', field: 'asOf', from, to }] : [];
}

/** The figures that are compared with last year's, by kind: a ratio is moved by either of its numbers. */
function figuresOf({ kind }: Asked): ('numerator' | 'denominator' | 'current')[] {
  switch (kind) {
    case 'sum':
    case 'ratio': return ['numerator', 'denominator'];
    case 'per_ward': return ['current'];
    case 'bureau_value':
    case 'count_events':
    case 'partition': return ['numerator'];
    case 'count_yes':
    case 'cumulative':
    case 'text_only': return [];
  }
}

function farFrom(indicator: Asked, content: AnswerContent, before: AnswerContent): Doubt[] {
  const figures = figuresOf(indicator).flatMap((field) => far(field, null, content[field], before[field]));
  const named = new Map(before.parts.map(({ name, value }) => [name, value]));
  const parts = figuresOf(indicator).length === 0 ? [] : content.parts.flatMap(({ name, value }) => far('parts', name, value, named.get(name) ?? null));
  return [...figures, ...parts];
}

/** More than 30 % up or down, exactly; 30 % itself is not far. From nothing there is no percentage. */
function far(field: AnswerField, part: string | null, now: string | null, before: string | null): Doubt[] {
  if (now === null || before === null || compare(before, '0') === 0) return [];
  const change = new Big(now).minus(before);
  const base = new Big(before).abs();
  if (change.abs().times(100).lte(base.times(FAR_PERCENT))) return [];
  return [{ code: 'far_from_last_year', field, part, before, percent: change.abs().times(100).div(base).toFixed(0, Big.roundHalfUp), more: change.gt(0) }];
}
