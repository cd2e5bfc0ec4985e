import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actingOn, changesSaid, heardOn, refusalOf } from '../../../../../test/kit/act.ts';
import { aCard, aCycle } from '../../../../../test/kit/builders.ts';
import { admin, committeeLead, secretariat } from '../../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../test/kit/database.ts';
import { moveCycle } from './move-cycle.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());
const move = (cycleId: string, more: object = {}) => ({ cycleId, expectedVersion: 1, direction: 'on', ...more });

describe('進行', () => {
  it('goes one step on, and everybody hears it', async () => {
    const cycle = await aCycle().build(db);
    expect(await act(secretariat, moveCycle, move(cycle.id))).toMatchObject({ phase: 'review', version: 2 });
    expect(await heardOn(db, `cycle:${cycle.id}`)).toMatchObject([{ type: 'cycle.changed', cycle: { phase: 'review' } }]);
  });

  it('goes one step back with a reason, before 確定 only', async () => {
    const cycle = await aCycle().in('check').build(db);
    expect((await refusalOf(act(secretariat, moveCycle, move(cycle.id, { direction: 'back' })))).code).toBe('cycle/reason-required');
    expect(await act(secretariat, moveCycle, move(cycle.id, { direction: 'back', reason: '審査が残る' }))).toMatchObject({ phase: 'review' });
    for (const phase of ['preparation', 'settled', 'published'] as const) {
      const there = await aCycle().in(phase).build(db);
      expect((await refusalOf(act(secretariat, moveCycle, move(there.id, { direction: 'back', reason: '理由' })))).code).toBe('cycle/wrong-step');
    }
  });

  it('reaches 確定 only with every live card 審査完了, and lists those that are not', async () => {
    const cycle = await aCycle().in('conference').build(db);
    await aCard(cycle).frozen().build(db);
    await aCard(cycle).at('reviewed').build(db);
    const open = await aCard(cycle).at('committee_review').build(db);
    expect(await refusalOf(act(secretariat, moveCycle, move(cycle.id)))).toMatchObject({ code: 'cycle/cards-not-reviewed', list: [{ code: open.code, title: open.title }] });
    await db.em().execute(`update card set stage = 'reviewed' where id = ?`, [open.id]);
    expect(await act(secretariat, moveCycle, move(cycle.id))).toMatchObject({ phase: 'settled' });
  });

  it('is refused to others, from a stale screen, and where there is no cycle', async () => {
    const cycle = await aCycle().build(db);
    for (const other of [committeeLead, admin]) expect((await refusalOf(act(other, moveCycle, move(cycle.id)))).code).toBe('permission/denied');
    expect(await refusalOf(act(secretariat, moveCycle, move(cycle.id, { expectedVersion: 3 })))).toMatchObject({ code: 'cycle/changed-meanwhile', current: { version: 1 } });
    expect((await refusalOf(act(secretariat, moveCycle, move(randomUUID())))).code).toBe('cycle/not-found');
  });

  it('sent twice is one step', async () => {
    const cycle = await aCycle().build(db);
    const sent = move(cycle.id, { commandId: randomUUID() });
    const first = await act(secretariat, moveCycle, sent);
    const said = await changesSaid(db);
    expect(await act(secretariat, moveCycle, sent)).toEqual(first);
    expect(await changesSaid(db)).toBe(said);
  });
});
