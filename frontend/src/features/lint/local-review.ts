import type { Acknowledgement, CardId, ChangePayload, LintFindingView, LintRowView, LintSheetView } from '@furikaeri/contracts';
import { listedFindings, printedRow } from '@furikaeri/model';
import type { LintRow, PrintedFigure } from '@furikaeri/model';

/**
 * The 整合チェック reckoned on this screen, by the rules that the server has: what a change will find is there together
 * with the change itself. The server is asked all the same, and its word is the one that stays.
 */
export class LocalReview {
  readonly #sheet: Pick<LintSheetView, 'fiscalYear' | 'wards'>;
  readonly #rows: Map<string, LintRowView>;
  readonly #told: Map<string, Acknowledgement>;
  #figures: readonly PrintedFigure[];
  /** Rows as they are printed: the same object as long as neither the row nor a 局の数値 has changed, which the rules know then. */
  #printed = new Map<LintRowView, LintRow>();

  constructor({ fiscalYear, wards, rows, figures, acknowledged }: LintSheetView) {
    this.#sheet = { fiscalYear, wards };
    this.#rows = new Map(rows.map((row) => [row.cardId, row]));
    this.#told = new Map(Object.entries(acknowledged));
    this.#figures = figures;
  }

  /** True when the rules may find something else now. */
  apply(payload: ChangePayload): boolean {
    switch (payload.type) {
      case 'card.changed': {
        const { id, code, sectionNumber: section, initiative, kind, progress, figure } = payload.card;
        return this.#put(id, { code, section, initiative, kind, progress, figure });
      }
      case 'text.changed': return this.#put(payload.cardId, { texts: { ...this.#rows.get(payload.cardId)?.texts, [payload.text.field]: payload.text.text } });
      case 'bureau-figure.changed': {
        const { id, value, unit } = payload.figure;
        this.#figures = [...this.#figures.filter((one) => one.id !== id), ...(payload.removed ? [] : [{ id, value, unit }])];
        this.#printed = new Map();
        return true;
      }
      default: return false;
    }
  }

  /** What people said to findings, as the server last had it. */
  learn(findings: readonly LintFindingView[]): void {
    for (const { key, acknowledged } of findings) {
      if (acknowledged === null) this.#told.delete(key);
      else this.#told.set(key, acknowledged);
    }
  }

  findings(): LintFindingView[] {
    const printed = new Map([...this.#rows.values()].map((row) => [row, this.#printed.get(row) ?? printedRow(row, this.#figures)]));
    this.#printed = printed;
    return listedFindings({ ...this.#sheet, rows: [...printed.values()] }).map((found) => ({ ...found, cardIds: found.cardIds as CardId[], acknowledged: this.#told.get(found.key) ?? null }));
  }

  #put(cardId: string, said: Partial<LintRowView>): boolean {
    const row = this.#rows.get(cardId);
    if (row === undefined) return false;
    this.#rows.set(cardId, { ...row, ...said });
    return true;
  }
}
