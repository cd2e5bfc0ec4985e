import { LINT_FIELDS, LINT_RULE_IDS, LINT_SEVERITIES } from '@furikaeri/model';
import * as z from 'zod';
import { CardId } from '../ids.ts';
import { Doer, Instant } from './basics.ts';

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
  acknowledged: z.object({ note: z.string(), by: Doer, at: Instant }).nullable(),
});
export type LintFindingView = z.infer<typeof LintFindingView>;
