import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actingOn, heardOn, refusalOf } from '../../../../test/kit/act.ts';
import { aCard, aCycle, type CardRow, type CycleRow } from '../../../../test/kit/builders.ts';
import { bureau, bureauStaff, committeeLead, kitaStaff, otherBureau, secretariat, type CastMember, viewer } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { CardTextEntity } from '../cards/index.ts';
import { listFigures } from './queries/list-figures.ts';
import { removeFigure } from './use-cases/remove-figure.ts';
import { writeFigure } from './use-cases/write-figure.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
let cycle: CycleRow;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());
beforeEach(async () => { cycle = await aCycle().build(db); });

const people = { name: '通いの場の参加者', unit: '人', value: '15044', asOf: '2025-03-31', certainty: 'provisional', source: '福祉局の集計', note: '' };
const write = (who: CastMember, more: object = {}) => act(who, writeFigure, { figureId: randomUUID(), cycleId: cycle.id, expectedVersion: 0, ...people, ...more });
const said = async (card: CardRow, field: 'results' | 'issues' | 'nextSteps', text: string): Promise<void> => {
  await db.em().nativeUpdate(CardTextEntity, { cardId: card.id, field }, { text });
};
/** Staff of the other 局 of the cast, who has no member there. */
const colleagueElsewhere: CastMember = { ...bureauStaff, organisationId: otherBureau.id };

describe('局の数値', () => {
  it('is written with its 時点, 暫定 and 出典, and settled by writing it again', async () => {
    const figure = await write(bureauStaff);
    expect(figure).toMatchObject({ ...people, bureauId: bureau.id, version: 1, updatedBy: bureauStaff.doer });
    const settled = await act(bureauStaff, writeFigure, { ...people, figureId: figure.id, cycleId: cycle.id, expectedVersion: 1, value: '15102', certainty: 'final' });
    expect(settled).toMatchObject({ value: '15102', certainty: 'final', version: 2 });
    expect(await heardOn(db, `cycle:${cycle.id}`)).toMatchObject([{ type: 'bureau-figure.changed', figure: { value: '15044' }, removed: false }, { figure: { value: '15102' } }]);
    const [log] = await db.em().execute<{ before: { figure: object }; after: { figure: object } }[]>(`select before, after from command_log where name = 'bureau-figure.write' and cycle_id = ? order by at desc, id desc limit 1`, [cycle.id]);
    expect(log).toMatchObject({ before: { figure: { value: '15044' } }, after: { figure: { value: '15102' } } });
  });

  it('lists every row that quotes it, by its mark or in plain words', async () => {
    const [first, second, third] = [await aCard(cycle).build(db), await aCard(cycle).build(db), await aCard(cycle).build(db)];
    const figure = await write(bureauStaff);
    await said(first, 'results', `参加者は{{局|${figure.id}}}だった。`);
    await said(second, 'issues', '参加者が１５，０４４人で止まった。');
    await said(third, 'results', '参加者は15,043人だった。');
    const { figures } = await listFigures(db.em(), secretariat, { cycleId: cycle.id });
    expect(figures[0]?.quotedBy).toEqual([
      { cardId: first.id, code: first.code, title: first.title, field: 'results', as: 'token', earlier: null }, { cardId: second.id, code: second.code, title: second.title, field: 'issues', as: 'words', earlier: null },
    ]);
  });

  it('still lists a row that prints what it was before it was corrected, until the row is mended', async () => {
    const [card, other] = [await aCard(cycle).build(db), await aCard(cycle).build(db)];
    const figure = await write(bureauStaff);
    await said(card, 'results', '参加者は15,044人だった。');
    await said(other, 'results', '参加者は15,043人だった。');
    for (const [at, value] of ['15102', '15103'].entries()) await act(bureauStaff, writeFigure, { ...people, figureId: figure.id, cycleId: cycle.id, expectedVersion: at + 1, value });
    const quotedBy = async () => (await listFigures(db.em(), bureauStaff, { cycleId: cycle.id })).figures[0]?.quotedBy;
    expect(await quotedBy()).toEqual([{ cardId: card.id, code: card.code, title: card.title, field: 'results', as: 'earlier', earlier: { value: '15044', unit: '人' } }]);
    await said(card, 'results', '参加者は15,103人だった。');
    expect(await quotedBy()).toMatchObject([{ as: 'words', earlier: null }]);
    // Nothing follows it: it may go.
    await said(card, 'results', '参加者は15,044人だった。');
    expect(await act(bureauStaff, removeFigure, { figureId: figure.id, expectedVersion: 3 })).toEqual({ id: figure.id });
  });

  it('is the own 局’s to change, and the list shows a 局 only its own', async () => {
    const figure = await write(bureauStaff);
    for (const who of [kitaStaff, committeeLead, secretariat, viewer]) expect((await refusalOf(write(who))).code).toBe('permission/denied');
    const again = { ...people, figureId: figure.id, cycleId: cycle.id, expectedVersion: 1 };
    expect((await refusalOf(act(colleagueElsewhere, writeFigure, again))).code).toBe('bureau-figure/not-yours');
    expect((await refusalOf(act(colleagueElsewhere, removeFigure, { figureId: figure.id, expectedVersion: 1 }))).code).toBe('bureau-figure/not-yours');
    expect((await listFigures(db.em(), colleagueElsewhere, { cycleId: cycle.id })).figures).toEqual([]);
    expect((await listFigures(db.em(), committeeLead, { cycleId: cycle.id })).figures).toHaveLength(1);
  });

  it('refuses what a colleague changed first, and gives the fresh one', async () => {
    const figure = await write(bureauStaff);
    const change = { ...people, figureId: figure.id, cycleId: cycle.id, expectedVersion: 1 };
    await act(bureauStaff, writeFigure, { ...change, value: '1' });
    expect(await refusalOf(act(bureauStaff, writeFigure, { ...change, value: '2' }))).toMatchObject({ code: 'bureau-figure/changed-meanwhile', current: { value: '1', version: 2 } });
    expect((await refusalOf(write(bureauStaff, { figureId: figure.id }))).code).toBe('bureau-figure/changed-meanwhile');
    expect((await refusalOf(act(bureauStaff, removeFigure, { figureId: figure.id, expectedVersion: 1 }))).code).toBe('bureau-figure/changed-meanwhile');
  });

  it('stays as long as a text quotes it, and is gone once none does', async () => {
    const card = await aCard(cycle).build(db);
    const figure = await write(bureauStaff);
    await said(card, 'results', `{{局|${figure.id}}}`);
    expect(await refusalOf(act(bureauStaff, removeFigure, { figureId: figure.id, expectedVersion: 1 }))).toMatchObject({ code: 'bureau-figure/quoted', list: [{ code: card.code }] });
    await said(card, 'results', '15,044人');
    expect(await act(bureauStaff, removeFigure, { figureId: figure.id, expectedVersion: 1 })).toEqual({ id: figure.id });
    expect((await listFigures(db.em(), bureauStaff, { cycleId: cycle.id })).figures).toEqual([]);
    expect((await refusalOf(act(bureauStaff, removeFigure, { figureId: figure.id, expectedVersion: 1 }))).code).toBe('bureau-figure/not-found');
    expect((await refusalOf(write(bureauStaff, { figureId: figure.id, expectedVersion: 1 }))).code).toBe('bureau-figure/not-found');
  });

  it('is closed before the 照会 and from 確定 on, and belongs to one cycle', async () => {
    const figure = await write(bureauStaff);
    const settled = await aCycle().in('settled').build(db);
    expect((await refusalOf(write(bureauStaff, { cycleId: settled.id }))).code).toBe('cycle/not-open-for-review');
    expect((await refusalOf(write(bureauStaff, { figureId: figure.id, cycleId: settled.id, expectedVersion: 1 }))).code).toBe('bureau-figure/not-found');
    expect((await refusalOf(write(bureauStaff, { cycleId: randomUUID() }))).code).toBe('cycle/not-found');
    expect((await refusalOf(listFigures(db.em(), secretariat, { cycleId: randomUUID() }))).code).toBe('cycle/not-found');
  });
});
