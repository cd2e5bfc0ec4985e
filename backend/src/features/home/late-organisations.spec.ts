import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aCard, aCycle, aSubmission } from '../../../../test/kit/builders.ts';
import { committeeLead, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { openHome } from './queries/open-home.ts';

let db: TestDatabase;
beforeAll(async () => { db = await createTestDatabase(); });
afterAll(async () => { await db.close(); });

it('from 事務局確認 on calls nobody late for what can no longer be handed in', async () => {
  const cycle = await aCycle().wardsUntil('2025-05-13').build(db);
  const card = await aCard(cycle).asking('北区', '西区').build(db);
  const returned = await aSubmission(card).by('西区').returned().build(db);
  await db.em().execute(`update submission set return_deadline = '2025-05-13' where id = ?`, [returned.id]);
  const late = async (reader: typeof secretariat) => (await openHome(db.em(), reader, '2025-05-14', { cycleId: cycle.id })).lateOrganisations.map(({ name, answers }) => `${name} ${answers}`);
  for (const reader of [secretariat, committeeLead]) expect(await late(reader)).toEqual(['北区 1', '西区 1']);
  await db.em().execute(`update cycle set phase = 'check' where id = ?`, [cycle.id]);
  for (const reader of [secretariat, committeeLead]) expect(await late(reader)).toEqual(['西区 1']);
});

it('from 事務局確認 on a card names nobody as missing whose answer is closed', async () => {
  const cycle = await aCycle().wardsUntil('2025-05-13').build(db);
  const card = await aCard(cycle).at('committee_review').asking('北区').build(db);
  await aSubmission(card).by('西区').returned().build(db);
  const missing = async () => (await openHome(db.em(), committeeLead, '2025-05-14', { cycleId: cycle.id })).waiting.map(({ facts }) => facts.organisation);
  expect(await missing()).toEqual(['北区・西区']);
  await db.em().execute(`update cycle set phase = 'check' where id = ?`, [cycle.id]);
  expect(await missing()).toEqual(['西区']);
});
