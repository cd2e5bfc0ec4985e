import { type LintRow, type PrintedFigure, printedRow, type WrittenRow } from '@furikaeri/model';
import type { SheetReference } from '@furikaeri/sheet';

/** A card as the rules will read it, in the words of the database: it is taken apart only when it says something new. */
export interface CardInWords {
  id: string;
  /** JSON of `CardToLint`. */
  said: string;
}

interface CardToLint extends Omit<WrittenRow, 'cardId' | 'references'> {
  references: SheetReference[];
}

/** The rows of a cycle. One that says what it said last time is the same object as last time, which the rules know already. */
export class KnownRows {
  private known = new Map<string, { said: string; row: LintRow }>();
  private figures = '';

  rowsOf(cards: readonly CardInWords[], figures: readonly PrintedFigure[]): LintRow[] {
    const quoted = JSON.stringify(figures);
    const known = quoted === this.figures ? this.known : new Map<string, { said: string; row: LintRow }>();
    const now = new Map(cards.map((card) => {
      const before = known.get(card.id);
      return [card.id, before?.said === card.said ? before : { said: card.said, row: printedRow(writtenRow(card), figures) }] as const;
    }));
    [this.known, this.figures] = [now, quoted];
    return [...now.values()].map(({ row }) => row);
  }
}

export function writtenRow({ id, said }: CardInWords): WrittenRow {
  const { references, ...card } = JSON.parse(said) as CardToLint;
  return { ...card, cardId: id, references: references.map(({ section, quotedTitle, quotedGoal }) => ({ section, quotedTitle: quotedTitle ?? null, quotedGoal: quotedGoal ?? null })) };
}
