import type { CardFacts, SubmissionFacts } from '@furikaeri/model';
import { streamName, whyNot } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type CardEntity, cardFacts, lockCard, narrowStreams } from '../cards/index.ts';
import { ownStream, SubmissionEntity, submissionFacts } from '../submissions/index.ts';
import { CommentEntity } from './comment.entity.ts';
import { presentComment } from './comment.presenter.ts';

export interface CommentPlace {
  card: CardEntity;
  submission: SubmissionEntity | null;
  subject: { card: CardFacts; submission: SubmissionFacts | null };
  /** Everybody for a card's comment; for one on an answer its organisation, 部会長, 局 and 事務局. */
  streams: string[];
}

/** Where a comment hangs, under the card's lock, which the counter on the card needs. */
export async function loadPlace(em: EntityManager, cardId: string, submissionId: string | null): Promise<CommentPlace> {
  const { card, cycle } = await lockCard(em, cardId);
  if (submissionId === null) {
    return { card, submission: null, subject: { card: cardFacts(card, cycle), submission: null }, streams: [streamName({ kind: 'cycle', cycleId: card.cycleId })] };
  }
  const submission = await em.findOne(SubmissionEntity, { id: submissionId, cardId });
  if (submission === null) throw new ProblemError('submission/not-found');
  return {
    card, submission,
    subject: { card: cardFacts(card, cycle), submission: submissionFacts(submission, cycle) },
    streams: [...narrowStreams(card), ownStream(submission.organisationId)],
  };
}

/** One's own comment at the version that was looked at; a comment one may not read does not exist. */
export async function loadOwnComment(em: EntityManager, actor: SignedIn, commentId: string, expectedVersion: number) {
  const found = await em.execute<{ card_id: string; submission_id: string | null }[]>('select card_id, submission_id from comment where id = ?', [commentId]);
  const [where] = found;
  if (where === undefined) throw new ProblemError('comment/not-found');
  const place = await loadPlace(em, where.card_id, where.submission_id);
  const comment = await em.findOne(CommentEntity, { id: commentId });
  const isHidden = whyNot(actor, 'comment.read', place.subject) !== null;
  if (comment === null || isHidden) throw new ProblemError('comment/not-found');
  if (comment.authorPersonId !== actor.personId) throw new ProblemError('comment/not-yours');
  if (comment.removedAt != null || comment.version !== expectedVersion) {
    throw new ProblemError('comment/changed-meanwhile', { current: presentComment(comment) });
  }
  return { ...place, comment };
}

/** The log line of a comment; one on an answer is told by its answer, so that the history can hide it from others. */
export const logPlace = ({ card, submission }: CommentPlace) => ({
  cycleId: card.cycleId, cardId: card.id,
  ...(submission !== null && { submissionId: submission.id, organisationId: submission.organisationId }),
});
