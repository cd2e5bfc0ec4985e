import type { BureauFigures, CardId } from '@furikaeri/contracts';
import { type CardText, type PrintedFigure, printsEarlier, quotesFigure } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { idList } from '../../platform/database/id-list.ts';

type QuotedBy = BureauFigures['figures'][number]['quotedBy'];
type Quotable = PrintedFigure & { id: string; version: number };

/** For each figure the rows whose texts quote it, or print it in plain words as it is or as it once was; in the order of the sheet. */
export async function rowsQuoting(em: EntityManager, cycleId: string, figures: readonly Quotable[]): Promise<Map<string, QuotedBy>> {
  const rows = await em.execute<{ cardId: CardId; code: string; title: string; field: CardText; text: string }[]>(
    `select c.id as "cardId", c.code, c.title, t.field, t.text from card_text t join card c on c.id = t.card_id
     where c.cycle_id = ? and t.text <> '' order by c.sort, array_position(array['results', 'issues', 'nextSteps'], t.field)`, [cycleId],
  );
  const earlier = await earlierValues(em, cycleId, figures);
  return new Map(figures.map((figure) => [figure.id, rows.flatMap(({ text, ...row }): QuotedBy => {
    const as = quotesFigure(text, figure);
    if (as !== null) return [{ ...row, as, earlier: null }];
    const printed = printsEarlier(text, earlier.get(figure.id) ?? []);
    return printed === null ? [] : [{ ...row, as: 'earlier', earlier: printed }];
  })]));
}

/** What each figure was before it was corrected, the latest first, as the log has it. */
async function earlierValues(em: EntityManager, cycleId: string, figures: readonly Quotable[]): Promise<Map<string, PrintedFigure[]>> {
  const corrected = figures.filter(({ version }) => version > 1).map(({ id }) => id);
  if (corrected.length === 0) return new Map();
  const logged = await em.execute<(PrintedFigure & { id: string })[]>(
    `select l.before->'figure'->>'id' as id, l.before->'figure'->>'value' as value, l.before->'figure'->>'unit' as unit from command_log l
     where l.cycle_id = ? and l.name = 'bureau-figure.write' and l.before->'figure'->>'id' = any(?) order by l.at desc, l.id desc`, [cycleId, idList(corrected)],
  );
  return new Map(corrected.map((figureId) => [figureId, logged.filter(({ id }) => id === figureId).map(({ value, unit }) => ({ value, unit }))]));
}
