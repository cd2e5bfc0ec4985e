import type { NoticeKind } from './kinds.ts';
import type { Landing, LandingTo } from './landing.ts';
import type { NoticeFacts } from './sentence.ts';

/** What a notice says of its place. Wire objects and rows contain these fields structurally. */
export interface NoticePlace {
  kind: NoticeKind;
  cycleId: string | null;
  cardId: string | null;
  submissionId: string | null;
  commentId: string | null;
  organisationId: string | null;
  field: string | null;
  facts: NoticeFacts;
}

/**
 * Where a notice leads. `facts.organisation` names whose answer it is to those who look at it from outside: they go to the
 * card and see that answer there, and the talk about it where a comment is what the notice is about. A wish for more time leads to where it is decided. Its own people need no name and go to their form.
 */
export function noticeLanding({ kind, cycleId, cardId, submissionId, commentId, organisationId, field, facts }: NoticePlace): Landing {
  const comment = commentId === null ? null : `comment:${commentId}`;
  const at = (to: LandingTo, shown: string | null = comment ?? field): Landing => ({ cycleId, organisationId, to, field: shown });
  if (kind === 'extension_asked' && submissionId !== null) return at('progress', `answer:${submissionId}`);
  if (submissionId !== null && facts['organisation'] === undefined) return at(`answer:${submissionId}`);
  if (cardId !== null) return at(`card:${cardId}`, submissionId === null ? comment ?? field : `${comment === null ? 'answer' : 'talk'}:${submissionId}`);
  return at(WITHOUT_CARD[kind]?.(facts) ?? 'home');
}

const WITHOUT_CARD: Readonly<Partial<Record<NoticeKind, (facts: NoticeFacts) => LandingTo>>> = {
  deadline_changed: ({ what }) => (what === 'review' ? 'board' : what === 'check' ? 'progress' : 'answers'),
  reminder: ({ what }) => (what === 'review' ? 'board' : what === 'call' || what === 'waiting' ? 'progress' : 'answers'),
};
