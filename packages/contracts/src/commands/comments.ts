import * as z from 'zod';
import { command } from '../define.ts';
import { CardId, CommandId, CommentId, SubmissionId } from '../ids.ts';
import { Version } from '../wire/basics.ts';
import { Comment } from '../wire/comment.ts';
import { Mention } from '../wire/notice.ts';

const text = z.string().trim().min(1).max(4000);
/** Those called by 「@name」 in the text; each has to be able to read the comment. */
const mentions = z.array(Mention).max(20).default([]);

export const addComment = command({
  name: 'comment.add', path: '/api/cards/:cardId/comments', summary: 'コメントを書く',
  input: z.object({ commandId: CommandId, cardId: CardId, submissionId: SubmissionId.nullable().default(null), text, mentions }),
  output: Comment, problems: ['card/not-found', 'submission/not-found', 'comment/not-allowed', 'comment/cannot-mention'],
});
export const editComment = command({
  name: 'comment.edit', method: 'PUT', path: '/api/comments/:commentId', summary: 'コメントを直す',
  input: z.object({ commandId: CommandId, commentId: CommentId, expectedVersion: Version, text, mentions }),
  output: Comment, problems: ['comment/not-found', 'comment/not-yours', 'comment/changed-meanwhile', 'comment/cannot-mention'],
});
export const removeComment = command({
  name: 'comment.remove', method: 'DELETE', path: '/api/comments/:commentId', summary: 'コメントを消す',
  input: z.object({ commandId: CommandId, commentId: CommentId, expectedVersion: Version }),
  output: Comment, problems: ['comment/not-found', 'comment/not-yours', 'comment/changed-meanwhile'],
});
