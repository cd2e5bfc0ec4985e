import * as z from 'zod';
import { AnswerSummary, OwnAnswer } from '../wire/answer.ts';
import { BureauFigure, CardMove, CardTextView, CardTile, TextQuotes } from '../wire/card.ts';
import { Comment } from '../wire/comment.ts';
import { Cycle } from '../wire/cycle.ts';
import { Notice } from '../wire/notice.ts';

/** What a change says, told apart by `type`. Each holds the whole new object, so applying it equals refetching it. */
export const ChangePayload = z.discriminatedUnion('type', [
  /** cycle:ID */
  z.object({ type: z.literal('card.changed'), card: CardTile, move: CardMove.nullable() }),
  /** cycle:ID */
  z.object({ type: z.literal('text.changed'), cardId: z.uuid(), text: CardTextView }),
  /** cycle:ID for a card's comment; the narrower streams for a comment on an answer */
  z.object({ type: z.literal('comment.changed'), comment: Comment }),
  /** cycle:ID */
  z.object({ type: z.literal('cycle.changed'), cycle: Cycle }),
  /** cycle:ID:office, cycle:ID:committee:ID, cycle:ID:bureau:ID */
  z.object({ type: z.literal('answer.changed'), answer: AnswerSummary, strip: z.string() }),
  /** an asked organisation was taken out of a card; same streams, and ward:ID */
  z.object({ type: z.literal('answer.removed'), cardId: z.uuid(), submissionId: z.uuid(), organisationId: z.uuid(), strip: z.string() }),
  /** where the sentences of a text came from; the narrower streams only */
  z.object({ type: z.literal('quotes.changed'), cardId: z.uuid(), version: z.int(), quotes: TextQuotes }),
  /** cycle:ID */
  z.object({ type: z.literal('bureau-figure.changed'), figure: BureauFigure, removed: z.boolean() }),
  /** an acknowledgement was written or taken back; the narrower streams of its cards */
  z.object({ type: z.literal('lint.changed'), cycleId: z.uuid(), key: z.string() }),
  /** ward:ID (also used for a 局's or the 事務局's own answers) */
  z.object({ type: z.literal('own-answer.changed'), answer: OwnAnswer }),
  /** 閉庁日 changed, and with them perhaps deadlines; cycle:ID of every open cycle */
  z.object({ type: z.literal('calendar.changed') }),
  /** person:ID, with how many are unread now */
  z.object({ type: z.literal('notice.added'), notice: Notice, unread: z.int() }),
  /** person:ID; `ids` null for all there were until `at` */
  z.object({ type: z.literal('notices.marked'), ids: z.array(z.uuid()).nullable(), read: z.boolean(), at: z.iso.datetime({ offset: true }), unread: z.int() }),
]);
export type ChangePayload = z.infer<typeof ChangePayload>;

export const Change = z.object({
  stream: z.string(),
  seq: z.int().min(1),
  commandId: z.uuid().nullable(),
  at: z.iso.datetime({ offset: true }),
  payload: ChangePayload,
});
export type Change = z.infer<typeof Change>;
