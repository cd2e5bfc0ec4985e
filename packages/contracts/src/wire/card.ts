import { ASKED_KINDS, CARD_KINDS, CARD_TEXTS, INDICATOR_KINDS, PROGRESSES, STAGES } from '@furikaeri/model';
import * as z from 'zod';
import { CardId, CycleId, OrganisationId } from '../ids.ts';
import { Decimal, Doer, Instant, Version } from './basics.ts';

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
