import { type LintRow, renderText, textValues } from '@furikaeri/model';
import type { SheetReference } from '@furikaeri/sheet';

/** A card as the rules will read it, in the words of the database: it is taken apart only when it says something new. */
export interface CardInWords {
  id: string;
  /** JSON of `CardToLint`. */
  said: string;
}

interface CardToLint extends Omit<LintRow, 'cardId' | 'texts' | 'references'> {
  texts: Partial<LintRow['texts']>;
  references: SheetReference[];
}

export interface PrintedFigure { id: string; value: string; unit: string }

/** The rows of a cycle. One that says what it said last time is the same object as last time, which the rules know already. */
export class KnownRows {
  private known = new Map<string, { said: string; row: LintRow }>();
  private figures = '';

  rowsOf(cards: readonly CardInWords[], figures: readonly PrintedFigure[]): LintRow[] {
    const quoted = JSON.stringify(figures);
    const known = quoted === this.figures ? this.known : new Map<string, { said: string; row: LintRow }>();
    const now = new Map(cards.map(({ id, said }) => {
      const before = known.get(id);
      return [id, before?.said === said ? before : { said, row: rowOf(id, JSON.parse(said) as CardToLint, figures) }] as const;
    }));
    [this.known, this.figures] = [now, quoted];
    return [...now.values()].map(({ row }) => row);
  }
}

function rowOf(cardId: string, { texts, references, ...card }: CardToLint, figures: readonly PrintedFigure[]): LintRow {
  const values = textValues(card.figure, figures);
  const printed = (field: keyof LintRow['texts']): string => renderText(texts[field] ?? '', values);
  return {
    ...card, cardId,
    texts: { results: printed('results'), issues: printed('issues'), nextSteps: printed('nextSteps') },
    references: references.map(({ section, quotedTitle, quotedGoal }) => ({ section, quotedTitle: quotedTitle ?? null, quotedGoal: quotedGoal ?? null })),
  };
}
