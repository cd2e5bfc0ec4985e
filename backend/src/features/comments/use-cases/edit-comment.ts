import * as contracts from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { presentComment } from '../comment.presenter.ts';
import { mentionNotices } from '../mention-notices.ts';
import { changesOfComment } from '../comment-changes.ts';
import { loadOwnComment, logPlace } from '../load-subject.ts';

/** コメントを直す: one's own. */
export const editComment = useCase(contracts.editComment, async (context, input) => {
  const { em, actor, now } = context;
  const { comment, ...place } = await loadOwnComment(em, actor, input.commentId, input.expectedVersion);
  const [before, called] = [comment.text, comment.mentions];
  comment.text = input.text;
  comment.mentions = input.mentions;
  comment.editedAt = now;
  comment.version += 1;
  const told = await mentionNotices(context, place, comment, called);
  return {
    output: presentComment(comment),
    changes: [...changesOfComment(place, comment, false), ...told],
    log: { ...logPlace(place), before: { commentId: comment.id, text: before }, after: { commentId: comment.id, text: comment.text } },
  };
});
