import type { CardDetail, CardTile, Decision, Doer, Figure, Quote } from '@furikaeri/contracts';
import type { AskedKind, CardKind, CardText, Indicator, Progress, Stage } from '@furikaeri/model';
import type { GoalAmendment, SheetInitiative, SheetRow, StatusNote } from '@furikaeri/sheet';
import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** What a row of the form prints beside what a card needs of it. Kept so that the form goes out as it came in. */
export interface PrintedRow extends Pick<SheetRow, 'code' | 'references'> {
  /** Running number of the 取組: titles may repeat. */
  initiative: SheetInitiative['number'];
  statusNote: StatusNote | null;
  amendment: GoalAmendment | null;
}

/** `printed`: the ward's name as it stands on the sheet, with its padding. */
type StoredWardTable = Omit<NonNullable<CardDetail['wardTable']>, 'rows'> & { rows: { ward: string; values: string[]; printed?: string }[] };

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
    /** The form's ※ note of the 取組. */
    footnote: p.text().nullable(),
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
    wardTable: p.json<StoredWardTable>().nullable(),
    /** What else the form printed of the row; null where the card came from no sheet. */
    printed: p.json<PrintedRow>().nullable(),
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
    quotes: p.json<Quote[]>(),
    version: p.integer(),
    updatedAt: p.datetime().nullable(),
    updatedBy: p.json<Doer>().nullable(),
  },
});
export type CardTextEntity = InferEntity<typeof CardTextEntity>;
