import type { CardDetail, CardTile, Decision, Doer, Figure } from '@furikaeri/contracts';
import type { AskedKind, CardKind, CardText, Indicator, Progress, Stage } from '@furikaeri/model';
import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** One row of the sheet in one cycle. `figure` and `strip` are kept beside the answers they come from, in the same transaction. */
export const CardEntity = defineEntity({
  name: 'Card', tableName: 'card',
  properties: {
    id: p.uuid().primary(),
    cycleId: p.uuid(),
    sort: p.integer(),
    code: p.text(),
    sectionNumber: p.text(),
    chapter: p.integer(),
    initiative: p.text(),
    preamble: p.text().nullable(),
    title: p.text(),
    goals: p.json<CardDetail['goals']>(),
    measures: p.json<CardDetail['measures']>(),
    kind: p.string().$type<CardKind>(),
    stage: p.string().$type<Stage>().nullable(),
    progress: p.string().$type<Progress>().nullable(),
    progressDecision: p.json<Decision>().nullable(),
    approval: p.json<Decision>().nullable(),
    asks: p.string().$type<AskedKind>(),
    askedWhy: p.text(),
    committeeId: p.uuid().nullable(),
    bureauId: p.uuid().nullable(),
    reopenedLate: p.boolean(),
    deadline: p.json<CardTile['deadline']>(),
    indicator: p.json<Indicator>().nullable(),
    figure: p.json<Figure>().nullable(),
    strip: p.text(),
    textsWritten: p.json<CardTile['texts']>(),
    references: p.json<CardTile['references']>(),
    statusNote: p.text().nullable(),
    amendment: p.text().nullable(),
    wardTable: p.json<NonNullable<CardDetail['wardTable']>>().nullable(),
    returned: p.integer(),
    comments: p.integer(),
    version: p.integer(),
  },
});
export type CardEntity = InferEntity<typeof CardEntity>;

export const CardTextEntity = defineEntity({
  name: 'CardText', tableName: 'card_text',
  properties: {
    cardId: p.uuid().primary(),
    field: p.string().$type<CardText>().primary(),
    text: p.text(),
    version: p.integer(),
    updatedAt: p.datetime().nullable(),
    updatedBy: p.json<Doer>().nullable(),
  },
});
export type CardTextEntity = InferEntity<typeof CardTextEntity>;
