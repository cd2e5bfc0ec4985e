import { streamName } from '@furikaeri/model';
import type { ChangeDraft } from '../../platform/commands/use-case.ts';
import type { BureauFigureEntity } from './bureau-figure.entity.ts';
import { presentBureauFigure } from './bureau-figure.presenter.ts';

/** A figure of the city, made to be printed: whoever reads the texts that quote it hears of it at once. */
export const changeOfFigure = (figure: BureauFigureEntity, removed = false): ChangeDraft => ({
  streams: [streamName({ kind: 'cycle', cycleId: figure.cycleId })],
  payload: { type: 'bureau-figure.changed', figure: presentBureauFigure(figure), removed },
});
