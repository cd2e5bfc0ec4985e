import type { Comment } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CommentEntity } from '../comment.entity.ts';
import { presentComment } from '../comment.presenter.ts';

/** The conversation of a card, which all who see the card read. Those on single answers are not among them. */
export async function commentsOnCard(em: EntityManager, cardId: string): Promise<Comment[]> {
  const comments = await em.find(CommentEntity, { cardId, submissionId: null }, { orderBy: { createdAt: 'asc', id: 'asc' } });
  return comments.map(presentComment);
}
