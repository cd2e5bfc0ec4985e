import { takesReview, whyNot } from '@furikaeri/model';
import { LockMode } from '@mikro-orm/core';
import { orForbid } from '../../platform/commands/or-refuse.ts';
import type { UseCaseContext } from '../../platform/commands/use-case.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { CycleEntity } from '../cycles/index.ts';
import { BureauFigureEntity } from './bureau-figure.entity.ts';
import { presentBureauFigure } from './bureau-figure.presenter.ts';

interface Target { figureId: string; expectedVersion: number }

/** The figure under its own lock, or null where nobody has written it yet. Another 局's is refused before it is looked at. */
export async function lockFigure({ em, actor }: UseCaseContext, { figureId, expectedVersion }: Target): Promise<BureauFigureEntity | null> {
  orForbid(whyNot(actor, 'bureau-figure.write', { bureauId: actor.organisationId }));
  const figure = await em.findOne(BureauFigureEntity, { id: figureId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (figure !== null && figure.bureauId !== actor.organisationId) throw new ProblemError('bureau-figure/not-yours');
  if (figure !== null && figure.version !== expectedVersion) throw new ProblemError('bureau-figure/changed-meanwhile', { current: presentBureauFigure(figure) });
  return figure;
}

/** Figures change as long as cards may be reviewed: what was settled stays as it was printed. */
export async function refuseSettled({ em }: Pick<UseCaseContext, 'em'>, cycleId: string): Promise<void> {
  // Under a lock that holds off whoever moves the phase.
  const cycle = await em.findOne(CycleEntity, { id: cycleId }, { lockMode: LockMode.PESSIMISTIC_READ });
  if (cycle === null) throw new ProblemError('cycle/not-found');
  if (!takesReview(cycle.phase)) throw new ProblemError('cycle/not-open-for-review');
}
