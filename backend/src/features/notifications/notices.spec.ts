import { randomUUID } from 'node:crypto';
import * as contracts from '@furikaeri/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_CHANNELS, DEFAULT_QUIET, NOTICE_KINDS } from '@furikaeri/model';
import { actingOn, changesSaid, theAnswer, yes } from '../../../../test/kit/act.ts';
import { startTestApi, type TestApi, type Visitor } from '../../../../test/kit/api.ts';
import { aCard, aCycle, aSubmission, type CycleRow } from '../../../../test/kit/builders.ts';
import { admin, cast, type CastMember, kita, kitaApprover, kitaStaff, nishiApprover, viewer } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { hearsNothing, listen } from '../../../../test/kit/listening.ts';
import { waitFor } from '../../../../test/kit/wait-for.ts';
import { requestCheck } from '../submissions/use-cases/request-check.ts';
import { notify } from './notify.ts';

type Input<C extends { input: { _input: unknown } }> = C['input']['_input'];
let db: TestDatabase;
let api: TestApi;
let cycle: CycleRow;
let approver: Visitor;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startTestApi(db);
});
afterAll(async () => {
  await api.close();
  await db.close();
});
beforeEach(async () => {
  for (const table of ['notification', 'notification_settings', 'absence']) await db.em().execute(`delete from ${table}`);
  cycle = await aCycle().build(db);
  approver = await api.as(kitaApprover);
});

/** 北区's staff ask their approver to check one more answer. */
async function askToCheck(): Promise<void> {
  const answer = await aSubmission(await aCard(cycle).asking('北区').build(db)).by(kita).draft(yes()).build(db);
  await actingOn(db)(kitaStaff, requestCheck, { submissionId: answer.id, expectedVersion: (await theAnswer(db, answer.id)).draftVersion });
}
const list = (who: Visitor, more: Input<typeof contracts.listNotices> = {}) => who.call(contracts.listNotices, more);
const mark = (who: Visitor, notices: 'all' | string[], read = true) => who.call(contracts.markNotices, { commandId: randomUUID(), notices, read });
const settingsOf = (who: Visitor) => who.call(contracts.readNoticeSettings, {});
const save = async (who: Visitor, more: Partial<contracts.NoticeSettings>, expectedVersion?: number) => {
  const { settings, version } = await settingsOf(who);
  return who.call(contracts.saveNoticeSettings, { commandId: randomUUID(), expectedVersion: expectedVersion ?? version, settings: { ...settings, ...more } });
};

describe('お知らせ', () => {
  it('are listed the newest first, page by page, each to its own person', async () => {
    for (let n = 0; n < 32; n += 1) await askToCheck();
    const first = await list(approver);
    expect(contracts.listNotices.output.parse(first)).toMatchObject({ more: true, unread: 32, seqs: { [`person:${kitaApprover.personId}`]: expect.any(Number) } });
    const rest = await list(approver, { before: first.notices.at(-1)?.id });
    expect([first.notices.length, rest.notices.length, rest.more]).toEqual([30, 2, false]);
    const ids = [...first.notices, ...rest.notices].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect((await list(await api.as(nishiApprover))).notices).toEqual([]);
    await mark(approver, ids.slice(0, 31));
    expect((await list(approver, { unreadOnly: 'true' } as never)).notices.map(({ id }) => id)).toEqual(ids.slice(31));
  });

  it('count alike on two screens, and what is marked on one is heard on the other', async () => {
    const [one, other, stranger] = await Promise.all([listen(approver, `person:${kitaApprover.personId}`), listen(await api.as(kitaApprover), `person:${kitaApprover.personId}`), listen(await api.as(nishiApprover), `person:${nishiApprover.personId}`)]);
    await hearsNothing(db, stranger, `person:${nishiApprover.personId}`, async () => { await askToCheck(); await askToCheck(); });
    const counts = ({ heard }: typeof one) => heard.map(({ payload }) => ('unread' in payload ? payload.unread : -1));
    await waitFor(() => counts(one).length === 2 && counts(other).length === 2);
    expect([counts(one), counts(other)]).toEqual([[1, 2], [1, 2]]);
    const { notices } = await list(approver);
    await mark(approver, [notices[0]?.id ?? '']);
    await waitFor(() => other.heard.length === 3);
    expect(other.heard[2]?.payload).toMatchObject({ type: 'notices.marked', ids: [notices[0]?.id], read: true, unread: 1 });
    expect(await mark(approver, 'all')).toEqual({ unread: 0 });
    await waitFor(() => other.heard.length === 4 && one.heard.length === 4);
    expect(one.heard.map(({ payload }) => payload)).toEqual(other.heard.map(({ payload }) => payload));
    expect(await mark(approver, [notices[1]?.id ?? ''], false)).toEqual({ unread: 1 });
    expect((await list(approver)).notices.map(({ readAt }) => readAt === null)).toEqual([false, true]);
    for (const ears of [one, other, stranger]) ears.close();
  });

  it('marked again change nothing and say nothing', async () => {
    await askToCheck();
    await mark(approver, 'all');
    const said = await changesSaid(db);
    expect(await mark(approver, 'all')).toEqual({ unread: 0 });
    const sent = { commandId: randomUUID(), notices: 'all' as const, read: false };
    expect([await approver.call(contracts.markNotices, sent), await approver.call(contracts.markNotices, sent)]).toEqual([{ unread: 1 }, { unread: 1 }]);
    expect(await changesSaid(db)).toBe(said + 1);
  });

  it('of somebody else are not there to be marked', async () => {
    await askToCheck();
    const [notice] = (await list(approver)).notices;
    await expect(mark(await api.as(kitaStaff), [notice?.id ?? ''])).rejects.toThrow('notice/not-found');
    await expect(mark(approver, [notice?.id ?? '', randomUUID()])).rejects.toThrow('notice/not-found');
    expect((await list(approver)).unread).toBe(1);
  });

  it('are for whoever is signed in, and for nobody else', async () => {
    for (const who of cast) expect((await list(await api.as(who))).unread).toBe(0);
    const stranger = api.visitor();
    for (const path of ['/api/notices', '/api/notices/settings', '/api/absences', '/api/calendar-feed']) expect((await stranger.send('GET', path)).status).toBe(401);
  });
});

describe('通知の設定', () => {
  it('begin with the house’s own, at version 0', async () => {
    expect(await settingsOf(approver)).toEqual({ settings: { language: 'ja', quiet: DEFAULT_QUIET, channels: DEFAULT_CHANNELS }, version: 0 });
  });

  it('are kept, and refused to a screen that has not seen them', async () => {
    const saved = await save(approver, { language: 'en', quiet: null, channels: { ...DEFAULT_CHANNELS, approved: 'mail' } });
    expect(saved).toMatchObject({ version: 1, settings: { language: 'en', quiet: null, channels: { approved: 'mail' } } });
    expect(await settingsOf(approver)).toEqual(saved);
    const refused = await refusalOfCall(save(approver, { language: 'ja' }, 0));
    expect(refused).toMatchObject({ code: 'notice/changed-meanwhile', current: saved });
    expect((await settingsOf(await api.as(kitaStaff))).version).toBe(0);
  });

  it('cannot turn off what is fixed', async () => {
    const none = Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, 'none'])) as contracts.NoticeSettings['channels'];
    expect((await save(approver, { channels: none })).settings.channels).toEqual({ ...none, reminder: DEFAULT_CHANNELS.reminder });
    const told = await db.em().transactional((em) => notify(em, { actor: null, now: db.clock.now(), today: db.clock.today() }, (['reminder', 'approved'] as const).map((kind) => ({
      kind, facts: {}, to: [{ organisationId: kita.id, roles: ['ward_approver' as const] }],
    }))));
    expect(told.map(({ payload }) => (payload.type === 'notice.added' ? payload.notice.kind : null))).toEqual(['reminder']);
  });

  it.each(['app', 'mail', 'digest', 'none'] as const)('%s is where a kind goes', async (channel) => {
    await save(approver, { channels: { ...DEFAULT_CHANNELS, check_requested: channel } });
    const ears = await listen(approver, `person:${kitaApprover.personId}`);
    if (channel === 'none') await hearsNothing(db, ears, `person:${kitaApprover.personId}`, askToCheck);
    else {
      await askToCheck();
      await waitFor(() => ears.heard.length === 1);
    }
    ears.close();
    const rows = await db.em().execute<{ channel: string }[]>('select channel from notification');
    expect(rows.map((row) => row.channel)).toEqual(channel === 'none' ? [] : [channel]);
    expect((await list(approver)).unread).toBe(rows.length);
  });
});

describe('不在', () => {
  const declare = (who: Visitor, from: string, to: string, note = '') => who.call(contracts.declareAbsence, { commandId: randomUUID(), from, to, note });
  const cancel = (who: Visitor, absenceId: string) => who.call(contracts.cancelAbsence, { commandId: randomUUID(), absenceId });

  it('is said, listed and taken back by oneself alone', async () => {
    const later = await declare(approver, '2025-05-19', '2025-05-20', '出張');
    const sooner = await declare(approver, '2025-05-14', '2025-05-14');
    expect(await approver.call(contracts.listAbsences, {})).toEqual({ absences: [sooner, later] });
    const staff = await api.as(kitaStaff);
    expect(await staff.call(contracts.listAbsences, {})).toEqual({ absences: [] });
    await expect(cancel(staff, later.id)).rejects.toThrow('absence/not-found');
    await cancel(approver, later.id);
    await expect(cancel(approver, later.id)).rejects.toThrow('absence/not-found');
    expect(await approver.call(contracts.listAbsences, {})).toEqual({ absences: [sooner] });
  });

  it('that runs is over with yesterday when it is taken back', async () => {
    const { id } = await declare(approver, '2025-05-14', '2025-05-20');
    db.clock.moveTo(new Date('2025-05-16T01:00:00Z'));
    const tomorrow = await api.as(kitaApprover);
    await cancel(tomorrow, id);
    expect(await tomorrow.call(contracts.listAbsences, {})).toEqual({ absences: [] });
    const [row] = await db.em().execute<{ to: string }[]>('select to_day::text as "to" from absence where id = ?', [id]);
    expect(row?.to).toBe('2025-05-15');
    db.clock.moveTo(new Date('2025-05-14T01:00:00Z'));
  });

  it.each([['yesterday', '2025-05-13', '2025-05-16'], ['backwards', '2025-05-16', '2025-05-15'], ['for more than a year', '2025-05-14', '2026-05-15']])('%s is refused', async (_, from, to) => {
    await expect(declare(approver, from, to)).rejects.toThrow('absence/wrong-period');
  });

  it.each([['2025-05-14', '2025-05-16'], ['2025-05-18', '2025-05-30'], ['2025-05-17', '2025-05-17'], ['2025-05-15', '2025-05-20']])('%s to %s is refused where one lies already', async (from, to) => {
    await declare(approver, '2025-05-16', '2025-05-18');
    await expect(declare(approver, from, to)).rejects.toThrow('absence/overlaps');
    await declare(approver, '2025-05-19', '2025-05-19');
    await declare(await api.as(kitaStaff), from, to);
  });

  it('of two at once for the same days one is refused', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => declare(approver, '2025-05-16', '2025-05-18')));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is not for those who look on', async () => {
    for (const who of [viewer, admin] as CastMember[]) {
      const visitor = await api.as(who);
      await expect(declare(visitor, '2025-05-16', '2025-05-18')).rejects.toThrow('permission/denied');
      await expect(cancel(visitor, randomUUID())).rejects.toThrow('permission/denied');
      await expect(visitor.call(contracts.listAbsences, {})).rejects.toThrow('permission/denied');
    }
  });
});

async function refusalOfCall(promise: Promise<unknown>): Promise<contracts.ProblemBody | undefined> {
  try {
    await promise;
  } catch (error) {
    return (error as { problem?: contracts.ProblemBody }).problem;
  }
  throw new Error('It was not refused.');
}
