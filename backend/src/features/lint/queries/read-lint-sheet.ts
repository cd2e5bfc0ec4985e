import { type LintRowView, type OutputOf, readLintSheet as contract } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { readSeqs } from '../../submissions/index.ts';
import { writtenRow } from '../known-rows.ts';
import { readWritten } from '../read-written.ts';

/** The real sheet has 49 rows; a thousand would be megabytes. */
const MOST_ROWS = 300;

/** The rows behind the 整合チェック, with where the reader's streams stood: changes from there on can be applied to them. */
export const readLintSheet = (em: EntityManager, actor: SignedIn, raw: unknown): Promise<OutputOf<typeof contract>> => readSnapshot(em, async (at) => {
  const { cycleId } = parseInput(contract.input, raw);
  const { cycle, cards, acknowledged } = await readWritten(at, cycleId);
  const seqs = await readSeqs(at, actor, cycleId);
  return { sheet: cards.length > MOST_ROWS ? null : { ...cycle, rows: cards.map((card) => writtenRow(card) as LintRowView), acknowledged }, seqs };
});
