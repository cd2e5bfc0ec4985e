import * as contracts from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { withdrawNotices } from '../../notifications/index.ts';
import { presentComment } from '../comment.presenter.ts';
import { changesOfComment } from '../comment-changes.ts';
import { loadOwnComment, logPlace } from '../load-subject.ts';

/** コメントを消す: one's own. The place stays in the thread; only the log still has the words, and whom it called it calls no more. */
export const removeComment = useCase(contracts.removeComment, async (context, input) => {
  const { em, actor, now } = context;
  const { comment, ...place } = await loadOwnComment(em, actor, input.commentId, input.expectedVersion);
  const before = comment.text;
  comment.text = '';
  comment.mentions = [];
  comment.removedAt = now;
  comment.version += 1;
  if (place.submission === null) place.card.comments -= 1;
  return {
    output: presentComment(comment),
    changes: [...changesOfComment(place, comment), ...await withdrawNotices(em, context, comment.id)],
    log: { ...logPlace(place), before: { commentId: comment.id, text: before }, after: { commentId: comment.id } },
  };
});
