import { ANSWER_FIELDS, ANSWERS, CERTAINTIES, INDICATOR_KINDS, ORGANISATION_KINDS, SUBMISSION_STATES, TARGET_OPERATORS } from '@furikaeri/model';
import * as z from 'zod';
import { CardId, OrganisationId, SubmissionId } from '../ids.ts';
import { Day, Decimal, Doer, Instant, Version } from './basics.ts';

/** A file that backs an answer. Its bytes are asked for by id, by those who may read the version it stands in. */
export const AttachmentRef = z.object({ id: z.uuid(), name: z.string().min(1).max(200), type: z.string().max(100), bytes: z.int() });
export type AttachmentRef = z.infer<typeof AttachmentRef>;

export const WardValue = z.object({ organisationId: z.uuid(), baseline: Decimal.nullable(), value: Decimal.nullable(), on: Day.nullable() });
export type WardValue = z.infer<typeof WardValue>;

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
  /** Named parts of a figure (PARTITION, COUNT_EVENTS). */
  parts: z.array(z.object({ name: z.string().max(100), value: Decimal.nullable() })).max(30),
  /** What a 局 says of each ward instead of asking it. */
  byWard: z.array(WardValue).max(200),
  /** 時点 */
  asOf: Day.nullable(),
  certainty: z.enum(CERTAINTIES),
  /** 出典 */
  source: z.string().max(500),
  attachments: z.array(AttachmentRef).max(10),
  /** Texts that stand as they were copied from last year's answer. */
  copied: z.array(z.enum(ANSWER_FIELDS)),
});
export type AnswerContent = z.infer<typeof AnswerContent>;

/** What a person decided against when two had written into one field, as they read it then. */
export const NotChosen = z.object({ field: z.enum(ANSWER_FIELDS), text: z.string().max(10_000) });
export type NotChosen = z.infer<typeof NotChosen>;

/** A ward's wish for more time, as long as the 事務局 has not decided. */
export const ExtensionRequest = z.object({ until: Day, reason: z.string(), by: Doer, at: Instant });
export type ExtensionRequest = z.infer<typeof ExtensionRequest>;
/** What the 事務局 said to the last wish. */
export const ExtensionDecision = z.object({ granted: z.boolean(), until: Day.nullable(), reason: z.string(), by: Doer, at: Instant });
/** 委任: which 課 of the ward writes this answer, and a word to it. */
export const Delegation = z.object({ section: z.string(), note: z.string(), by: Doer, at: Instant });
export type Delegation = z.infer<typeof Delegation>;

/** What an indicator is measured by, as everybody may read it. */
export const IndicatorView = z.object({
  kind: z.enum(INDICATOR_KINDS),
  unit: z.string(),
  question: z.string(),
  name: z.string(),
  direction: z.enum(['up', 'down']).nullable(),
  baseline: z.object({ fiscalYear: z.int(), value: Decimal }).nullable(),
  target: z.object({ fiscalYear: z.int().nullable(), value: Decimal, operator: z.enum(TARGET_OPERATORS) }).nullable(),
  /** PER_WARD: what each ward has to gain, and the labels of its two columns. */
  threshold: Decimal.nullable(),
  columns: z.tuple([z.string(), z.string()]).nullable(),
  parts: z.array(z.string()),
  denominator: Decimal.nullable(),
  note: z.string(),
  printed: z.string().nullable(),
  /** Why there is no figure, in a sentence; null where there is one. */
  withoutFigure: z.string().nullable(),
  until: Day.nullable(),
});
export type IndicatorView = z.infer<typeof IndicatorView>;

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
  /** The one that would hold without the extension; an extension may be moved to any later day. */
  unextendedDeadline: Day,
  extended: z.boolean(),
  /** Was handed in after its effective deadline (期限後). */
  submittedLate: z.boolean(),
  submittedAt: Instant.nullable(),
  openReturn: OpenReturn.nullable(),
  waivedReason: z.string().nullable(),
  extensionRequest: ExtensionRequest.nullable(),
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
  extensionDecision: ExtensionDecision.nullable(),
  delegation: Delegation.nullable(),
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
  indicator: IndicatorView,
  indicatorKind: z.enum(INDICATOR_KINDS),
  unit: z.string(),
  columns: z.tuple([z.string(), z.string()]).nullable(),
  measures: z.string(),
});
/** The same organisation's answer of the year before, as it was handed in. */
export const PreviousAnswer = z.object({ fiscalYear: z.int(), content: AnswerContent, by: Doer.nullable() });
export type PreviousAnswer = z.infer<typeof PreviousAnswer>;
export type Question = z.infer<typeof Question>;
