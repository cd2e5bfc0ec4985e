import * as z from 'zod';
import { CardId, CommentId, SubmissionId } from '../ids.ts';
import { Doer, Instant, Version } from './basics.ts';
import { Mention } from './notice.ts';

export const Comment = z.object({
  id: CommentId,
  cardId: CardId,
  /** Set when the comment belongs to one answer; then only its ward, 部会長, 局 and 事務局 read it. */
  submissionId: SubmissionId.nullable(),
  author: Doer,
  /** Empty after 削除. */
  text: z.string(),
  mentions: z.array(Mention),
  createdAt: Instant,
  editedAt: Instant.nullable(),
  removedAt: Instant.nullable(),
  version: Version,
});
export type Comment = z.infer<typeof Comment>;
