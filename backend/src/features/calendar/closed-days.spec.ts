import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actingOn, changesSaid, heardOn, refusalOf, theAnswer } from '../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission } from '../../../../test/kit/builders.ts';
import { cast, kita, nishi, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { CycleEntity } from '../cycles/index.ts';
import { listClosedDays } from './queries/list-closed-days.ts';
import { importClosedDays } from './use-cases/import-closed-days.ts';
import { putClosedDay } from './use-cases/put-closed-day.ts';
import { removeClosedDay } from './use-cases/remove-closed-day.ts';

/** Today is Wednesday 2025-05-14; the wards' and the 局's deadline is Tuesday 2025-05-20. */
let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
beforeEach(() => db.em().execute('delete from closed_day; delete from cycle;'));
afterAll(() => db.close());
const put = (date: string, name = '創立記念日', by = secretariat, more: object = {}) => act(by, putClosedDay, { date, name, ...more });
const theCycle = (id: string) => db.em().findOneOrFail(CycleEntity, { id });

describe('a 閉庁日', () => {
  it('is added, renamed and taken out by 事務局, and stands in the list by its source', async () => {
    expect(await put('2025-05-21')).toEqual({ days: [{ date: '2025-05-21', name: '創立記念日', source: 'own' }], moved: [], missedCases: [] });
    expect((await put('2025-05-06', '振替休日')).days.map(({ source }) => source)).toEqual(['holiday', 'own']);
    expect((await put('2025-12-30', '年末年始')).days.at(-1)).toMatchObject({ source: 'year_end' });
    expect((await put('2025-05-21', '庁舎点検')).days).toContainEqual({ date: '2025-05-21', name: '庁舎点検', source: 'own' });
    expect((await act(secretariat, removeClosedDay, { date: '2025-05-21' })).days.map(({ date }) => date)).toEqual(['2025-05-06', '2025-12-30']);
    expect((await listClosedDays(db.em(), secretariat)).days).toHaveLength(2);
  });

  it('is nobody else\'s to change or to list', async () => {
    for (const other of cast.filter(({ role }) => role !== 'secretariat')) {
      expect((await refusalOf(put('2025-05-21', '創立記念日', other))).code).toBe('permission/denied');
      expect((await refusalOf(act(other, removeClosedDay, { date: '2025-05-21' }))).code).toBe('permission/denied');
      expect((await refusalOf(act(other, importClosedDays, { days: [{ date: '2025-05-21', name: '休み' }], removeMissing: false }))).code).toBe('permission/denied');
      expect((await refusalOf(listClosedDays(db.em(), other))).code).toBe('permission/denied');
    }
  });

  it('is no weekend, and one that is not there is not taken out', async () => {
    expect((await refusalOf(put('2025-05-17'))).code).toBe('closed-day/weekend');
    expect((await refusalOf(act(secretariat, removeClosedDay, { date: '2025-05-21' }))).code).toBe('closed-day/not-found');
    expect((await refusalOf(put('2025-05-21', '  '))).code).toBe('request/invalid');
  });

  it('has a name that is what it looks like', async () => {
    expect((await put('2025-05-21', '\u202E創立\u200B記\n念日\u2069')).days).toContainEqual({ date: '2025-05-21', name: '創立記念日', source: 'own' });
    const { days } = await act(secretariat, importClosedDays, { days: [{ date: '2025-05-22', name: '\u2066夏季\u0007' }], removeMissing: false });
    expect(days).toContainEqual({ date: '2025-05-22', name: '夏季', source: 'own' });
    for (const date of ['2025-05-21', '2025-05-22']) await act(secretariat, removeClosedDay, { date });
    expect((await refusalOf(put('2025-05-21', '\u200B'))).code).toBe('request/invalid');
  });

  it('that a holiday of a weekend is can still be renamed', async () => {
    await act(secretariat, importClosedDays, { days: [{ date: '2025-05-03', name: '憲法記念日' }], removeMissing: false });
    expect((await put('2025-05-03', '憲法記念の日')).days).toEqual([{ date: '2025-05-03', name: '憲法記念の日', source: 'holiday' }]);
  });

  it('is told to everybody who works on a review that is not published', async () => {
    const [open, settled, published] = [await aCycle().build(db), await aCycle().in('settled').build(db), await aCycle().in('published').build(db)];
    await put('2025-05-21');
    await act(secretariat, removeClosedDay, { date: '2025-05-21' });
    const said = { type: 'calendar.changed' };
    expect(await heardOn(db, `cycle:${open.id}`)).toEqual([said, said]);
    expect(await heardOn(db, `cycle:${settled.id}`)).toEqual([said, said]);
    expect(await heardOn(db, `cycle:${published.id}`)).toEqual([]);
  });

  it('sent twice happens once', async () => {
    const cycle = await aCycle().build(db);
    const commandId = randomUUID();
    const first = await put('2025-05-20', '創立記念日', secretariat, { commandId });
    const said = await changesSaid(db);
    expect(await put('2025-05-20', '創立記念日', secretariat, { commandId })).toEqual(first);
    expect(await changesSaid(db)).toBe(said);
    expect((await theCycle(cycle.id)).wardDeadline).toBe('2025-05-21');
    expect((await refusalOf(put('2025-05-21', '創立記念日', secretariat, { commandId }))).code).toBe('command/id-reused');
  });
});

describe('a deadline on a day that is closed', () => {
  it('moves to the next open day, is told, logged and answered', async () => {
    const cycle = await aCycle().build(db);
    await aCard(cycle).build(db);
    expect((await put('2025-05-20')).moved).toEqual([
      { what: 'ward', fiscalYear: 2024, from: '2025-05-20', to: '2025-05-21', count: 1 }, { what: 'bureau', fiscalYear: 2024, from: '2025-05-20', to: '2025-05-21', count: 1 },
    ]);
    expect(await theCycle(cycle.id)).toMatchObject({ wardDeadline: '2025-05-21', bureauDeadline: '2025-05-21', reviewDeadline: '2025-05-30', version: 2 });
    expect(await heardOn(db, `cycle:${cycle.id}`)).toMatchObject([{ type: 'cycle.changed', cycle: { wardDeadline: '2025-05-21', version: 2 } }, { type: 'calendar.changed' }]);
    const [line] = await db.em().execute(`select cycle_id, after from command_log where name = 'closed-day.put' and cycle_id = ?`, [cycle.id]);
    expect(line).toMatchObject({ cycle_id: cycle.id, after: { date: '2025-05-20', moved: [{ what: 'ward', to: '2025-05-21' }, { what: 'bureau' }] } });
  });

  it('takes 区長会議, the 部会\'s and the check\'s day along, over a weekend and what is closed already', async () => {
    const cycle = await aCycle().build(db);
    await put('2025-06-02');
    expect((await put('2025-05-30')).moved).toEqual([{ what: 'review', fiscalYear: 2024, from: '2025-05-30', to: '2025-06-03', count: 1 }]);
    expect((await put('2025-06-13')).moved).toMatchObject([{ what: 'conference', to: '2025-06-27' }]);
    expect((await put('2025-06-06')).moved).toMatchObject([{ what: 'check', to: '2025-06-09' }]);
    expect(await theCycle(cycle.id)).toMatchObject({ reviewDeadline: '2025-06-03', conferenceOn: '2025-06-27', checkDeadline: '2025-06-09', version: 4 });
  });

  it('that leaves the check later than the 案件締切 is answered with the cycle, until its 区長会議 is a later one', async () => {
    const cycle = await aCycle().with({ checkDeadline: '2025-06-10' }).build(db);
    expect((await put('2025-06-09')).missedCases).toEqual([]);
    const missed = await put('2025-06-10');
    expect(missed.moved).toMatchObject([{ what: 'check', from: '2025-06-10', to: '2025-06-11' }]);
    expect(missed.missedCases).toEqual([{ cycleId: cycle.id, fiscalYear: 2024, checkDeadline: '2025-06-11', casesOn: '2025-06-06' }]);
    expect((await put('2025-06-13')).missedCases).toEqual([]);
    const list = [{ date: '2025-06-11', name: '庁舎点検' }];
    expect((await act(secretariat, importClosedDays, { days: list, removeMissing: false })).missedCases).toEqual([]);
    await db.em().execute(`update cycle set conference_on = '2025-06-13' where id = ?; delete from closed_day where date = '2025-06-13'`, [cycle.id]);
    expect((await act(secretariat, importClosedDays, { days: [{ date: '2025-06-12', name: '庁舎点検' }], removeMissing: false })).missedCases).toMatchObject([{ checkDeadline: '2025-06-13' }]);
  });

  it('moves extensions and 差戻し of whoever has one, each organisation hearing only of its own', async () => {
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).asking('北区', '西区').build(db);
    const extended = await aSubmission(card).by(kita).draft().extendedTo('2025-05-22').build(db);
    const decision = { granted: true, until: '2025-05-22', reason: '集計に時間がかかるため', by: secretariat.doer, at: '2025-05-13T01:00:00.000Z' };
    await db.em().execute('update submission set extension_decision = ?::jsonb where id = ?', [JSON.stringify(decision), extended.id]);
    const returned = await aSubmission(card).by(nishi).returned('数を確かめてください', '2025-05-22').build(db);
    await db.em().execute('update submission set return_deadline = ? where id = ?', ['2025-05-22', returned.id]);
    const [heardByKita, heardByNishi] = [(await heardOn(db, `ward:${kita.id}`)).length, (await heardOn(db, `ward:${nishi.id}`)).length];
    expect((await put('2025-05-22')).moved).toEqual([
      { what: 'extension', fiscalYear: 2024, from: '2025-05-22', to: '2025-05-23', count: 1 }, { what: 'return', fiscalYear: 2024, from: '2025-05-22', to: '2025-05-23', count: 1 },
    ]);
    expect(await theAnswer(db, extended.id)).toMatchObject({ extension: '2025-05-23', extensionDecision: { ...decision, until: '2025-05-23' }, version: extended.version + 1, draftVersion: 1 });
    expect(await theAnswer(db, returned.id)).toMatchObject({ returnDeadline: '2025-05-23', openReturn: { deadline: '2025-05-23', reason: '数を確かめてください' } });
    expect(await heardOn(db, `ward:${kita.id}`, heardByKita)).toMatchObject([{ type: 'own-answer.changed', answer: { id: extended.id, deadline: '2025-05-23' } }]);
    expect(await heardOn(db, `ward:${nishi.id}`, heardByNishi)).toMatchObject([{ type: 'own-answer.changed', answer: { id: returned.id, deadline: '2025-05-23' } }]);
    expect(await heardOn(db, `cycle:${cycle.id}:office`)).toMatchObject([{ type: 'answer.changed', answer: { id: extended.id } }, { type: 'answer.changed', answer: { id: returned.id } }]);
    expect(await heardOn(db, `cycle:${cycle.id}`)).toEqual([{ type: 'calendar.changed' }]);
    expect((await theCycle(cycle.id)).version).toBe(1);
  });

  it('counts answers with the same day together', async () => {
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).asking('北区', '西区').build(db);
    for (const ward of [kita, nishi]) await aSubmission(card).by(ward).draft().extendedTo('2025-05-22').build(db);
    expect((await put('2025-05-22')).moved).toEqual([{ what: 'extension', fiscalYear: 2024, from: '2025-05-22', to: '2025-05-23', count: 2 }]);
  });

  it('stays when it has passed, or when the review is settled; today it still moves', async () => {
    const past = await aCycle().wardsUntil('2025-05-13').build(db);
    const settled = await aCycle().in('settled').build(db);
    expect((await put('2025-05-13')).moved).toEqual([]);
    expect((await put('2025-05-20')).moved).toEqual([]);
    expect([(await theCycle(past.id)).wardDeadline, (await theCycle(settled.id)).wardDeadline]).toEqual(['2025-05-13', '2025-05-20']);
    const today = await aCycle().wardsUntil('2025-05-14').build(db);
    expect((await put('2025-05-14')).moved).toHaveLength(2);
    expect((await theCycle(today.id)).wardDeadline).toBe('2025-05-15');
  });

  it('does not move back when the office opens after all', async () => {
    const cycle = await aCycle().build(db);
    await put('2025-05-20');
    await act(secretariat, removeClosedDay, { date: '2025-05-20' });
    expect((await theCycle(cycle.id)).wardDeadline).toBe('2025-05-21');
  });

  it('ends on an open day however many are closed at the same moment', async () => {
    const cycle = await aCycle().build(db);
    await aCard(cycle).build(db);
    await Promise.all(['2025-05-20', '2025-05-21', '2025-05-22', '2025-05-23'].map((date) => put(date)));
    expect((await theCycle(cycle.id)).wardDeadline).toBe('2025-05-26');
  });
});

describe('閉庁日 from a list', () => {
  const days = [{ date: '2025-05-20', name: '創立記念日' }, { date: '2025-05-21', name: '庁舎点検' }, { date: '2026-01-02', name: '年末年始' }];
  const take = (removeMissing: boolean, list = days) => act(secretariat, importClosedDays, { days: list, removeMissing });

  it('are added and renamed, and deadlines move once past all of them', async () => {
    const cycle = await aCycle().build(db);
    await put('2025-05-21', '工事');
    const { days: table, moved } = await take(false);
    expect(table.map(({ date, name, source }) => `${date} ${name} ${source}`)).toEqual(['2025-05-20 創立記念日 own', '2025-05-21 庁舎点検 own', '2026-01-02 年末年始 year_end']);
    expect(moved).toMatchObject([{ what: 'ward', to: '2025-05-22' }, { what: 'bureau', to: '2025-05-22' }]);
    expect((await theCycle(cycle.id)).wardDeadline).toBe('2025-05-22');
  });

  it('take out what they do not name of their years, when asked to', async () => {
    await put('2025-06-30', '市の休日');
    await put('2024-06-28', '去年の休日');
    expect((await take(false)).days.map(({ date }) => date)).toContain('2025-06-30');
    expect((await take(true)).days.map(({ date }) => date)).toEqual(['2024-06-28', '2025-05-20', '2025-05-21', '2026-01-02']);
  });

  it('say nothing when they change nothing, and are refused empty', async () => {
    const cycle = await aCycle().build(db);
    await take(false);
    const heard = (await heardOn(db, `cycle:${cycle.id}`)).length;
    await take(true);
    expect(await heardOn(db, `cycle:${cycle.id}`)).toHaveLength(heard);
    expect((await refusalOf(take(false, []))).code).toBe('closed-day/no-days');
  });
});
