import { CERTAINTIES } from '@furikaeri/model';
import * as z from 'zod';
import { command } from '../define.ts';
import { BureauFigureId, CommandId, CycleId } from '../ids.ts';
import { Day, Decimal, Version } from '../wire/basics.ts';
import { BureauFigure } from '../wire/card.ts';

/** 局の数値を書く: a new one has an id of the writer's choosing and version 0. Every text that quotes it follows. */
export const writeBureauFigure = command({
  name: 'bureau-figure.write', method: 'PUT', path: '/api/bureau-figures/:figureId', summary: '局の数値を書く',
  input: z.object({
    commandId: CommandId, figureId: BureauFigureId, cycleId: CycleId, expectedVersion: Version,
    name: z.string().trim().min(1).max(200), unit: z.string().trim().max(20), value: Decimal,
    asOf: Day.nullable(), certainty: z.enum(CERTAINTIES), source: z.string().trim().max(500), note: z.string().trim().max(1000),
  }),
  output: BureauFigure,
  problems: ['permission/denied', 'cycle/not-found', 'cycle/not-open-for-review', 'bureau-figure/changed-meanwhile', 'bureau-figure/not-yours'],
});
/** Only a figure that no text quotes can go. */
export const removeBureauFigure = command({
  name: 'bureau-figure.remove', method: 'DELETE', path: '/api/bureau-figures/:figureId', summary: '局の数値を消す',
  input: z.object({ commandId: CommandId, figureId: BureauFigureId, expectedVersion: Version }),
  output: z.object({ id: BureauFigureId }),
  problems: ['permission/denied', 'bureau-figure/not-found', 'bureau-figure/not-yours', 'bureau-figure/quoted', 'bureau-figure/changed-meanwhile', 'cycle/not-open-for-review'],
});
