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
