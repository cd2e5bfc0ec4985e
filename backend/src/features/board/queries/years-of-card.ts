import type { PreviousCard, YearValue } from '@furikaeri/contracts';
import { renderText, visibleContent } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { CardEntity, cardFacts, CardTextEntity, valuesFor } from '../../cards/index.ts';
import { CycleEntity } from '../../cycles/index.ts';
import { presentAnswer, previousCards, SubmissionEntity, submissionFacts } from '../../submissions/index.ts';

/** The year before of a card, with those of its answers that this reader may see; null where the plan has none. Its texts as they are printed. */
export async function previousOf(em: EntityManager, actor: SignedIn, cardId: string): Promise<PreviousCard | null> {
  const found = (await previousCards(em, [cardId])).get(cardId);
  if (found === undefined) return null;
  const card = await em.findOneOrFail(CardEntity, { id: found.cardId });
  const cycle = await em.findOneOrFail(CycleEntity, { id: card.cycleId });
  const texts = await em.find(CardTextEntity, { cardId: card.id });
  const answers = await em.find(SubmissionEntity, { cardId: card.id }, { orderBy: { id: 'asc' } });
  const values = await valuesFor(em, card, texts.map(({ text }) => text));
  const textOf = (field: CardTextEntity['field']) => renderText(texts.find((text) => text.field === field)?.text ?? '', values);
  return {
    cardId: card.id as PreviousCard['cardId'],
    fiscalYear: found.fiscalYear,
    progress: card.progress ?? null,
    texts: { results: textOf('results'), issues: textOf('issues'), nextSteps: textOf('nextSteps') },
    figure: card.figure ?? null,
    answers: answers.flatMap((answer) => {
      // Of one's own, too, only what was handed in: what was left in a draft a year ago was never said.
      const { organisationId, content } = presentAnswer(answer, cycle);
      return content === null || visibleContent(actor, cardFacts(card, cycle), submissionFacts(answer, cycle)) === 'none' ? [] : [{ organisationId, content }];
    }),
  };
}

/** The row's figure in each year of the plan up to its own, oldest first. */
export const yearsOf = (em: EntityManager, cardId: string): Promise<YearValue[]> => em.execute<YearValue[]>(
  `select b.fiscal_year as "fiscalYear", k.figure ->> 'value' as value, k.figure ->> 'denominator' as denominator, k.figure ->> 'certainty' as certainty
     from card c
     join cycle y on y.id = c.cycle_id
     join cycle b on b.plan_id = y.plan_id and b.fiscal_year <= y.fiscal_year
     join card k on k.cycle_id = b.id and k.code = c.code
    where c.id = ?
    order by b.fiscal_year`,
  [cardId],
);
