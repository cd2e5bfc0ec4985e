import { type BureauFigures, listBureauFigures as contract } from '@furikaeri/contracts';
import { scopeOf } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { CycleEntity } from '../../cycles/index.ts';
import { readSeqs } from '../../submissions/index.ts';
import { BureauFigureEntity } from '../bureau-figure.entity.ts';
import { presentBureauFigure } from '../bureau-figure.presenter.ts';
import { rowsQuoting } from '../rows-quoting.ts';

/** 局の数値 of a cycle with every row that quotes them. A 局 sees its own, 部会長 and 事務局 see all. */
export const listFigures = (em: EntityManager, actor: SignedIn, raw: unknown): Promise<BureauFigures> => readSnapshot(em, async (at) => {
  const { cycleId } = parseInput(contract.input, raw);
  if (await at.count(CycleEntity, { id: cycleId }) === 0) throw new ProblemError('cycle/not-found');
  const { bureau } = scopeOf(actor);
  const figures = await at.find(BureauFigureEntity, { cycleId, ...(bureau !== null && { bureauId: bureau }) }, { orderBy: { name: 'asc', id: 'asc' } });
  const quoting = await rowsQuoting(at, cycleId, figures);
  return {
    figures: figures.map((figure) => ({ figure: presentBureauFigure(figure), quotedBy: quoting.get(figure.id) ?? [] })),
    seqs: await readSeqs(at, actor, cycleId),
  };
});
