import type { CardTextView, Figure } from '@furikaeri/contracts';
import { type CardText, hasMarks, renderText, streamName, textValues } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChangeDraft } from '../../platform/commands/use-case.ts';

interface MarkedText { cardId: string; field: CardText; text: string; version: number; updatedAt: string | Date | null; updatedBy: CardTextView['updatedBy']; figure: Figure | null }

/**
 * 確定: what the texts of a cycle show becomes what they are. Figures turn into their words and the marks of quotes go; where
 * sentences came from stays recorded beside the texts. The cards' locks are held.
 */
export async function settleTexts(em: EntityManager, cycleId: string): Promise<ChangeDraft[]> {
  const texts = await em.execute<MarkedText[]>(
    `select t.card_id as "cardId", t.field, t.text, t.version, t.updated_at as "updatedAt", t.updated_by as "updatedBy", c.figure
     from card_text t join card c on c.id = t.card_id where c.cycle_id = ? and t.text like '%{{%}}%' order by t.card_id, t.field`, [cycleId],
  );
  const marked = texts.filter(({ text }) => hasMarks(text));
  if (marked.length === 0) return [];
  const figures = await em.execute<{ id: string; value: string; unit: string }[]>('select id, value, unit from bureau_figure where cycle_id = ?', [cycleId]);
  const changes: ChangeDraft[] = [];
  for (const { cardId, field, text, version, updatedAt, updatedBy, figure } of marked) {
    const plain = renderText(text, textValues(figure, figures));
    await em.execute('update card_text set text = ?, version = version + 1 where card_id = ? and field = ?', [plain, cardId, field]);
    changes.push({
      streams: [streamName({ kind: 'cycle', cycleId })],
      payload: { type: 'text.changed', cardId, text: { field, text: plain, version: version + 1, updatedAt: updatedAt === null ? null : new Date(updatedAt).toISOString(), updatedBy } },
    });
  }
  return changes;
}
