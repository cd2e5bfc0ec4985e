import { aggregate, type Figure } from '@furikaeri/model';
import type { AskedAnswer, CardEntity } from '../cards/index.ts';

/** The figure with everything the model's suggestion looks at, which is more than a tile shows. */
export const modelFigure = (card: CardEntity, answers: readonly AskedAnswer[]): Figure | null =>
  card.indicator == null ? null : aggregate(card.indicator, answers.map((answer) => ({
    organisationId: answer.organisationId,
    state: answer.state,
    openReturn: answer.openReturn != null,
    returnedFields: answer.openReturn?.fields ?? [],
    submitted: answer.submitted ?? null,
  })));

/**
 * The same from what the card keeps, without reading its answers; null where the tile does not say enough (a SUM or
 * RATIO compares its exact sums, which are not on the tile).
 */
export function keptFigure({ figure }: CardEntity): Figure | null {
  if (figure == null || figure.kind === 'sum' || figure.kind === 'ratio') return null;
  const { kind, unit, asked, yes, no, notApplicable, unanswered, value, denominator } = figure;
  return {
    kind, unit, asked, yes, no, notApplicable, unanswered, value, denominator,
    noneApplicable: asked > 0 && notApplicable === asked,
    numerator: null, isWhole: false, reached: [], means: null,
  };
}
