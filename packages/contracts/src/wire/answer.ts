import { ANSWER_FIELDS, ANSWERS, INDICATOR_KINDS, ORGANISATION_KINDS, SUBMISSION_STATES } from '@furikaeri/model';
import * as z from 'zod';
import { CardId, OrganisationId, SubmissionId } from '../ids.ts';
import { Day, Decimal, Doer, Instant, Version } from './basics.ts';

export const AnswerContent = z.object({
  answer: z.enum(ANSWERS).nullable(),
  example: z.string().max(2000),
  issue: z.string().max(2000),
  reason: z.string().max(1000),
  expected: z.string().max(200),
  numerator: Decimal.nullable(),
  denominator: Decimal.nullable(),
  baseline: Decimal.nullable(),
  current: Decimal.nullable(),
});

export const OpenReturn = z.object({
  reason: z.string(),
  /** The fields in question; empty means the whole answer. */
  fields: z.array(z.enum(ANSWER_FIELDS)),
  deadline: Day,
  by: Doer,
  at: Instant,
});
export type OpenReturn = z.infer<typeof OpenReturn>;

/** One organisation's answer as the 部会長, the 局 and the 事務局 see it: state always, content from 提出済 on. */
export const AnswerSummary = z.object({
  id: SubmissionId,
  cardId: CardId,
  organisationId: OrganisationId,
  organisationKind: z.enum(ORGANISATION_KINDS),
  state: z.enum(SUBMISSION_STATES),
  /** The latest of group deadline, extension and 差戻し deadline. */
  deadline: Day,
  extended: z.boolean(),
  /** Was handed in after its effective deadline (期限後). */
  submittedLate: z.boolean(),
  submittedAt: Instant.nullable(),
  openReturn: OpenReturn.nullable(),
  waivedReason: z.string().nullable(),
  /** The last submitted version, null before the first 提出 and after 取下げ. */
  content: AnswerContent.nullable(),
  version: Version,
});
export type AnswerSummary = z.infer<typeof AnswerSummary>;

/** An answer as its own organisation sees it: what is being typed, and what the card asks. */
export const OwnAnswer = AnswerSummary.extend({
  draft: AnswerContent,
  /** 区内で差し戻した理由, until the next 確認を依頼 */
  sentBackReason: z.string().nullable(),
  editedBy: Doer.nullable(),
  editedAt: Instant.nullable(),
});
export type OwnAnswer = z.infer<typeof OwnAnswer>;

/** What an answer form needs to know of its card. */
export const Question = z.object({
  cardId: CardId,
  code: z.string(),
  title: z.string(),
  initiative: z.string(),
  sectionTitle: z.string(),
  question: z.string(),
  indicatorKind: z.enum(INDICATOR_KINDS),
  unit: z.string(),
  columns: z.tuple([z.string(), z.string()]).nullable(),
  measures: z.string(),
});
export type Question = z.infer<typeof Question>;
