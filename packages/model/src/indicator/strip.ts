import { countedContent, isValueQuestioned, type Mark, markOf } from './aggregate.ts';
import type { CountableAnswer } from './figure.ts';
import type { Indicator } from './indicator.ts';

/** One block of the ward strip. `questioned`: a 差戻し of the value itself, which counts as 未回答. */
export interface StripSegment {
  /** Null where the reader may not know whose it is. */
  organisationId: string | null;
  mark: Mark | 'questioned';
}

const ORDER: readonly Mark[] = ['yes', 'no', 'not_applicable', 'unanswered'];

/**
 * The strip under a figure. `byWard` (for those who `can('card.read-breakdown')`): in the official order given by
 * `answers`, with names. Otherwise sorted by answer, without names and without 差戻し, so that it says no more than the totals.
 */
export function strip(indicator: Indicator, answers: readonly CountableAnswer[], byWard: boolean): StripSegment[] {
  const marks = answers.map((answer) => ({ answer, mark: markOf(indicator, countedContent(answer)) }));
  if (byWard) {
    return marks.map(({ answer, mark }) => ({
      organisationId: answer.organisationId,
      mark: isValueQuestioned(answer) ? 'questioned' : mark,
    }));
  }
  return marks
    .map(({ mark }) => ({ organisationId: null, mark }))
    .toSorted((a, b) => ORDER.indexOf(a.mark) - ORDER.indexOf(b.mark));
}
