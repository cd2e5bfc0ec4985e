import { CARD_KINDS, LINT_FIELDS, LINT_RULE_IDS, LINT_SEVERITIES, PROGRESSES } from '@furikaeri/model';
import * as z from 'zod';
import { CardId } from '../ids.ts';
import { Decimal, Doer, Instant } from './basics.ts';
import { Figure } from './card.ts';

export const Acknowledgement = z.object({ note: z.string(), by: Doer, at: Instant });
export type Acknowledgement = z.infer<typeof Acknowledgement>;

/** One remark of the 整合チェック. `rule` and `facts` are put into words by the screens. */
export const LintFindingView = z.object({
  rule: z.enum(LINT_RULE_IDS),
  state: z.enum(['hit', 'pass']),
  severity: z.enum(LINT_SEVERITIES),
  cardIds: z.array(CardId),
  codes: z.array(z.string()),
  /** The cell it is about. */
  field: z.enum(LINT_FIELDS),
  key: z.string(),
  facts: z.record(z.string(), z.string()),
  acknowledged: Acknowledgement.nullable(),
});
export type LintFindingView = z.infer<typeof LintFindingView>;

/** A row as the rules read it, its texts with their marks. Everybody may see all of it on the card. */
export const LintRowView = z.object({
  cardId: CardId, code: z.string(), section: z.string(), initiative: z.string(), kind: z.enum(CARD_KINDS), progress: z.enum(PROGRESSES).nullable(),
  goals: z.array(z.object({ text: z.string(), deadline: z.string().nullable() })),
  texts: z.object({ results: z.string(), issues: z.string(), nextSteps: z.string() }).partial(),
  figure: Figure.nullable(),
  wardTable: z.object({ columns: z.array(z.string()), unit: z.string(), rows: z.array(z.object({ ward: z.string(), values: z.array(z.string()) })) }).nullable(),
  references: z.array(z.object({ section: z.string(), quotedTitle: z.string().nullable(), quotedGoal: z.string().nullable() })),
});
export type LintRowView = z.infer<typeof LintRowView>;

/** What the 整合チェック of a cycle is made of, so that a screen can reckon at once what a change will find. */
export const LintSheetView = z.object({
  fiscalYear: z.int(), wards: z.int(), rows: z.array(LintRowView),
  figures: z.array(z.object({ id: z.uuid(), value: Decimal, unit: z.string() })),
  acknowledged: z.record(z.string(), Acknowledgement),
});
export type LintSheetView = z.infer<typeof LintSheetView>;
