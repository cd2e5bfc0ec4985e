import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actingOn, changesSaid, heardOn, refusalOf } from '../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission } from '../../../../test/kit/builders.ts';
import { cast, kitaStaff, nishiStaff, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { CycleEntity } from '../cycles/index.ts';
import { readSchedule } from './queries/read-schedule.ts';
import { putClosedDay } from './use-cases/put-closed-day.ts';
import { setDeadlines } from './use-cases/set-deadlines.ts';

/** Today is Wednesday 2025-05-14. */
let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());

const DATES = { openedOn: '2025-04-25', wardDeadline: '2025-05-20', bureauDeadline: '2025-05-20', reviewDeadline: '2025-05-30', checkDeadline: '2025-06-06', conferenceOn: '2025-06-13' };
const set = (cycleId: string, more: object = {}, by = secretariat) => act(by, setDeadlines, { cycleId, expectedVersion: 1, ...DATES, ...more });
const theCycle = (id: string) => db.em().findOneOrFail(CycleEntity, { id });

describe('日程を決める', () => {
  it('sets every date at once, told to everybody and logged with what moved', async () => {
    const cycle = await aCycle().build(db);
    expect(await set(cycle.id, { wardDeadline: '2025-05-22', reviewDeadline: '2025-06-03', reason: '照会が遅れたため' })).toMatchObject({ wardDeadline: '2025-05-22', bureauDeadline: '2025-05-20', reviewDeadline: '2025-06-03', version: 2 });
    expect(await heardOn(db, `cycle:${cycle.id}`)).toMatchObject([{ type: 'cycle.changed', cycle: { wardDeadline: '2025-05-22', version: 2 } }]);
    const [line] = await db.em().execute(`select reason, before, after from command_log where name = 'cycle.set-deadlines' and cycle_id = ?`, [cycle.id]);
    expect(line).toEqual({ reason: '照会が遅れたため', before: { wardDeadline: '2025-05-20', reviewDeadline: '2025-05-30' }, after: { wardDeadline: '2025-05-22', reviewDeadline: '2025-06-03' } });
  });

  it('tells who owes something by a moved date, and nobody who has a later day of their own', async () => {
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).asking('北区', '西区').build(db);
    await aSubmission(card).by(nishiStaff).draft().extendedTo('2025-05-30').build(db);
    const unreadOf = async ({ personId }: { personId: string }) => (await heardOn(db, `person:${personId}`)).flatMap((change) => (change.type === 'notice.added' && change.notice.cycleId === cycle.id ? [change.notice.facts] : []));
    await set(cycle.id, { wardDeadline: '2025-05-22' });
    expect(await unreadOf(kitaStaff)).toMatchObject([{ from: '2025-05-20', to: '2025-05-22' }]);
    expect(await unreadOf(nishiStaff)).toEqual([]);
    expect(await unreadOf(secretariat)).toEqual([]);
  });

  it('refuses a closed day and names the next open one', async () => {
    const cycle = await aCycle().build(db);
    const saturday = await refusalOf(set(cycle.id, { wardDeadline: '2025-05-24' }));
    expect(saturday).toMatchObject({ code: 'cycle/deadline-on-closed-day', fields: [{ path: 'wardDeadline', message: expect.stringContaining('2025-05-26') }] });
    await act(secretariat, putClosedDay, { date: '2025-06-27', name: '創立記念日' });
    expect(await refusalOf(set(cycle.id, { conferenceOn: '2025-06-27' }))).toMatchObject({ code: 'cycle/deadline-on-closed-day', fields: [{ path: 'conferenceOn', message: expect.stringContaining('2025-06-30') }] });
  });

  it('refuses the past and the wrong order, and keeps what was', async () => {
    const cycle = await aCycle().build(db);
    expect(await refusalOf(set(cycle.id, { wardDeadline: '2025-05-13' }))).toMatchObject({ code: 'cycle/deadline-passed', fields: [{ path: 'wardDeadline', message: expect.stringContaining('2025-05-14') }] });
    expect(await refusalOf(set(cycle.id, { reviewDeadline: '2025-05-19' }))).toMatchObject({ code: 'cycle/deadlines-out-of-order', fields: [{ path: 'reviewDeadline' }, { path: 'reviewDeadline' }] });
    expect(await theCycle(cycle.id)).toMatchObject({ ...DATES, version: 1 });
    expect(await heardOn(db, `cycle:${cycle.id}`)).toEqual([]);
  });

  it('leaves alone what passed on a day that was closed since', async () => {
    const cycle = await aCycle().with({ openedOn: '2025-04-26' }).build(db);
    expect(await set(cycle.id, { openedOn: '2025-04-26', wardDeadline: '2025-05-21' })).toMatchObject({ openedOn: '2025-04-26', wardDeadline: '2025-05-21' });
  });

  it('is refused from a stale screen with the dates as they are, after 確定, and where there is no cycle', async () => {
    const cycle = await aCycle().build(db);
    expect(await refusalOf(set(cycle.id, { expectedVersion: 3, wardDeadline: '2025-05-22' }))).toMatchObject({ code: 'cycle/changed-meanwhile', current: { version: 1, wardDeadline: '2025-05-20' } });
    for (const phase of ['settled', 'published'] as const) expect((await refusalOf(set((await aCycle().in(phase).build(db)).id))).code).toBe('cycle/settled');
    expect((await refusalOf(set(randomUUID()))).code).toBe('cycle/not-found');
  });

  it('is for 事務局 alone', async () => {
    const cycle = await aCycle().build(db);
    for (const other of cast.filter(({ role }) => role !== 'secretariat')) {
      expect((await refusalOf(set(cycle.id, { wardDeadline: '2025-05-22' }, other))).code).toBe('permission/denied');
      expect((await refusalOf(readSchedule(db.em(), other, { cycleId: cycle.id }))).code).toBe('permission/denied');
    }
  });

  it('sent twice happens once, and dates that stay say nothing', async () => {
    const cycle = await aCycle().build(db);
    const commandId = randomUUID();
    const first = await set(cycle.id, { commandId, wardDeadline: '2025-05-22' });
    const said = await changesSaid(db);
    expect(await set(cycle.id, { commandId, wardDeadline: '2025-05-22' })).toEqual(first);
    expect(await set(cycle.id, { expectedVersion: 2, wardDeadline: '2025-05-22' })).toMatchObject({ version: 2 });
    expect(await changesSaid(db)).toBe(said);
  });

  it('and a day that closes at the same moment never leave a deadline on a closed day', async () => {
    const cycle = await aCycle().build(db);
    await aCard(cycle).build(db);
    const [moved, closed] = await Promise.allSettled([set(cycle.id, { wardDeadline: '2025-05-28' }), act(secretariat, putClosedDay, { date: '2025-05-28', name: '工事' })]);
    expect(closed.status).toBe('fulfilled');
    const { wardDeadline } = await theCycle(cycle.id);
    expect(wardDeadline).toBe(moved.status === 'fulfilled' ? '2025-05-29' : '2025-05-20');
  });
});

describe('日程', () => {
  it('says how much is owed by each day, and what has a day of its own', async () => {
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).asking('北区', '西区', '港区', '旭区').build(db);
    await aSubmission(card).by('北区').draft().extendedTo('2025-05-23').build(db);
    await aSubmission(card).by('西区').returned('理由', '2025-05-27').build(db);
    await aSubmission(card).by('港区').submitted().build(db);
    const bureaus = await aCard(cycle).askingBureau().build(db);
    await aCard(cycle).at('reviewed').build(db);
    expect(bureaus.stage).toBe('draft');
    expect(await readSchedule(db.em(), secretariat, { cycleId: cycle.id })).toEqual({
      cycle: expect.objectContaining({ id: cycle.id, ...DATES, version: 1 }),
      owed: [
        { group: 'ward', deadline: '2025-05-20', isOwn: false, count: 1 }, { group: 'ward', deadline: '2025-05-23', isOwn: true, count: 1 }, { group: 'ward', deadline: '2025-05-27', isOwn: true, count: 1 },
        { group: 'bureau', deadline: '2025-05-20', isOwn: false, count: 1 }, { group: 'review', deadline: '2025-05-30', isOwn: false, count: 2 },
      ],
    });
  });

  it('from 事務局確認 on counts what can still be handed in alone', async () => {
    const cycle = await aCycle().in('check').build(db);
    const card = await aCard(cycle).asking('北区', '西区').build(db);
    await aSubmission(card).by('西区').returned('理由', '2025-05-27').build(db);
    const { owed } = await readSchedule(db.em(), secretariat, { cycleId: cycle.id });
    expect(owed.filter(({ group }) => group === 'ward')).toEqual([{ group: 'ward', deadline: '2025-05-27', isOwn: true, count: 1 }]);
  });

  it('has nothing owed of a review that asks nobody, and says when there is none', async () => {
    const cycle = await aCycle().build(db);
    expect((await readSchedule(db.em(), secretariat, { cycleId: cycle.id })).owed).toEqual([]);
    expect((await refusalOf(readSchedule(db.em(), secretariat, { cycleId: randomUUID() }))).code).toBe('cycle/not-found');
  });
});
