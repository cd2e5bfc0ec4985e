import { actionsFor, answersFor, scopeOf } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { CardEntity, cardFacts } from '../cards/index.ts';
import { CycleEntity } from '../cycles/index.ts';
import { SubmissionEntity, submissionFacts } from '../submissions/index.ts';

export interface OwnQuestion { card: CardEntity; submission: SubmissionEntity; mayEdit: boolean }
export interface OwnQuestions { cycle: CycleEntity; questions: OwnQuestion[] }

/** What is asked of the reader's own organisation, in the order of the sheet. There is no other scope. */
export async function ownQuestions(em: EntityManager, actor: SignedIn, cycleId: string): Promise<OwnQuestions> {
  if (scopeOf(actor).own === null) throw new ProblemError('permission/denied');
  const cycle = await em.findOne(CycleEntity, { id: cycleId });
  if (cycle === null) throw new ProblemError('cycle/not-found');
  const cards = await em.find(CardEntity, { cycleId, kind: 'live' }, { orderBy: { sort: 'asc' } });
  const submissions = await em.find(SubmissionEntity, { cardId: cards.map(({ id }) => id), organisationId: actor.organisationId });
  const byCard = new Map(submissions.map((submission) => [submission.cardId, submission]));
  const questions = cards.flatMap((card) => {
    const submission = byCard.get(card.id);
    if (submission === undefined) return [];
    const facts = submissionFacts(submission, cycle);
    if (!answersFor(actor, facts)) return [];
    return [{ card, submission, mayEdit: actionsFor(actor, cardFacts(card, cycle), facts).some(({ action, allowed }) => action === 'edit' && allowed) }];
  });
  return { cycle, questions };
}
