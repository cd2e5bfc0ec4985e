import { CARD_TEXTS } from '@furikaeri/model';
import * as z from 'zod';
import { query } from '../define.ts';
import { CardId, CycleId } from '../ids.ts';
import { BureauFigure, CardTile } from '../wire/card.ts';
import { LintFindingView } from '../wire/lint.ts';
import { Decimal } from '../wire/basics.ts';
import { Seqs } from './board.ts';

/** 局の数値 of a cycle, each with the rows whose texts quote it, print the same number in plain words, or print what it was before it was corrected. */
export const listBureauFigures = query({
  name: 'bureau-figure.list', path: '/api/cycles/:cycleId/bureau-figures', summary: '局の数値',
  input: z.object({ cycleId: CycleId }),
  output: z.object({
    figures: z.array(z.object({
      figure: BureauFigure,
      quotedBy: z.array(z.object({ cardId: CardId, code: z.string(), title: z.string(), field: z.enum(CARD_TEXTS), as: z.enum(['token', 'words', 'earlier']), earlier: z.object({ value: Decimal, unit: z.string() }).nullable() })),
    })),
    seqs: Seqs,
  }),
  problems: ['cycle/not-found', 'permission/denied'],
});
export type BureauFigures = z.infer<typeof listBureauFigures.output>;

/** 整合チェック of a cycle: hits first, then what holds; with the cards that they name. */
export const listFindings = query({
  name: 'lint.list', path: '/api/cycles/:cycleId/lint', summary: '整合チェック',
  input: z.object({ cycleId: CycleId }),
  output: z.object({ findings: z.array(LintFindingView), cards: z.array(CardTile), seqs: Seqs }),
  problems: ['cycle/not-found', 'permission/denied'],
});
export type Findings = z.infer<typeof listFindings.output>;
