import { ANSWER_FIELDS, ASKED_KINDS, CARD_KINDS, CARD_TEXTS, CERTAINTIES, INDICATOR_KINDS, PROGRESSES, STAGES } from '@furikaeri/model';
import * as z from 'zod';
import { BureauFigureId, CardId, CycleId, OrganisationId, SubmissionId } from '../ids.ts';
import { AnswerContent } from './answer.ts';
import { Day, Decimal, Doer, Instant, Version } from './basics.ts';

/** The city-wide figure of a card, computed from the answers that count. */
export const Figure = z.object({
  kind: z.enum(INDICATOR_KINDS),
  /** null: no figure (nothing counted, 対象なし, or a text-only row) */
  value: Decimal.nullable(),
  denominator: Decimal.nullable(),
  unit: z.string(),
  note: z.string(),
  /** 様式の値: as the imported sheet printed it */
  printed: z.string().nullable(),
  asked: z.int(),
  /** Answers that are 提出済 or 確認済 */
  submitted: z.int(),
  yes: z.int(),
  no: z.int(),
  notApplicable: z.int(),
  unanswered: z.int(),
  /** SUM and RATIO: the exact sums have reached their denominator, which a rounded headline cannot tell. */
  isWhole: z.boolean(),
  /** SUM and RATIO: Σ of the numerators. */
  numerator: Decimal.nullable(),
  /** PER_WARD: simple means of both columns, two decimals. */
  means: z.object({ baseline: Decimal, current: Decimal }).nullable(),
  /** PARTITION and COUNT_EVENTS. */
  parts: z.array(z.object({ name: z.string(), value: Decimal.nullable() })),
  addsUp: z.boolean().nullable(),
  /** CUMULATIVE: how many wards began in each month. */
  steps: z.array(z.object({ month: z.string(), count: z.int() })),
  asOf: Day.nullable(),
  certainty: z.enum(CERTAINTIES).nullable(),
});
export type Figure = z.infer<typeof Figure>;

export const DeadlineMark = z.object({
  /** as the sheet writes it: 令和8年度末まで, 毎年度 … */
  text: z.string(),
  recurring: z.boolean(),
  /** Full years past the goal's own deadline at the end of the reviewed year; 0 when not overdue. */
  overdueYears: z.int(),
});

export const CardReference = z.object({
  kind: z.enum(['repeat', 'same_as']),
  section: z.string(),
  cardId: CardId.nullable(),
  code: z.string().nullable(),
});

/** A card as everybody may see it. What narrower readers see comes beside it (strips, answers). */
export const CardTile = z.object({
  id: CardId,
  cycleId: CycleId,
  /** Order of the sheet */
  sort: z.int(),
  code: z.string(),
  chapter: z.int(),
  sectionNumber: z.string(),
  initiative: z.string(),
  title: z.string(),
  kind: z.enum(CARD_KINDS),
  /** null on frozen and reference cards */
  stage: z.enum(STAGES).nullable(),
  /** null on reference cards */
  progress: z.enum(PROGRESSES).nullable(),
  progressDecided: z.boolean(),
  asks: z.enum(ASKED_KINDS),
  committeeId: OrganisationId.nullable(),
  bureauId: OrganisationId.nullable(),
  reopenedLate: z.boolean(),
  /** Which of the three texts are written (or 「—」). */
  texts: z.object({ results: z.boolean(), issues: z.boolean(), nextSteps: z.boolean() }),
  deadline: DeadlineMark,
  /** null on frozen and reference cards */
  figure: Figure.nullable(),
  /** Answers with an open 差戻し */
  returned: z.int(),
  comments: z.int(),
  references: z.array(CardReference),
  statusNote: z.string().nullable(),
  version: Version,
});
export type CardTile = z.infer<typeof CardTile>;

/** One of the three city-wide texts, with its own version so that two people may write two texts at once. */
export const CardTextView = z.object({
  field: z.enum(CARD_TEXTS),
  text: z.string(),
  version: Version,
  updatedAt: Instant.nullable(),
  updatedBy: Doer.nullable(),
});
export type CardTextView = z.infer<typeof CardTextView>;

export const Decision = z.object({
  by: Doer, at: Instant, reason: z.string().nullable(),
  /** The one who decided also holds a post in an asked ward (allowed, and said). */
  ownAnswer: z.boolean().optional(),
});
export type Decision = z.infer<typeof Decision>;

/** A move of a card between lanes, shown as the foot line of its tile. */
export const CardMove = z.object({
  axis: z.enum(['stage', 'progress']),
  from: z.string(),
  to: z.string(),
  /** null when the card moved by itself because an answer came in */
  by: Doer.nullable(),
  at: Instant,
});
export type CardMove = z.infer<typeof CardMove>;

/**
 * Where a sentence of a city-wide text came from. Stands in the text as a mark with its number `n`, which says nothing by
 * itself; the sources go to those who see each answer, and are never printed.
 */
export const Quote = z.object({
  n: z.int().min(1), organisationId: OrganisationId, submissionId: SubmissionId, field: z.enum(ANSWER_FIELDS), text: z.string().max(2000),
});
export type Quote = z.infer<typeof Quote>;
export const TextQuotes = z.object({ field: z.enum(CARD_TEXTS), quotes: z.array(Quote) });
export type TextQuotes = z.infer<typeof TextQuotes>;

/** 局の数値: a figure that a 局 gives once and texts quote by its id, so that all rows say the same. */
export const BureauFigure = z.object({
  id: BureauFigureId, cycleId: CycleId, bureauId: OrganisationId,
  name: z.string(), unit: z.string(), value: Decimal,
  asOf: Day.nullable(), certainty: z.enum(CERTAINTIES), source: z.string(), note: z.string(),
  version: Version, updatedBy: Doer, updatedAt: Instant,
});
export type BureauFigure = z.infer<typeof BureauFigure>;

/** The same row in the cycle of the year before, where there is one. */
export const PreviousCard = z.object({
  cardId: CardId, fiscalYear: z.int(), progress: z.enum(PROGRESSES).nullable(),
  /** As they are printed. */
  texts: z.object({ results: z.string(), issues: z.string(), nextSteps: z.string() }),
  figure: Figure.nullable(),
  /** As far as the reader may see each: after 確定 everybody, unless withheld. */
  answers: z.array(z.object({ organisationId: OrganisationId, content: AnswerContent })),
});
export type PreviousCard = z.infer<typeof PreviousCard>;

/** One year of the row's figure, for the line over the years. */
export const YearValue = z.object({ fiscalYear: z.int(), value: Decimal.nullable(), denominator: Decimal.nullable(), certainty: z.enum(CERTAINTIES).nullable() });
export type YearValue = z.infer<typeof YearValue>;
