import type { EntityManager } from '@mikro-orm/postgresql';
import { KnownRows } from './known-rows.ts';
import { readReview, type ReadReview } from './read-review.ts';

/** How many cycles are remembered; people look at this year's and the last. */
const REMEMBERED = 8;

interface Remembered { at: string; review: Promise<ReadReview>; rows: KnownRows }

/**
 * The 整合チェック of each cycle as it stood last. After one change every open screen asks for it, and what it finds is the
 * same for all of them: it is computed once, and only for the rows that changed.
 */
export class Reviews {
  private readonly remembered = new Map<string, Remembered>();

  /** The review of the moment that `at` names, or of a later one: whatever a review shows changes with it. */
  async read(em: EntityManager, cycleId: string, at: string): Promise<ReadReview> {
    const known = this.remembered.get(cycleId);
    // Whoever reads it for others may lose its connection: then everybody reads for themselves.
    if (known?.at === at) return known.review.catch(() => readReview(em, cycleId));
    const rows = known?.rows ?? new KnownRows();
    const review = readReview(em, cycleId, rows);
    this.remember(cycleId, { at, review, rows });
    return review.catch((error: unknown) => {
      if (this.remembered.get(cycleId)?.review === review) this.remembered.delete(cycleId);
      throw error;
    });
  }

  private remember(cycleId: string, entry: Remembered): void {
    this.remembered.delete(cycleId);
    this.remembered.set(cycleId, entry);
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > REMEMBERED && oldest !== undefined) this.remembered.delete(oldest);
  }
}
