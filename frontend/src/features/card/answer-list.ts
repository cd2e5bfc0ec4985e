import type { AnswerSummary, CardDetail, Figure, PreviousCard } from '@furikaeri/contracts';
import { compare, countedContent, markOf, percent, sentencesOf, subtract } from '@furikaeri/model';
import type { AnswerContent, Mark, QuotableField } from '@furikaeri/model';

/** As the totals above the list count it. */
export type AnswerKind = Mark;
export type AnswerFilter = 'all' | AnswerKind | 'changed';
export type AnswerSort = 'ward' | 'value' | 'change';

/** What the list needs of an answer, told once: its kind, its number, and what became of both since last year. */
export interface ListedAnswer {
  answer: AnswerSummary; order: number; kind: AnswerKind; value: string | null;
  before: AnswerContent | null;
  /** はい from いいえ, or another number. */
  changed: boolean;
  change: string | null;
}

export type Measured = Pick<NonNullable<CardDetail['indicator']>, 'kind' | 'threshold' | 'until'> | null;

function kindOf({ organisationId, state, openReturn, content }: AnswerSummary, indicator: Measured): AnswerKind {
  const counted = countedContent({ organisationId, state, openReturn: openReturn !== null, returnedFields: openReturn?.fields ?? [], submitted: content });
  if (indicator === null) return counted === null ? 'unanswered' : (counted.answer ?? 'yes');
  return markOf({ ...indicator, until: indicator.until ?? undefined }, counted);
}

/** The number of an answer by which it is compared: a gain, a share, or what it counts. Null where it says none. */
export function valueOf(content: AnswerContent | null, kind: Figure['kind']): string | null {
  if (content === null || content.answer === 'not_applicable') return null;
  const { numerator, denominator, baseline, current } = content;
  if (kind === 'per_ward') return baseline === null || current === null ? null : subtract(current, baseline);
  if (kind === 'ratio') return numerator === null || denominator === null ? null : percent(numerator, denominator, 1);
  return numerator;
}

/** What is held against last year: of a PER_WARD row the value itself, not how far it is from a baseline of years ago. */
const measuredOf = (content: AnswerContent | null, kind: Figure['kind']): string | null => (kind === 'per_ward' ? content?.current ?? null : valueOf(content, kind));

export function listAnswers(answers: readonly AnswerSummary[], indicator: Measured, previous: PreviousCard | null, orderOf: (organisationId: string) => number): ListedAnswer[] {
  const kind = indicator?.kind ?? 'text_only';
  const last = new Map<string, AnswerContent>((previous?.answers ?? []).map(({ organisationId, content }) => [organisationId, content]));
  return answers.map((answer) => {
    const before = last.get(answer.organisationId) ?? null;
    const value = valueOf(answer.content, kind);
    const [now, then] = [measuredOf(answer.content, kind), measuredOf(before, kind)];
    const change = now === null || then === null ? null : subtract(now, then);
    const said = answer.state === 'waived' ? null : (answer.content?.answer ?? null);
    const isOther = before !== null && said !== null && before.answer !== null && said !== before.answer;
    return { answer, order: orderOf(answer.organisationId), kind: kindOf(answer, indicator), value, before, change, changed: isOther || (change !== null && compare(change, '0') !== 0) };
  });
}

const RANK: Record<AnswerKind, number> = { yes: 0, no: 1, not_applicable: 2, unanswered: 3 };

/** 区の順, 値の順 (numbers from the largest, else はい first) or 変化の順 (the largest change first, whichever way). */
export function sortAnswers(list: readonly ListedAnswer[], sort: AnswerSort): ListedAnswer[] {
  const size = (change: string | null): string => (change ?? '0').replace('-', '');
  return list.toSorted((a, b) => {
    if (sort === 'value') return byNumber(a.value, b.value) || RANK[a.kind] - RANK[b.kind] || a.order - b.order;
    if (sort === 'change') return Number(b.changed) - Number(a.changed) || compare(size(b.change), size(a.change)) || a.order - b.order;
    return a.order - b.order;
  });
}

/** The largest first; what has no number comes last. */
function byNumber(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(b, a);
}

export const filterAnswers = (list: readonly ListedAnswer[], filter: AnswerFilter): ListedAnswer[] =>
  list.filter(({ kind, changed }) => filter === 'all' || (filter === 'changed' ? changed : kind === filter));

const QUOTED_FIRST: readonly QuotableField[] = ['example', 'issue', 'reason', 'expected'];

/** What can be quoted of an answer, sentence by sentence, in the order of its form. */
export const sentencesToQuote = (content: AnswerContent | null): { field: QuotableField; sentence: string }[] =>
  content === null ? [] : QUOTED_FIRST.flatMap((field) => sentencesOf(content[field]).map((sentence) => ({ field, sentence })));
