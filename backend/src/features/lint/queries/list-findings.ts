import { listFindings as contract, type OutputOf } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { readReview } from '../read-review.ts';

/** 整合チェック of a cycle as it stands now. */
export const listFindings = (em: EntityManager, raw: unknown): Promise<OutputOf<typeof contract>> => readSnapshot(em, async (at) => {
  const { cycleId } = parseInput(contract.input, raw);
  const { findings } = await readReview(at, cycleId);
  return { findings };
});
