import { type Findings, listFindings as contract } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { readSeqs } from '../../submissions/index.ts';
import { readReview } from '../read-review.ts';

/** 整合チェック of a cycle as it stands now. */
export const listFindings = (em: EntityManager, actor: SignedIn, raw: unknown): Promise<Findings> => readSnapshot(em, async (at) => {
  const { cycleId } = parseInput(contract.input, raw);
  const { findings, cards } = await readReview(at, cycleId);
  return { findings, cards, seqs: await readSeqs(at, actor, cycleId) };
});
