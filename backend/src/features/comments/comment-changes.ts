import type { ChangeDraft } from '../../platform/commands/use-case.ts';
import { changeOfCard } from '../submissions/index.ts';
import type { CommentEntity } from './comment.entity.ts';
import { presentComment } from './comment.presenter.ts';
import type { CommentPlace } from './load-subject.ts';

/** The comment to those who may read it, and the tile with its counter where the counter moved. */
export const changesOfComment = ({ card, submission, streams }: CommentPlace, comment: CommentEntity, hasCounted = true): ChangeDraft[] => [
  { streams, payload: { type: 'comment.changed', comment: presentComment(comment) } },
  ...(submission === null && hasCounted ? [changeOfCard(card, null)] : []),
];
