import type { AnswerContent, AnswerField, SubmissionState } from '../submission/states.ts';
import { figureOfTable, hasBegun, meansOf, stepsOf, tableOf } from './by-ward.ts';
import { divide, isAtLeast, percent, subtract, sum } from './decimal.ts';
import { type CountableAnswer, type Figure, isNoneApplicable } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { partsAddUp, sumOfParts } from './parts.ts';
import { meetsTarget } from './target.ts';

/** The fields that make a figure. A 差戻し that questions one of them takes the answer out of the count. */
export const VALUE_FIELDS = [
  'answer', 'numerator', 'denominator', 'baseline', 'current', 'parts', 'byWard', 'asOf',
] as const satisfies readonly AnswerField[];

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
export function markOf(indicator: Pick<Indicator, 'kind' | 'threshold' | 'until'>, content: AnswerContent | null): Mark {
  if (content === null) return 'unanswered';
  if (content.answer === 'not_applicable') return 'not_applicable';
  if (tableOf(indicator, content).length > 0) return 'yes';
  switch (indicator.kind) {
    case 'count_yes': return content.answer ?? 'unanswered';
    case 'sum':
    case 'bureau_value': return content.numerator === null ? 'unanswered' : 'yes';
    case 'ratio': return content.numerator === null || content.denominator === null ? 'unanswered' : 'yes';
    case 'per_ward': {
      if (content.baseline === null || content.current === null) return 'unanswered';
      return isAtLeast(subtract(content.current, content.baseline), indicator.threshold ?? '0') ? 'yes' : 'no';
    }
    // A whole may be left to its parts, and events to theirs.
    case 'count_events':
    case 'partition': return content.numerator === null && content.parts.every(({ value }) => value === null) ? 'unanswered' : 'yes';
    case 'cumulative': {
      if (content.answer === 'no') return 'no';
      return content.asOf === null ? 'unanswered' : hasBegun(indicator, content.asOf) ? 'yes' : 'no';
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
    isWhole: false, reached: [], means: null, parts: [], addsUp: null, steps: [], asOf: null, certainty: null,
  };
  if (asked === 0 || isNoneApplicable(base)) return base;
  const valued = rows.flatMap((row) => (row.content !== null && (row.mark === 'yes' || row.mark === 'no') ? [row.content] : []));
  const counted = { ...base, ...standing(valued) };
  const table = valued.flatMap((content) => tableOf(indicator, content));
  if (table.length > 0) return { ...counted, ...figureOfTable(indicator, table) };
  switch (indicator.kind) {
    case 'count_yes': return { ...counted, value: String(base.yes), denominator: String(asked - notApplicable) };
    case 'sum': return { ...counted, ...sums(indicator, valued) };
    case 'ratio': return { ...counted, ...ratio(indicator, valued) };
    case 'per_ward': return {
      ...counted,
      value: String(base.yes),
      denominator: String(asked - notApplicable),
      isWhole: isEverybody(base),
      reached: rows.filter((row) => row.mark === 'yes').map((row) => row.organisationId),
      means: meansOf(valued.map(({ baseline, current }) => ({ baseline, value: current }))),
    };
    case 'cumulative': return {
      ...counted, value: String(base.yes), denominator: String(asked - notApplicable), isWhole: isEverybody(base),
      steps: stepsOf(rows.flatMap(({ mark, content }) => (mark === 'yes' ? content?.asOf ?? [] : []))),
    };
    case 'count_events':
    case 'partition': return { ...counted, ...whole(indicator, valued) };
    case 'bureau_value': return { ...counted, ...bureauValue(indicator, valued) };
    case 'text_only': return counted;
  }
}

/** Everybody in the denominator has reached it or begun. */
const isEverybody = ({ yes, no, unanswered }: Figure): boolean => yes > 0 && no + unanswered === 0;

const present = (values: readonly (string | null)[]): string[] => values.filter((value) => value !== null);

function sums(indicator: Indicator, valued: readonly AnswerContent[]): Partial<Figure> {
  if (valued.length === 0) return { denominator: indicator.denominator };
  const value = sum(present(valued.map((content) => content.numerator)));
  const given = present(valued.map((content) => content.denominator));
  const denominator = indicator.denominator ?? (given.length > 0 ? sum(given) : null);
  return { value, numerator: value, denominator, isWhole: denominator === null ? isMet(indicator, value) : isAtLeast(value, denominator) };
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
  const value = content?.numerator ?? null;
  // 15,044 of 17,000: a target to grow towards stands after the slash; one to stay below does not.
  const wanted = indicator.target?.operator === 'at_least' ? indicator.target.value : null;
  return { value, denominator: content?.denominator ?? indicator.denominator ?? wanted, isWhole: value !== null && isMet(indicator, value) };
}

/** Whether a value reaches the indicator's target; without one it never does. */
const isMet = ({ target }: Indicator, value: string): boolean => target !== undefined && meetsTarget(value, target);

/** A whole as it was given, else what its parts make; events have no denominator, and none of them is what is wanted. */
function whole(indicator: Indicator, valued: readonly AnswerContent[]): Partial<Figure> {
  const parts = sumOfParts(indicator.parts ?? [], valued);
  const given = present(valued.map((content) => content.numerator));
  const filled = parts.flatMap(({ value }) => value ?? []);
  const value = given.length > 0 ? sum(given) : filled.length > 0 ? sum(filled) : null;
  const addsUp = indicator.kind === 'partition' && given.length > 0 ? partsAddUp(value, parts) : null;
  return { value, parts, addsUp, isWhole: addsUp === true || (indicator.kind === 'count_events' && (value === '0' || (value !== null && isMet(indicator, value)))) };
}

/** How the counted answers stand: their latest 時点, and 暫定 as soon as one is. */
function standing(valued: readonly AnswerContent[]): Pick<Figure, 'asOf' | 'certainty'> {
  const days = valued.flatMap(({ asOf }) => asOf ?? []).toSorted();
  if (valued.length === 0) return { asOf: null, certainty: null };
  return { asOf: days.at(-1) ?? null, certainty: valued.some(({ certainty }) => certainty === 'provisional') ? 'provisional' : 'final' };
}
