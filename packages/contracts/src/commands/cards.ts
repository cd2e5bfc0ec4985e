import { CARD_TEXTS, PROGRESSES } from '@furikaeri/model';
import * as z from 'zod';
import { command } from '../define.ts';
import { CardId, CommandId, OrganisationId } from '../ids.ts';
import { LongText, Reason, Version } from '../wire/basics.ts';
import { CardTextView, CardTile, Quote } from '../wire/card.ts';

const one = { commandId: CommandId, cardId: CardId, expectedVersion: Version };
/** Given by 事務局 when it acts for an absent 部会長 (代行). */
const acting = { actingReason: Reason.optional() };
const reviewing = ['card/not-found', 'card/not-yours', 'card/frozen', 'card/reference', 'card/wrong-stage', 'card/already-reviewed', 'card/changed-meanwhile', 'cycle/not-open-for-review', 'permission/stand-in-reason-required'] as const;

export const startReview = command({
  name: 'card.start-review', path: '/api/cards/:cardId/start-review', summary: '審査を始める',
  input: z.object({ ...one, ...acting }), output: CardTile, problems: [...reviewing, 'card/wards-still-answering'],
});
export const approveCard = command({
  name: 'card.approve', path: '/api/cards/:cardId/approve', summary: '部会承認（決裁ではありません）',
  input: z.object({ ...one, ...acting, reason: Reason.optional() }), output: CardTile,
  problems: [...reviewing, 'card/texts-missing', 'card/progress-undecided', 'card/reason-required'],
});
export const reopenCard = command({
  name: 'card.reopen', path: '/api/cards/:cardId/reopen', summary: '審査を再開する',
  input: z.object({ ...one, ...acting, reason: Reason }), output: CardTile, problems: [...reviewing, 'card/reason-required'],
});
/** 実施状況を判断する; the same value again is 「このままとする」. */
export const judgeCard = command({
  name: 'card.judge', path: '/api/cards/:cardId/judge', summary: '実施状況を判断する',
  input: z.object({ ...one, ...acting, progress: z.enum(PROGRESSES).exclude(['completed_earlier']), reason: Reason.optional() }), output: CardTile,
  problems: [...reviewing, 'card/reason-required'],
});
export const writeCardText = command({
  name: 'card.write-text', method: 'PUT', path: '/api/cards/:cardId/texts/:field', summary: '全市の文を書く',
  input: z.object({ commandId: CommandId, cardId: CardId, field: z.enum(CARD_TEXTS), expectedVersion: Version, text: LongText, /** Sources of marks that are new in the text; those stored need not be said again, those without a mark are dropped. */ quotes: z.array(Quote).max(200).optional() }),
  output: CardTextView,
  problems: ['card/not-found', 'card/not-yours', 'card/frozen', 'card/reference', 'card/wrong-stage', 'card/already-reviewed', 'card/changed-meanwhile', 'cycle/not-open-for-review', 'card/quote-not-found'],
});
/** 担当と照会先, for one or many rows at once. An absent key leaves that part as it is. */
export const assignCards = command({
  name: 'card.assign', path: '/api/cycles/:cycleId/assignments', summary: '担当と照会先を決める',
  input: z.object({
    commandId: CommandId, cycleId: z.uuid(),
    cards: z.array(z.object({ id: CardId, expectedVersion: Version })).min(1).max(500),
    committeeId: OrganisationId.nullable().optional(),
    bureauId: OrganisationId.nullable().optional(),
    /** Asked wards; an empty list asks the 局 (else 事務局). */
    wardIds: z.array(OrganisationId).max(200).optional(),
    /** Confirms that wards which already wrote something may be taken out. */
    removeAnswered: z.boolean().default(false),
  }),
  output: z.object({ cards: z.array(CardTile) }),
  problems: ['permission/denied', 'card/not-found', 'card/frozen', 'card/reference', 'card/asked-locked', 'card/asked-has-content', 'card/changed-meanwhile', 'organisation/not-found', 'cycle/not-open-for-review'],
});
