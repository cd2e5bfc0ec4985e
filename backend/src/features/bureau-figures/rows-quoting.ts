import type { BureauFigures, CardId } from '@furikaeri/contracts';
import { type CardText, quotesFigure } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';

type QuotedBy = BureauFigures['figures'][number]['quotedBy'];
interface Quotable { id: string; value: string; unit: string }

/** For each figure the rows whose texts quote it, or print the same number in plain words; in the order of the sheet. */
export async function rowsQuoting(em: EntityManager, cycleId: string, figures: readonly Quotable[]): Promise<Map<string, QuotedBy>> {
  const rows = await em.execute<{ cardId: CardId; code: string; title: string; field: CardText; text: string }[]>(
    `select c.id as "cardId", c.code, c.title, t.field, t.text from card_text t join card c on c.id = t.card_id
     where c.cycle_id = ? and t.text <> '' order by c.sort, array_position(array['results', 'issues', 'nextSteps'], t.field)`, [cycleId],
  );
  return new Map(figures.map((figure) => [figure.id, rows.flatMap(({ text, ...row }) => {
    const as = quotesFigure(text, figure);
    return as === null ? [] : [{ ...row, as }];
  })]));
}
