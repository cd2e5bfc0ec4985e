import type { AnswerContent, AnswerField, SubmissionState } from '../submission/states.ts';
import { divide, isAtLeast, mean, percent, subtract, sum } from './decimal.ts';
import { type CountableAnswer, type Figure, isNoneApplicable } from './figure.ts';
import type { Indicator } from './indicator.ts';

/** The fields that make a figure. A 差戻し that questions one of them takes the answer out of the count. */
export const VALUE_FIELDS = ['answer', 'numerator', 'denominator', 'baseline', 'current'] as const satisfies readonly AnswerField[];

/** The 差戻し questions the value itself, not only a text. One that names no field questions the whole answer. */
export const isValueQuestioned = ({ openReturn, returnedFields }: Pick<CountableAnswer, 'openReturn' | 'returnedFields'>): boolean =>
  openReturn && (returnedFields.length === 0 || returnedFields.some((field) => (VALUE_FIELDS as readonly string[]).includes(field)));

const COUNTED: readonly SubmissionState[] = ['submitted', 'confirmed'];
const ON_THE_WAY_BACK: readonly SubmissionState[] = ['returned', 'checking'];

/**
 * The version of an answer that counts, or null for 未回答 (DOMAIN 3.3): the last submitted one of an answer that is
 * 提出済 or 確認済, or whose open 差戻し questions its text only.
 */
export function countedContent(answer: CountableAnswer): AnswerContent | null {
  if (COUNTED.includes(answer.state)) return answer.submitted;
  const keepsCounting = ON_THE_WAY_BACK.includes(answer.state) && answer.openReturn && !isValueQuestioned(answer);
  return keepsCounting ? answer.submitted : null;
}

/** What one answer is worth to its indicator. */
export type Mark = 'yes' | 'no' | 'not_applicable' | 'unanswered';

/** Reads one counted version by the indicator's kind. An answer without the figures its kind needs is 未回答. */
export function markOf(indicator: Indicator, content: AnswerContent | null): Mark {
  if (content === null) return 'unanswered';
  if (content.answer === 'not_applicable') return 'not_applicable';
  switch (indicator.kind) {
    case 'count_yes': return content.answer ?? 'unanswered';
    case 'sum':
    case 'bureau_value': return content.numerator === null ? 'unanswered' : 'yes';
    case 'ratio': return content.numerator === null || content.denominator === null ? 'unanswered' : 'yes';
    case 'per_ward': {
      if (content.baseline === null || content.current === null) return 'unanswered';
      return isAtLeast(subtract(content.current, content.baseline), indicator.threshold ?? '0') ? 'yes' : 'no';
    }
    case 'text_only': return 'yes';
  }
}

/**
 * The figure of a card: n answered of n asked, exact. 対象外 leaves the denominator; with nobody left there is no figure.
 * SUM and RATIO add what is in; PER_WARD counts the wards at or over the threshold. Percentages have one decimal, half up.
 */
export function aggregate(indicator: Indicator, answers: readonly CountableAnswer[]): Figure {
  const rows = answers.map((answer) => {
    const content = countedContent(answer);
    return { organisationId: answer.organisationId, content, mark: markOf(indicator, content) };
  });
  const count = (mark: Mark): number => rows.filter((row) => row.mark === mark).length;
  const asked = rows.length;
  const notApplicable = count('not_applicable');
  const base: Figure = {
    kind: indicator.kind, unit: indicator.unit, asked,
    yes: count('yes'), no: count('no'), notApplicable, unanswered: count('unanswered'),
    value: null, denominator: null, numerator: null,
    isWhole: false, reached: [], means: null,
  };
  if (asked === 0 || isNoneApplicable(base)) return base;
  const valued = rows.flatMap((row) => (row.content !== null && (row.mark === 'yes' || row.mark === 'no') ? [row.content] : []));
  switch (indicator.kind) {
    case 'count_yes': return { ...base, value: String(base.yes), denominator: String(asked - notApplicable) };
    case 'sum': return { ...base, ...sums(indicator, valued) };
    case 'ratio': return { ...base, ...ratio(indicator, valued) };
    case 'per_ward': return {
      ...base,
      value: String(base.yes),
      denominator: String(asked - notApplicable),
      reached: rows.filter((row) => row.mark === 'yes').map((row) => row.organisationId),
      means: means(valued),
    };
    case 'bureau_value': return { ...base, ...bureauValue(indicator, valued) };
    case 'text_only': return base;
  }
}

const present = (values: readonly (string | null)[]): string[] => values.filter((value) => value !== null);

function sums(indicator: Indicator, valued: readonly AnswerContent[]): Partial<Figure> {
  if (valued.length === 0) return { denominator: indicator.denominator };
  const value = sum(present(valued.map((content) => content.numerator)));
  const given = present(valued.map((content) => content.denominator));
  const denominator = indicator.denominator ?? (given.length > 0 ? sum(given) : null);
  return { value, numerator: value, denominator, isWhole: denominator !== null && isAtLeast(value, denominator) };
}

function ratio(indicator: Indicator, valued: readonly AnswerContent[]): Partial<Figure> {
  if (valued.length === 0) return {};
  const numerator = sum(present(valued.map((content) => content.numerator)));
  const denominator = sum(present(valued.map((content) => content.denominator)));
  const value = indicator.unit === '%' ? percent(numerator, denominator, 1) : divide(numerator, denominator, 1);
  return { value, numerator, denominator, isWhole: value !== null && isAtLeast(numerator, denominator) };
}

function bureauValue(indicator: Indicator, valued: readonly AnswerContent[]): Partial<Figure> {
  const content = valued[0];
  return { value: content?.numerator ?? null, denominator: content?.denominator ?? indicator.denominator };
}

function means(valued: readonly AnswerContent[]): Figure['means'] {
  const baseline = mean(present(valued.map((content) => content.baseline)), 2);
  const current = mean(present(valued.map((content) => content.current)), 2);
  return baseline !== null && current !== null ? { baseline, current } : null;
}
