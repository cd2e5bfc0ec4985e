import { writeBureauFigure as contract } from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { BureauFigureEntity } from '../bureau-figure.entity.ts';
import { presentBureauFigure } from '../bureau-figure.presenter.ts';
import { changeOfFigure } from '../change-of-figure.ts';
import { lockFigure, refuseSettled } from '../lock-figure.ts';

/** 局の数値を書く; 暫定 becomes 確定 by writing it again. Every text that quotes it follows by itself. */
export const writeFigure = useCase(contract, async (context, input) => {
  const { em, actor, now } = context;
  const stored = await lockFigure(context, input);
  if (stored !== null && stored.cycleId !== input.cycleId) throw new ProblemError('bureau-figure/not-found');
  // Somebody expected one that is gone; writing it anew would bring back what a colleague took away.
  if (stored === null && input.expectedVersion !== 0) throw new ProblemError('bureau-figure/not-found');
  await refuseSettled(context, input.cycleId);
  const before = stored === null ? null : presentBureauFigure(stored);
  const { name, unit, value, asOf, certainty, source, note } = input;
  const written = { name, unit, value, asOf, certainty, source, note, version: input.expectedVersion + 1, updatedBy: actor.doer, updatedAt: now };
  const figure = stored ?? em.create(BureauFigureEntity, { id: input.figureId, cycleId: input.cycleId, bureauId: actor.organisationId, ...written });
  if (stored !== null) em.assign(stored, written);
  const output = presentBureauFigure(figure);
  return {
    output,
    changes: [changeOfFigure(figure)],
    log: { cycleId: figure.cycleId, organisationId: figure.bureauId, before: before === null ? null : { figure: before }, after: { figure: output } },
  };
});
