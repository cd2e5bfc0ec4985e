import * as contracts from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import { newId } from '../../../platform/commands/new-id.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { CommentEntity } from '../comment.entity.ts';
import { presentComment } from '../comment.presenter.ts';
import { mentionNotices } from '../mention-notices.ts';
import { changesOfComment } from '../comment-changes.ts';
import { loadPlace, logPlace } from '../load-subject.ts';

/** コメントを書く, on a card for all who see it, or on one answer for those who see that. */
export const addComment = useCase(contracts.addComment, async (context, input) => {
  const { em, actor, now } = context;
  const place = await loadPlace(em, input.cardId, input.submissionId);
  if (whyNot(actor, 'comment.write', place.subject) !== null) throw new ProblemError('comment/not-allowed');
  const comment = em.create(CommentEntity, {
    id: newId(), cardId: input.cardId, submissionId: input.submissionId, author: actor.doer, authorPersonId: actor.personId,
    text: input.text, mentions: input.mentions, createdAt: now, editedAt: null, removedAt: null, version: 1,
  });
  // The counter on the tile counts what everybody may see.
  if (place.submission === null) place.card.comments += 1;
  const told = await mentionNotices(context, place, comment);
  return {
    output: presentComment(comment),
    changes: [...changesOfComment(place, comment), ...told],
    log: { ...logPlace(place), after: { commentId: comment.id, text: comment.text } },
  };
});
