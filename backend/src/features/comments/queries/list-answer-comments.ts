import { listAnswerComments as contract, type Comment } from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { CardEntity, cardFacts } from '../../cards/index.ts';
import { CycleEntity } from '../../cycles/index.ts';
import { SubmissionEntity, submissionFacts } from '../../submissions/index.ts';
import { CommentEntity } from '../comment.entity.ts';
import { presentComment } from '../comment.presenter.ts';

/** The conversation on one answer, for its organisation, the card's 部会長 and 局, and 事務局. */
export const listAnswerComments = (em: EntityManager, actor: SignedIn, raw: unknown): Promise<{ comments: Comment[] }> => readSnapshot(em, async (at) => {
  const { submissionId } = parseInput(contract.input, raw);
  const submission = await at.findOne(SubmissionEntity, { id: submissionId });
  if (submission === null) throw new ProblemError('submission/not-found');
  const card = await at.findOneOrFail(CardEntity, { id: submission.cardId });
  const cycle = await at.findOneOrFail(CycleEntity, { id: card.cycleId });
  orForbid(whyNot(actor, 'comment.read', { card: cardFacts(card, cycle), submission: submissionFacts(submission, cycle) }));
  const comments = await at.find(CommentEntity, { submissionId }, { orderBy: { createdAt: 'asc', id: 'asc' } });
  return { comments: comments.map(presentComment) };
});
