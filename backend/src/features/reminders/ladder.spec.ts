import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { readLadder, setLadder } from '../../../../packages/contracts/src/index.ts';
import { DEFAULT_LADDER, type Ladder } from '../../../../packages/model/src/index.ts';
import { startTestApi, type TestApi, type Visitor } from '../../../../test/kit/api.ts';
import { aCard, aCycle, aSubmission, type CycleRow } from '../../../../test/kit/builders.ts';
import { bureauStaff, cast, committeeLead, kita, kitaApprover, kitaStaff, nishi, nishiApprover, nishiStaff, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { newId } from '../../platform/commands/new-id.ts';

let db: TestDatabase;
let api: TestApi;
let office: Visitor;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startTestApi(db);
  office = await api.as(secretariat);
});
afterEach(async () => { await db.em().execute('delete from cycle'); });
afterAll(async () => {
  await api.close();
  await db.close();
});

const HOUSE = { ...DEFAULT_LADDER, steps: [...DEFAULT_LADDER.steps] };
const GENTLE = { steps: [-2, 0, 4], thenEvery: 10, copyFrom: 4, callFrom: 14, escalateAfter: null };
const cycleId = ({ id }: CycleRow) => id as never;
const set = (cycle: CycleRow, expectedVersion: number, ladder: Ladder | null, commandId = newId()) =>
  office.call(setLadder, { commandId, cycleId: cycleId(cycle), expectedVersion, ladder: ladder === null ? null : { ...ladder, steps: [...ladder.steps] } });
const read = (cycle: CycleRow) => office.call(readLadder, { cycleId: cycleId(cycle) });

it('a cycle follows the house’s ladder until it has one of its own, and again when that is taken away', async () => {
  const cycle = await aCycle().build(db);
  expect(await read(cycle)).toMatchObject({ ladder: HOUSE, isDefault: true, version: 0, house: HOUSE, officeHours: { from: '9:00', to: '17:30' } });
  const commandId = newId();
  expect(await set(cycle, 0, GENTLE, commandId)).toEqual({ ladder: GENTLE, isDefault: false, version: 1 });
  expect(await set(cycle, 0, GENTLE, commandId)).toEqual({ ladder: GENTLE, isDefault: false, version: 1 });
  expect(await read(cycle)).toMatchObject({ ladder: GENTLE, isDefault: false, version: 1, house: HOUSE });
  expect(await set(cycle, 1, null)).toEqual({ ladder: HOUSE, isDefault: true, version: 2 });
  const log = await db.em().execute(`select before->'ladder'->'steps' as before, after->'ladder'->'steps' as after from command_log where name = 'reminder.set-ladder' order by at, id`);
  expect(log).toEqual([{ before: HOUSE.steps, after: GENTLE.steps }, { before: GENTLE.steps, after: HOUSE.steps }]);
});

it('steps out of order are refused with their places, and a ladder that somebody changed first with that one', async () => {
  const cycle = await aCycle().build(db);
  await expect(set(cycle, 0, { ...GENTLE, steps: [0, 0, 3, 1] })).rejects.toMatchObject({
    problem: { code: 'ladder/not-in-order', fields: [{ path: 'ladder.steps.1', message: '0' }, { path: 'ladder.steps.3', message: '1' }] },
  });
  await set(cycle, 0, GENTLE);
  await expect(set(cycle, 0, HOUSE)).rejects.toMatchObject({ problem: { code: 'ladder/changed-meanwhile', current: { ladder: GENTLE, isDefault: false, version: 1 } } });
  await expect(office.call(setLadder, { commandId: newId(), cycleId: newId() as never, expectedVersion: 0, ladder: null })).rejects.toMatchObject({ problem: { code: 'cycle/not-found' } });
  await expect(office.call(readLadder, { cycleId: newId() as never })).rejects.toMatchObject({ problem: { code: 'cycle/not-found' } });
});

it('the ladder of a settled review is refused', async () => {
  for (const phase of ['settled', 'published'] as const) {
    await expect(set(await aCycle().in(phase).build(db), 0, GENTLE)).rejects.toMatchObject({ problem: { code: 'cycle/settled' } });
    await db.em().execute('delete from cycle');
  }
  expect(await set(await aCycle().in('conference').build(db), 0, GENTLE)).toMatchObject({ version: 1 });
});

it('what is open is listed by its effective deadline, with whose turn it is and who gets a copy', async () => {
  const cycle = await aCycle().wardsUntil('2025-05-20').with({ bureauDeadline: '2025-05-22', reviewDeadline: '2025-05-30' }).build(db);
  const card = await aCard(cycle).asking('北区', '西区').build(db);
  await aSubmission(card).by(nishi).extendedTo('2025-05-27').build(db);
  await aSubmission(await aCard(cycle).build(db)).by(kita).checking().build(db);
  await aSubmission(await aCard(cycle).build(db)).by(kita).submitted().build(db);
  await aCard(cycle).askingBureau().build(db);
  await aCard(await aCycle().of(2023).build(db)).asking('北区').build(db);
  expect(await read(cycle)).toMatchObject({
    secretariat: [secretariat.personId],
    open: [
      { kind: 'ward', deadline: '2025-05-20', subjects: 2, people: [kitaStaff.personId, kitaApprover.personId], approvers: [kitaApprover.personId] },
      { kind: 'bureau', deadline: '2025-05-22', subjects: 1, people: [bureauStaff.personId], approvers: [] },
      { kind: 'ward', deadline: '2025-05-27', subjects: 1, people: [nishiStaff.personId], approvers: [nishiApprover.personId] },
      { kind: 'review', deadline: '2025-05-30', subjects: 4, people: [committeeLead.personId], approvers: [] },
    ],
  });
});

it('the ladder is for the 事務局 alone', async () => {
  const cycle = await aCycle().build(db);
  for (const member of cast.filter(({ role }) => role !== 'secretariat')) {
    const visitor = await api.as(member);
    await expect(visitor.call(readLadder, { cycleId: cycleId(cycle) })).rejects.toMatchObject({ problem: { code: 'permission/denied' } });
    await expect(visitor.call(setLadder, { commandId: newId(), cycleId: cycleId(cycle), expectedVersion: 0, ladder: null })).rejects.toMatchObject({ problem: { code: 'permission/denied' } });
  }
});
