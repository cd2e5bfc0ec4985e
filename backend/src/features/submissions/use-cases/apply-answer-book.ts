import * as contracts from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { presentOwnAnswer } from '../submission.presenter.ts';
import { writeDraft } from '../write-draft.ts';

/**
 * 回答ファイルの内容を反映する: each answer as 下書きを書く would, all of them or none. Locks are taken in the order of the cards'
 * ids, as whoever takes several does. A stale one is refused with the answer as it now stands and the rows in question.
 */
export const applyAnswerBook = useCase(contracts.applyAnswerBook, async (context, { cycleId, items }) => {
  const ids = items.map(({ submissionId }) => submissionId);
  const found = await context.em.execute<{ id: string; code: string; title: string }[]>(
    `select s.id, c.code, c.title from submission s join card c on c.id = s.card_id
      where s.id in (${ids.map(() => '?').join(', ')}) and c.cycle_id = ? order by c.id, s.id`,
    [...ids, cycleId],
  );
  if (found.length !== ids.length) throw new ProblemError('submission/not-found');
  const byId = new Map(items.map((item) => [item.submissionId as string, item]));
  const written: Awaited<ReturnType<typeof writeDraft>>[] = [];
  const stale: { problem: ProblemError; code: string; title: string }[] = [];
  for (const { id, code, title } of found) {
    const item = byId.get(id);
    if (item === undefined) throw new ProblemError('submission/not-found');
    try {
      written.push(await writeDraft(context, item));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'submission/changed-meanwhile') throw error;
      stale.push({ problem: error, code, title });
    }
  }
  const [first] = stale;
  if (first !== undefined) {
    throw new ProblemError('submission/changed-meanwhile', { current: first.problem.more.current, list: stale.map(({ code, title }) => ({ code, title })) });
  }
  const organisationId = context.actor.organisationId;
  return {
    output: { answers: written.map(({ step: { submission, cycle } }) => presentOwnAnswer(submission, cycle)) },
    changes: written.flatMap(({ changes }) => changes),
    log: {
      cycleId, organisationId, privateTo: organisationId,
      before: { answers: written.map(({ step, replaced }) => ({ cardId: step.card.id, state: step.before.state, content: replaced })) },
      after: {
        cardIds: written.map(({ step }) => step.card.id),
        answers: written.map(({ step: { card, submission } }) => ({ cardId: card.id, state: submission.state, content: submission.draft })),
      },
    },
  };
});
