import { listMySubmissions as contract, type MySubmissions, type PreviousAnswer, type Question } from '@furikaeri/contracts';
import { answersFor, type Indicator, scopeOf } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { CardEntity, presentIndicator } from '../../cards/index.ts';
import { CycleEntity, SectionEntity } from '../../cycles/index.ts';
import { previousCards } from '../previous-cards.ts';
import { readSeqs } from '../read-seqs.ts';
import { SubmissionEntity } from '../submission.entity.ts';
import { submissionFacts } from '../submission.facts.ts';
import { handedIn, presentOwnAnswer } from '../submission.presenter.ts';


/** 自分の所属の回答, in the order of the sheet. The organisation of the post in use is the scope, and there is no other. */
export const listMySubmissions = (em: EntityManager, actor: SignedIn, raw: unknown): Promise<MySubmissions> => readSnapshot(em, async (at) => {
  const { cycleId } = parseInput(contract.input, raw);
  if (scopeOf(actor).own === null) throw new ProblemError('permission/denied');
  const cycle = await at.findOne(CycleEntity, { id: cycleId });
  if (cycle === null) throw new ProblemError('cycle/not-found');
  const ids = await at.execute<{ id: string; live: boolean }[]>(
    `select c.id, s.id is not null as live from card c left join submission s on s.card_id = c.id and s.organisation_id = ? where c.cycle_id = ?`,
    [actor.organisationId, cycleId],
  );
  const asked = ids.filter(({ live }) => live).map(({ id }) => id);
  const cards = await at.find(CardEntity, { id: asked }, { orderBy: { sort: 'asc' } });
  const submissions = await at.find(SubmissionEntity, { cardId: asked, organisationId: actor.organisationId });
  const previous = await previousOf(at, asked, actor.organisationId);
  const byCard = new Map(submissions.map((submission) => [submission.cardId, submission]));
  const titles = new Map((await at.find(SectionEntity, { cycleId })).map(({ number, title }) => [number, title]));
  return {
    items: cards.flatMap((card) => {
      const submission = byCard.get(card.id);
      // A 閲覧者 may sit in a ward's office and still not answer for it.
      if (submission === undefined || card.stage == null || !answersFor(actor, submissionFacts(submission, cycle))) return [];
      return [{
        answer: presentOwnAnswer(submission, cycle), question: questionOf(card, titles.get(card.sectionNumber) ?? ''),
        stage: card.stage, asks: card.asks, reopenedLate: card.reopenedLate, previous: previous.get(card.id) ?? null,
      }];
    }),
    notAsked: ids.length - asked.length,
    seqs: await readSeqs(at, actor, cycleId),
  };
});

/** What this organisation handed in on the same rows a year ago, by the ids of this year's cards. */
async function previousOf(em: EntityManager, cardIds: readonly string[], organisationId: string): Promise<Map<string, PreviousAnswer>> {
  const rows = await previousCards(em, cardIds);
  const answers = await em.find(SubmissionEntity, { cardId: [...rows.values()].map(({ cardId }) => cardId), organisationId });
  const byCard = new Map(answers.map((answer) => [answer.cardId, answer]));
  return new Map([...rows].flatMap(([id, { cardId, fiscalYear }]) => {
    const answer = byCard.get(cardId);
    const content = answer === undefined ? null : handedIn(answer);
    return content === null ? [] : [[id, { fiscalYear, content, by: answer?.submittedBy ?? null }]];
  }));
}

const TEXT_ONLY: Indicator = { kind: 'text_only', unit: '', question: '', denominator: null, note: '', threshold: null, columns: null, printed: null };

const questionOf = (card: CardEntity, sectionTitle: string): Question => ({
  cardId: card.id as Question['cardId'],
  code: card.code,
  title: card.title,
  initiative: card.initiative,
  sectionTitle,
  question: card.indicator?.question ?? '',
  indicator: presentIndicator(card.indicator ?? TEXT_ONLY),
  indicatorKind: card.indicator?.kind ?? 'text_only',
  unit: card.indicator?.unit ?? '',
  columns: card.indicator?.columns ?? null,
  measures: card.measures.text,
});
