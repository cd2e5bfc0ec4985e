import type { Comment } from '@furikaeri/contracts';
import type { CommentEntity } from './comment.entity.ts';

export const presentComment = (comment: CommentEntity): Comment => ({
  id: comment.id as Comment['id'],
  cardId: comment.cardId as Comment['cardId'],
  submissionId: (comment.submissionId ?? null) as Comment['submissionId'],
  author: comment.author,
  text: comment.text,
  mentions: comment.mentions,
  createdAt: comment.createdAt.toISOString(),
  editedAt: comment.editedAt?.toISOString() ?? null,
  removedAt: comment.removedAt?.toISOString() ?? null,
  version: comment.version,
});
