import type { BureauFigure } from '@furikaeri/contracts';
import type { BureauFigureEntity } from './bureau-figure.entity.ts';

export const presentBureauFigure = (figure: BureauFigureEntity): BureauFigure => ({
  id: figure.id as BureauFigure['id'],
  cycleId: figure.cycleId as BureauFigure['cycleId'],
  bureauId: figure.bureauId as BureauFigure['bureauId'],
  name: figure.name,
  unit: figure.unit,
  value: figure.value,
  asOf: figure.asOf ?? null,
  certainty: figure.certainty,
  source: figure.source,
  note: figure.note,
  version: figure.version,
  updatedBy: figure.updatedBy,
  updatedAt: figure.updatedAt.toISOString(),
});
