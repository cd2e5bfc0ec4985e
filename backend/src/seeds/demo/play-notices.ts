import type { Doer } from '@furikaeri/contracts';
import { answersPeople, approversOf, calledBy } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CardEntity } from '../../features/cards/index.ts';
import { CommentEntity } from '../../features/comments/comment.entity.ts';
import { type NoticeDraft, notify, onAnswer, onCard } from '../../features/notifications/index.ts';
import { SubmissionEntity } from '../../features/submissions/index.ts';
import { newId } from '../../platform/commands/new-id.ts';
import type { DemoCast } from './cast.ts';
import { inTokyo } from './days.ts';

interface Told { at: Date; by: Doer; draft: NoticeDraft }

/** A row whose approval is told; of the others it would be the same over and over. */
const APPROVED = '3-(1)-16c';

/** What was told before the first start, as the scene stands, so that the お知らせ are not empty; and somebody who will be away. */
export async function playNotices(em: EntityManager, cast: DemoCast, cards: readonly CardEntity[], { day, today }: { day: (n: number) => string; today: string }): Promise<void> {
  const told = [...await ofAnswers(em, cast, cards, day), ...await ofComments(em, cast, cards)].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, by, draft } of told) await notify(em, { actor: { personId: by.personId, doer: by }, now: at, today }, [draft]);
  // Nothing is mailed of what is past.
  await em.execute(`update notification set channel = 'app'`);
  const away = cast.doer('nishi-approver').personId;
  await em.execute('insert into absence (id, person_id, from_day, to_day, note, created_at) values (?, ?, ?, ?, ?, ?)', [newId(), away, day(3), day(4), '出張', inTokyo(day(-1), '09:10')]);
}

async function ofAnswers(em: EntityManager, cast: DemoCast, cards: readonly CardEntity[], day: (n: number) => string): Promise<Told[]> {
  const answers = await em.find(SubmissionEntity, { cardId: { $in: cards.map(({ id }) => id) } }, { orderBy: { id: 'asc' } });
  return answers.flatMap((answer): Told[] => {
    const card = cards.find(({ id }) => id === answer.cardId);
    if (card === undefined) return [];
    const { openReturn, state, extension } = answer;
    const to = [answersPeople(answer)];
    if (openReturn != null) {
      const { by, at, deadline, reason, fields } = openReturn;
      return [{ at: new Date(at), by, draft: { kind: 'returned', ...onAnswer(card, answer, { deadline, reason }), field: fields[0] ?? null, to } }];
    }
    if (state === 'checking') return [{ at: inTokyo(day(-2), '16:45'), by: cast.doer(`${cast.wardKey(answer.organisationId)}-staff`), draft: { kind: 'check_requested', ...onAnswer(card, answer), to: [approversOf(answer)] } }];
    if (extension != null) return [{ at: inTokyo(day(-2), '15:40'), by: cast.doer('jimukyoku'), draft: { kind: 'extension_decided', ...onAnswer(card, answer, { granted: 'yes', until: extension }), to } }];
    if (card.code === APPROVED && card.approval != null) return [{ at: new Date(card.approval.at), by: card.approval.by, draft: { kind: 'approved', ...onAnswer(card, answer), to } }];
    return [];
  });
}

async function ofComments(em: EntityManager, cast: DemoCast, cards: readonly CardEntity[]): Promise<Told[]> {
  const comments = await em.find(CommentEntity, { cardId: { $in: cards.map(({ id }) => id) }, submissionId: null }, { orderBy: { createdAt: 'asc' } });
  return comments.flatMap(({ id, cardId, author, createdAt, mentions }) => mentions.flatMap((mention): Told[] => {
    const card = cards.find((one) => one.id === cardId);
    if (card === undefined) return [];
    const post = cast.people.find((one) => one.id === mention.id)?.posts[0];
    const whom = mention.kind === 'person'
      ? { persons: [{ personId: mention.id, organisationId: post?.organisationId ?? null }] }
      : { to: [calledBy('secretariat', mention.id)] };
    return [{ at: createdAt, by: author, draft: { kind: 'mention', ...onCard(card, mention.kind === 'person' ? {} : { called: mention.name }), commentId: id, ...whom } }];
  }));
}
