import type { Figure, OpenReturn } from '@furikaeri/contracts';
import { aggregate, type AnswerContent, type CountableAnswer, countedContent, countsWards, type Indicator, markOfWardValue, strip, type StripSegment, type SubmissionState, tableOf } from '@furikaeri/model';

/** What a card's figure needs of an asked answer; a SubmissionEntity has it. */
export interface AskedAnswer {
  organisationId: string;
  state: SubmissionState;
  openReturn?: OpenReturn | null | undefined;
  submitted?: AnswerContent | null | undefined;
}

/** The city-wide figure as the tile shows it. */
export function computeFigure(indicator: Indicator, answers: readonly AskedAnswer[]): Figure {
  // Which wards reached a threshold is not everybody's to know.
  const { reached: _, ...figure } = aggregate(indicator, answers.map(countable));
  return {
    ...figure,
    note: indicator.note,
    printed: indicator.printed,
    submitted: answers.filter(({ state }) => state === 'submitted' || state === 'confirmed').length,
  };
}

/**
 * One character a ward in official order, as the contract's Strips explains. Empty where a card asks no ward: there is
 * no ward to draw.
 */
export function computeStrip(indicator: Indicator, answers: readonly AskedAnswer[], wardOrder: readonly string[]): string {
  const table = answers.flatMap((answer) => { const content = countedContent(countable(answer)); return content === null ? [] : tableOf(indicator, content); });
  if (table.length > 0) {
    const marks = new Map(table.map((line) => [line.organisationId, TABLE_CHARACTER[markOfWardValue(indicator, line)]]));
    return wardOrder.map((wardId) => marks.get(wardId) ?? ' ').join('');
  }
  const segments = new Map(strip(indicator, answers.map(countable), true).map((segment) => [segment.organisationId, segment]));
  const line = wardOrder.map((wardId) => characterOf(indicator, segments.get(wardId))).join('');
  return line.trim() === '' ? '' : line;
}

const countable = ({ organisationId, state, openReturn, submitted }: AskedAnswer): CountableAnswer => ({
  organisationId, state,
  submitted: submitted ?? null,
  openReturn: openReturn != null,
  returnedFields: openReturn?.fields ?? [],
});

const TABLE_CHARACTER = { yes: 'y', no: 'n', unanswered: '.' } as const;

function characterOf(indicator: Indicator, segment: StripSegment | undefined): string {
  switch (segment?.mark) {
    case undefined: return ' ';
    case 'yes': return countsWards(indicator) ? 'y' : 'v';
    case 'no': return 'n';
    case 'not_applicable': return 'x';
    case 'questioned': return 'r';
    case 'unanswered': return '.';
  }
}
