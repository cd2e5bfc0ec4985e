import * as z from 'zod';
import { query } from '../define.ts';
import { CardId, CycleId } from '../ids.ts';
import { AnswerSummary, IndicatorView } from '../wire/answer.ts';
import { BureauFigure, CardTextView, CardTile, Decision, PreviousCard, TextQuotes, YearValue } from '../wire/card.ts';
import { Comment } from '../wire/comment.ts';
import { Cycle } from '../wire/cycle.ts';
import { LogEntry } from '../wire/log.ts';

/** stream name → last sequence number contained in the response */
export const Seqs = z.record(z.string(), z.int());
export type Seqs = z.infer<typeof Seqs>;

/**
 * Ward strips of the cards this reader may see per ward, one character a ward in official order:
 * `y` はい, `n` いいえ, `x` 対象外, `v` value in, `.` 未回答, `r` 差戻し (the value is questioned), ` ` not asked.
 */
export const Strips = z.record(z.string(), z.string());
export type Strips = z.infer<typeof Strips>;

export const openBoard = query({
  name: 'board.open', path: '/api/cycles/:cycleId/board', summary: 'ボード',
  input: z.object({ cycleId: CycleId }),
  output: z.object({
    cycle: Cycle,
    sections: z.array(z.object({ number: z.string(), title: z.string() })),
    cards: z.array(CardTile),
    strips: Strips,
    seqs: Seqs,
  }),
  problems: ['cycle/not-found'],
});
export type Board = z.infer<typeof openBoard.output>;

export const openCard = query({
  name: 'card.open', path: '/api/cards/:cardId', summary: 'カード',
  input: z.object({ cardId: CardId }),
  output: z.object({
    card: CardTile,
    sectionTitles: z.array(z.string()),
    goals: z.array(z.object({ text: z.string(), deadline: z.string().nullable() })),
    measures: z.object({ kind: z.enum(['text', 'none', 'same_as_above']), text: z.string() }),
    preamble: z.string().nullable(),
    amendment: z.string().nullable(),
    question: z.string(),
    texts: z.array(CardTextView),
    decision: Decision.nullable(),
    approval: Decision.nullable(),
    /** 実施状況 as the rules would suggest, with a code for the why; people decide. */
    suggestion: z.object({ progress: z.enum(['in_progress', 'completed']), why: z.string() }).nullable(),
    wardTable: z.object({
      columns: z.array(z.string()), unit: z.string(),
      rows: z.array(z.object({ ward: z.string(), values: z.array(z.string()) })),
    }).nullable(),
    /** Only those the reader may see per organisation; own ward's included. */
    answers: z.array(AnswerSummary),
    /** null on frozen and reference cards */
    indicator: IndicatorView.nullable(),
    /** Why there is no indicator, in Japanese; null on live cards. */
    withoutIndicator: z.string().nullable(),
    /** The year before, and the figure over the years (this one last). */
    previous: PreviousCard.nullable(),
    years: z.array(YearValue),
    /** Where quoted sentences came from: only for those who see each answer. */
    quotes: z.array(TextQuotes),
    /** 局の数値 that the texts quote, and those of the card's own 局 for quoting. */
    figures: z.array(BureauFigure),
    comments: z.array(Comment),
    seqs: Seqs,
  }),
  problems: ['card/not-found'],
});
export type CardDetail = z.infer<typeof openCard.output>;

export const readCardHistory = query({
  name: 'card.history', path: '/api/cards/:cardId/history', summary: 'カードの履歴',
  input: z.object({ cardId: CardId }), output: z.object({ entries: z.array(LogEntry) }), problems: ['card/not-found'],
});
