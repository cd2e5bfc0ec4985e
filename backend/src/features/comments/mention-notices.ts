import type { Mention } from '@furikaeri/contracts';
import { calledBy } from '@furikaeri/model';
import type { ChangeDraft, UseCaseContext } from '../../platform/commands/use-case.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type NoticeDraft, notify, onAnswer, onCard } from '../notifications/index.ts';
import type { CommentEntity } from './comment.entity.ts';
import type { CommentPlace } from './load-subject.ts';
import { type Reader, readersOf } from './readers.ts';

/**
 * 呼びかけ: tells whom a comment calls, of an edited one those alone whom it did not call before. Each must stand in the text
 * as 「@name」, under their own name, and be able to read it there; what an edit leaves as it was is not asked again.
 */
export async function mentionNotices(context: UseCaseContext, place: CommentPlace, comment: CommentEntity, before: readonly Mention[] = []): Promise<ChangeDraft[]> {
  const { text, mentions } = comment;
  const written = mentions.filter((one) => !before.some((old) => isSame(old, one) && old.name === one.name));
  if (!mentions.every(({ name }) => text.includes(`@${name}`))) throw new ProblemError('comment/cannot-mention');
  if (written.length === 0) return [];
  const readers = await readersOf(context.em, place.subject, context.today);
  const { card, submission } = place;
  const tell = (facts: NoticeDraft['facts'], organisationId: string): Omit<NoticeDraft, 'to' | 'persons'> => ({
    kind: 'mention', commentId: comment.id, ...(submission === null ? onCard(card, facts) : onAnswer(card, submission, facts)),
    ...(submission !== null && submission.organisationId !== organisationId && { whose: submission.organisationId }),
  });
  const draftFor = (one: Mention): NoticeDraft => {
    if (one.kind === 'organisation') {
      const member = readers.find(({ organisationId, organisation, kind, role }) => organisationId === one.id && organisation === one.name && calledBy(kind, one.id).roles.includes(role));
      if (member === undefined) throw new ProblemError('comment/cannot-mention');
      return { ...tell({ called: one.name }, one.id), to: [calledBy(member.kind, one.id)] };
    }
    const own = readers.filter(({ personId, name }) => personId === one.id && name === one.name);
    const through = own.find(({ organisationId }) => organisationId === submission?.organisationId) ?? own[0];
    if (through === undefined) throw new ProblemError('comment/cannot-mention');
    return { ...tell({}, through.organisationId), persons: [through, ...deputiesOf(own, readers)].map(({ personId, organisationId }) => ({ personId, organisationId })) };
  };
  const drafts = written.map((one) => ({ one, draft: draftFor(one) })).filter(({ one }) => !before.some((old) => isSame(old, one))).map(({ draft }) => draft);
  // Who is called by name and as one of a 区 hears that it was by name.
  return notify(context.em, context, drafts.sort((a, b) => Number(a.persons === undefined) - Number(b.persons === undefined)));
}

/** Who stands in today for one of these posts: they hear what its holder hears. */
const deputiesOf = (posts: readonly Reader[], readers: readonly Reader[]): Reader[] =>
  readers.filter(({ deputyOf }) => deputyOf !== null && posts.some(({ postId }) => postId === deputyOf));

const isSame = (a: Mention, b: Mention): boolean => a.kind === b.kind && a.id === b.id;
