import { DEFAULT_LADDER, type Ladder } from '@furikaeri/model';
import type { LadderView } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../platform/http/problem-error.ts';

export interface LadderOfCycle { ladder: LadderView; isDefault: boolean; version: number }

/** The ladder that a cycle follows: its own, or the house's. */
export async function ladderOf(em: EntityManager, cycleId: string, { lock = false } = {}): Promise<LadderOfCycle> {
  const [row] = await em.execute<{ ladder: Ladder | null; version: number }[]>(
    `select ladder, ladder_version as version from cycle where id = ? ${lock ? 'for update' : ''}`, [cycleId],
  );
  if (row === undefined) throw new ProblemError('cycle/not-found');
  return presentLadder(row.ladder, row.version);
}

export const presentLadder = (ladder: Ladder | null, version: number): LadderOfCycle =>
  ({ ladder: viewOf(ladder ?? DEFAULT_LADDER), isDefault: ladder === null, version });

export const viewOf = ({ steps, thenEvery, copyFrom, callFrom, escalateAfter }: Ladder): LadderView =>
  ({ steps: [...steps], thenEvery, copyFrom, callFrom, escalateAfter });
