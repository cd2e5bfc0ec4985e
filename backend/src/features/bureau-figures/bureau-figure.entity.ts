import type { Doer } from '@furikaeri/contracts';
import type { Certainty } from '@furikaeri/model';
import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** 局の数値: given once by its 局, quoted by texts through its id. */
export const BureauFigureEntity = defineEntity({
  name: 'BureauFigure', tableName: 'bureau_figure',
  properties: {
    id: p.uuid().primary(),
    cycleId: p.uuid(),
    bureauId: p.uuid(),
    name: p.text(),
    unit: p.text(),
    /** An exact decimal. */
    value: p.text(),
    asOf: p.date().nullable(),
    certainty: p.string().$type<Certainty>(),
    source: p.text(),
    note: p.text(),
    version: p.integer(),
    updatedBy: p.json<Doer>(),
    updatedAt: p.datetime(),
  },
});
export type BureauFigureEntity = InferEntity<typeof BureauFigureEntity>;
