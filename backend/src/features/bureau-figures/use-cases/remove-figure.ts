import { type BureauFigureId, removeBureauFigure as contract } from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { presentBureauFigure } from '../bureau-figure.presenter.ts';
import { changeOfFigure } from '../change-of-figure.ts';
import { lockFigure, refuseSettled } from '../lock-figure.ts';
import { rowsQuoting } from '../rows-quoting.ts';

/** Takes a figure away that no text quotes; the refusal names the rows that do. */
export const removeFigure = useCase(contract, async (context, input) => {
  const figure = await lockFigure(context, input);
  if (figure === null) throw new ProblemError('bureau-figure/not-found');
  await refuseSettled(context, figure.cycleId);
  const quoting = (await rowsQuoting(context.em, figure.cycleId, [figure])).get(figure.id)?.filter((row) => row.as === 'token') ?? [];
  if (quoting.length > 0) throw new ProblemError('bureau-figure/quoted', { list: quoting.map(({ code, title }) => ({ code, title })) });
  const before = presentBureauFigure(figure);
  context.em.remove(figure);
  return {
    output: { id: input.figureId as BureauFigureId },
    changes: [changeOfFigure(figure, true)],
    log: { cycleId: figure.cycleId, organisationId: figure.bureauId, before: { figure: before } },
  };
});
