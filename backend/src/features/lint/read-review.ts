import type { CardId, CardTile, LintFindingView } from '@furikaeri/contracts';
import { listedFindings } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { KnownRows } from './known-rows.ts';
import { readWritten } from './read-written.ts';

/** What the 整合チェック finds in a review as it stands, and what people said to it. */
export interface ReadReview {
  /** Hits first, then what holds; each in the order of the sheet. */
  findings: LintFindingView[];
  /** The cards that they name, in that order. */
  cards: CardTile[];
  find: (key: string) => LintFindingView | null;
}

/**
 * Lints a cycle: its cards, the city-wide texts as they are printed, and the figures on the tiles. No answer is read, so
 * a finding tells nothing that its reader could not see on the board. Rows known from the last time are not checked anew.
 */
export async function readReview(em: EntityManager, cycleId: string, rows = new KnownRows()): Promise<ReadReview> {
  const { cycle: { fiscalYear, wards, figures }, cards, acknowledged } = await readWritten(em, cycleId);
  const findings = listedFindings({ fiscalYear, wards, rows: rows.rowsOf(cards, figures) })
    .map((found): LintFindingView => ({ ...found, cardIds: found.cardIds as CardId[], acknowledged: acknowledged[found.key] ?? null }));
  const named = new Set<string>(findings.flatMap(({ cardIds }) => cardIds));
  const byKey = new Map(findings.map((finding) => [finding.key, finding]));
  return {
    findings,
    cards: cards.filter(({ id }) => named.has(id)).map(({ tile }) => JSON.parse(tile) as CardTile),
    find: (key) => byKey.get(key) ?? null,
  };
}
