import type { Seqs } from '@furikaeri/contracts';
import { streamsFor } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../platform/auth/signed-in.ts';

/** Where the reader's streams stand, in the same snapshot as what is read beside it. */
export async function readSeqs(em: EntityManager, actor: SignedIn, cycleId: string): Promise<Seqs> {
  const names = streamsFor(actor, cycleId);
  const rows = await em.execute<{ name: string; seq: string }[]>(`select name, seq from stream where name in (${names.map(() => '?').join(', ')})`, names);
  const seqs = new Map(rows.map(({ name, seq }) => [name, Number(seq)]));
  return Object.fromEntries(names.map((name) => [name, seqs.get(name) ?? 0]));
}
