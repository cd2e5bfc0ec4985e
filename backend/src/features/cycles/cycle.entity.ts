import type { Phase } from '@furikaeri/model';
import type { SheetInitiative } from '@furikaeri/sheet';
import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const PlanEntity = defineEntity({
  name: 'Plan', tableName: 'plan',
  properties: { id: p.uuid().primary(), name: p.text() },
});
export type PlanEntity = InferEntity<typeof PlanEntity>;

export const CycleEntity = defineEntity({
  name: 'Cycle', tableName: 'cycle',
  properties: {
    id: p.uuid().primary(),
    planId: p.uuid(),
    fiscalYear: p.integer(),
    phase: p.string().$type<Phase>(),
    openedOn: p.date(),
    wardDeadline: p.date(),
    bureauDeadline: p.date(),
    reviewDeadline: p.date(),
    checkDeadline: p.date(),
    conferenceOn: p.date(),
    version: p.integer(),
    createdAt: p.datetime(),
    /** 取組 that the form prints without a row; they have no card. */
    emptyInitiatives: p.json<SheetInitiative[]>().nullable(),
  },
});
export type CycleEntity = InferEntity<typeof CycleEntity>;

export const SectionEntity = defineEntity({
  name: 'Section', tableName: 'section',
  properties: { id: p.uuid().primary(), cycleId: p.uuid(), number: p.text(), title: p.text(), sort: p.integer() },
});
export type SectionEntity = InferEntity<typeof SectionEntity>;
