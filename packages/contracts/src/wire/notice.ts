import { NOTICE_CHANNELS, NOTICE_KINDS } from '@furikaeri/model';
import * as z from 'zod';
import { AbsenceId, CardId, CommentId, CycleId, NoticeId, OrganisationId, PersonId, SubmissionId } from '../ids.ts';
import { Day, Doer, Instant } from './basics.ts';

export const NoticeKind = z.enum(NOTICE_KINDS);
export const NoticeChannel = z.enum(NOTICE_CHANNELS);

/** One line of the お知らせ: what happened, and the place where one can do something about it. */
export const Notice = z.object({
  id: NoticeId, kind: NoticeKind, at: Instant, readAt: Instant.nullable(), by: Doer.nullable(),
  cycleId: CycleId.nullable(), cardId: CardId.nullable(), submissionId: SubmissionId.nullable(), commentId: CommentId.nullable(),
  /** Whose post it is meant for: opening the notice acts through that post. */
  organisationId: OrganisationId.nullable(),
  /** The very field, of an answer or of the city-wide texts. */
  field: z.string().nullable(),
  /** Short facts that the sentence is made of: { code, title, deadline, reason … } */
  facts: z.record(z.string(), z.string()),
});
export type Notice = z.infer<typeof Notice>;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const NoticeSettings = z.object({
  language: z.enum(['ja', 'en']),
  /** null: mail at any time */
  quiet: z.object({ from: clockTime, to: clockTime, closedDays: z.boolean() }).nullable(),
  channels: z.record(NoticeKind, NoticeChannel),
});
export type NoticeSettings = z.infer<typeof NoticeSettings>;

/** 不在: no mail goes to this person on these days; the first one after it has what is still open. */
export const AbsenceView = z.object({ id: AbsenceId, from: Day, to: Day, note: z.string() });
export type AbsenceView = z.infer<typeof AbsenceView>;

/** Somebody a comment calls: a person, or everybody of a 区, 部会, 局 or the 事務局. The text holds 「@name」. */
export const Mention = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: PersonId, name: z.string().max(100) }),
  z.object({ kind: z.literal('organisation'), id: OrganisationId, name: z.string().max(100) }),
]);
export type Mention = z.infer<typeof Mention>;
