import * as contracts from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { presentComment } from '../comment.presenter.ts';
import { changesOfComment } from '../comment-changes.ts';
import { loadOwnComment, logPlace } from '../load-subject.ts';

/** コメントを直す: one's own. */
export const editComment = useCase(contracts.editComment, async ({ em, actor, now }, input) => {
  const { comment, ...place } = await loadOwnComment(em, actor, input.commentId, input.expectedVersion);
  const before = comment.text;
  comment.text = input.text;
  comment.editedAt = now;
  comment.version += 1;
  return {
    output: presentComment(comment),
    changes: changesOfComment(place, comment, false),
    log: { ...logPlace(place), before: { commentId: comment.id, text: before }, after: { commentId: comment.id, text: comment.text } },
  };
});
