import * as z from 'zod';
import { command } from '../define.ts';
import { CardId, CommandId } from '../ids.ts';
import { IndicatorView } from '../wire/answer.ts';
import { Version } from '../wire/basics.ts';
import { CardTile } from '../wire/card.ts';

/** What a person may say of how a row is measured. 様式の値 stays what the form printed. */
export const IndicatorInput = IndicatorView.omit({ printed: true }).extend({
  unit: z.string().max(20),
  question: z.string().max(300),
  name: z.string().max(120),
  columns: z.tuple([z.string().max(20), z.string().max(20)]).nullable(),
  parts: z.array(z.string().max(100)).max(30),
  note: z.string().max(200),
  withoutFigure: z.string().max(300).nullable(),
});
export type IndicatorInput = z.infer<typeof IndicatorInput>;

/** 事務局 corrects how a row is measured; its figure follows from the answers at once. */
export const measureCard = command({
  name: 'card.measure', path: '/api/cards/:cardId/indicator', summary: '数え方を直す',
  input: z.object({ commandId: CommandId, cardId: CardId, expectedVersion: Version, indicator: IndicatorInput }), output: CardTile,
  problems: ['permission/denied', 'card/not-found', 'card/frozen', 'card/reference', 'card/already-reviewed', 'card/changed-meanwhile', 'card/indicator-invalid', 'cycle/not-open-for-review'],
});
