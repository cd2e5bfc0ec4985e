import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { acknowledgeFinding as acknowledge, type LintFindingView, listFindings as list } from '@furikaeri/contracts';
import { actingOn, heardOn, refusalOf } from '../../../../test/kit/act.ts';
import { startTestApi, type TestApi } from '../../../../test/kit/api.ts';
import { aCard, aCycle, type CardRow, type CycleRow } from '../../../../test/kit/builders.ts';
import { admin, bureau, bureauStaff, cast, type CastMember, committee, committeeLead, kitaApprover, kitaStaff, otherLead, secretariat, viewer } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { readActivity } from '../audit/queries/read-activity.ts';
import { readLog } from '../audit/queries/read-log.ts';
import { readCardHistory } from '../board/queries/read-card-history.ts';
import { CardEntity, CardTextEntity } from '../cards/index.ts';
import { CycleEntity } from '../cycles/index.ts';
import { listFindings } from './queries/list-findings.ts';
import { acknowledgeFinding } from './use-cases/acknowledge-finding.ts';
import { takeBackAcknowledgement } from './use-cases/take-back-acknowledgement.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
let cycle: CycleRow;
let card: CardRow;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  cycle = await aCycle().build(db);
  card = await overdue();
  await write('nextSteps', '導入の手順を決める。');
});

/** A row one year past its deadline, without a word about it. */
const overdue = (): Promise<CardRow> => aCard(cycle).with({ goals: [{ text: '令和5年度中に仕組みを完成', deadline: '令和5年度中に' }] }).withTexts('整理が必要').build(db);
const write = async (field: 'results' | 'issues' | 'nextSteps', text: string, id = card.id): Promise<void> => { await db.em().nativeUpdate(CardTextEntity, { cardId: id, field }, { text }); };
const findings = async (): Promise<LintFindingView[]> => (await listFindings(db.em(), secretariat, { cycleId: cycle.id })).findings;
const hit = async (rule = 'overdue-unexplained'): Promise<LintFindingView> => {
  const found = (await findings()).find((finding) => finding.rule === rule && finding.state === 'hit');
  if (found === undefined) throw new Error(`${rule} finds nothing.`);
  return found;
};
const note = '区の準備を待っているため';
const check = async (who: CastMember, more: object = {}) => act(who, acknowledgeFinding, { cycleId: cycle.id, key: (await hit()).key, note, ...more });
const takeBack = async (who: CastMember, key: string) => act(who, takeBackAcknowledgement, { cycleId: cycle.id, key });
const open = async (): Promise<string[]> => (await findings()).filter(({ state, acknowledged }) => state === 'hit' && acknowledged === null).map(({ rule }) => rule);
/** Printed in the results: a figure of the card and one of a 局, both as marks. */
const figure = { kind: 'count_yes', value: '16', denominator: '24', unit: '区', note: '', printed: null, asked: 24, submitted: 20, yes: 16, no: 4, notApplicable: 0, unanswered: 4, isWhole: false, numerator: null, means: null, parts: [], addsUp: null, steps: [], asOf: null, certainty: null } as const;

describe('整合チェック', () => {
  it('tells where a row contradicts itself, with the facts and the place', async () => {
    const told = list.output.parse(await listFindings(db.em(), secretariat, { cycleId: cycle.id }));
    expect(told.cards).toMatchObject([{ id: card.id, code: card.code, committeeId: committee.id }]);
    expect(told.findings[0]).toMatchObject({
      rule: 'overdue-unexplained', state: 'hit', severity: 'check', cardIds: [card.id], codes: [card.code], field: 'issues', facts: { deadline: '令和5年度中に', years: '1' }, acknowledged: null,
    });
  });

  it('reads the texts as they are printed: with the figures of the card and of the 局', async () => {
    const goals = [{ text: '令和6年度中に全区で訓練を行う', deadline: '令和6年度中に' }];
    await db.em().nativeUpdate(CardEntity, { id: card.id }, { goals, progress: 'completed', figure: { ...figure, parts: [], steps: [] } });
    await write('results', '訓練を行った {{値}}');
    expect(await hit('completed-though-not-all')).toMatchObject({ facts: { count: '16', of: '24', unit: '区' } });
    const id = randomUUID();
    await db.em().execute(`insert into bureau_figure (id, cycle_id, bureau_id, name, unit, value, certainty, source, note, updated_by, updated_at) values (?, ?, ?, '区', '区', '20', 'final', '', '', ?::jsonb, now())`, [id, cycle.id, bureau.id, JSON.stringify(bureauStaff.doer)]);
    await write('results', `訓練を行った {{局|${id}}}`);
    expect(await hit('completed-though-not-all')).toMatchObject({ facts: { count: '20' } });
  });

  it('takes three statements, however many rows there are', async () => {
    const em = db.em();
    const statements: string[] = [];
    const execute = em.getConnection().execute.bind(em.getConnection());
    for (let n = 0; n < 5; n += 1) await overdue();
    em.getConnection().execute = ((...args: Parameters<typeof execute>) => { statements.push(String(args[0])); return execute(...args); }) as typeof execute;
    try { await listFindings(em, secretariat, { cycleId: cycle.id }); } finally { em.getConnection().execute = execute; }
    expect(statements).toHaveLength(3);
  });

  it('says nothing of a review that is not there', async () => {
    expect((await refusalOf(listFindings(db.em(), secretariat, { cycleId: randomUUID() }))).code).toBe('cycle/not-found');
    expect((await refusalOf(check(secretariat, { cycleId: randomUUID() }))).code).toBe('cycle/not-found');
  });
});

describe('a finding that somebody has checked', () => {
  it('keeps the note with its author, leaves the open ones and is logged with the note as its reason', async () => {
    const { key } = await hit();
    expect(await check(committeeLead)).toMatchObject({ key, acknowledged: { note, by: committeeLead.doer } });
    expect(await open()).toEqual([]);
    expect((await hit()).acknowledged).toMatchObject({ note, by: committeeLead.doer, at: db.clock.now().toISOString() });
    const [line] = await db.em().execute<object[]>(`select reason, card_id, before, after from command_log where name = 'lint.acknowledge' and cycle_id = ?`, [cycle.id]);
    expect(line).toMatchObject({ reason: note, card_id: card.id, before: { finding: { key, acknowledged: null } }, after: { finding: { acknowledged: { note } } } });
  });

  it('is heard of by those who see the row by ward, and by nobody else', async () => {
    await check(secretariat);
    const said = [{ type: 'lint.changed', cycleId: cycle.id, key: (await hit()).key }];
    for (const stream of [`cycle:${cycle.id}:office`, `cycle:${cycle.id}:committee:${committee.id}`, `cycle:${cycle.id}:bureau:${bureau.id}`]) expect(await heardOn(db, stream)).toEqual(said);
    expect(await heardOn(db, `cycle:${cycle.id}`)).toEqual([]);
  });

  it('is no news to those who may not read the list: not on the card, not at home, not in the log', async () => {
    await check(committeeLead);
    const readers = [kitaStaff, kitaApprover, viewer, admin];
    for (const who of readers) {
      const { entries } = await readCardHistory(db.em(), who, { cardId: card.id });
      expect(JSON.stringify([entries, await readActivity(db.em(), who, cycle.id)])).not.toContain(note);
      // 管理者 reads that it happened, as everything in the log.
      expect(entries.map(({ command, before, after }) => ({ command, before, after }))).toEqual(who === admin ? [{ command: 'lint.acknowledge', before: null, after: null }] : []);
    }
    expect(JSON.stringify(await readLog(db.em(), admin, {}))).not.toContain(note);
    for (const who of [committeeLead, secretariat]) {
      expect((await readCardHistory(db.em(), who, { cardId: card.id })).entries).toMatchObject([{ command: 'lint.acknowledge', reason: note }]);
      expect(await readActivity(db.em(), who, cycle.id)).toMatchObject([{ command: 'lint.acknowledge', reason: note }]);
    }
  });

  it('is open again once it is taken back; the second to take it back finds it so', async () => {
    const { key } = await check(committeeLead);
    expect((await takeBack(bureauStaff, key)).acknowledged).toBeNull();
    expect(await open()).toEqual(['overdue-unexplained']);
    expect((await takeBack(committeeLead, key)).acknowledged).toBeNull();
    expect(await heardOn(db, `cycle:${cycle.id}:office`)).toHaveLength(2);
  });

  it('comes back when its facts change, and is gone when the text explains itself', async () => {
    const { key } = await check(committeeLead);
    await db.em().nativeUpdate(CardEntity, { id: card.id }, { goals: [{ text: '令和4年度中に仕組みを完成', deadline: '令和4年度中に' }] });
    expect(await hit()).toMatchObject({ facts: { years: '2' }, acknowledged: null });
    expect((await refusalOf(check(committeeLead, { key }))).code).toBe('lint/not-found');
    expect((await refusalOf(takeBack(committeeLead, key))).code).toBe('lint/not-found');
    await write('issues', '調整に時間を要し、完成が遅れている。');
    expect(await open()).toEqual([]);
  });
});

describe('who may check a finding', () => {
  it('is who looks after one of its rows: the 部会長, the 局, 事務局', async () => {
    for (const who of [committeeLead, bureauStaff, secretariat]) {
      const { key } = await check(who);
      await takeBack(who, key);
    }
    for (const who of [otherLead, kitaStaff, kitaApprover, viewer, admin]) expect((await refusalOf(check(who))).code).toBe('card/not-yours');
    const { key } = await check(secretariat);
    expect((await refusalOf(takeBack(otherLead, key))).code).toBe('card/not-yours');
  });

  it('is, of a finding about two rows, who looks after either', async () => {
    const goals = [{ text: '毎年度、全区が交流会を開催', deadline: '毎年度' }];
    await aCard(cycle).with({ goals, initiative: '交流' }).withTexts('開いた 22区').build(db);
    const second = await aCard(cycle).with({ goals, initiative: '別の取組' }).of(null).ofBureau(null).withTexts('開いた 24区').build(db);
    const { key, cardIds } = await hit('same-goal-different-count');
    expect(cardIds).toContain(second.id);
    expect(await check(committeeLead, { key })).toMatchObject({ acknowledged: { note } });
    expect((await refusalOf(check(otherLead, { key }))).code).toBe('card/not-yours');
  });

  it('lets 部会長, 局 and 事務局 read the list, and refuses the others', async () => {
    const api: TestApi = await startTestApi(db);
    try {
      for (const who of cast) {
        const mayRead = ['committee_lead', 'bureau_staff', 'secretariat'].includes(who.role);
        expect([who.login, (await (await api.as(who)).send('GET', `/api/cycles/${cycle.id}/lint`)).status]).toEqual([who.login, mayRead ? 200 : 403]);
      }
      const lead = await api.as(committeeLead);
      const { key } = await hit();
      expect(await lead.call(acknowledge, { commandId: randomUUID(), cycleId: cycle.id, key, note })).toMatchObject({ acknowledged: { note } });
      const response = await lead.send('DELETE', `/api/cycles/${cycle.id}/lint/acknowledgements`, { commandId: randomUUID(), key });
      expect([response.status, ((await response.json()) as LintFindingView).acknowledged]).toEqual([200, null]);
    } finally { await api.close(); }
  });
});

describe('checking a finding is refused', () => {
  it('without a note, and where nothing is to be checked', async () => {
    expect((await refusalOf(check(committeeLead, { note: ' ' }))).code).toBe('request/invalid');
    expect((await refusalOf(check(committeeLead, { key: 'overdue-unexplained|issues|9-(9)-9' }))).code).toBe('lint/not-found');
    await aCard(cycle).with({ goals: [{ text: '令和8年度末までに全区で導入', deadline: null }] }).withTexts('実施済 23区 実施予定1区').build(db);
    const holds = (await findings()).find(({ state }) => state === 'pass');
    expect((await refusalOf(check(committeeLead, { key: holds?.key }))).code).toBe('lint/not-found');
  });

  it('before the 照会 and from 確定 on', async () => {
    for (const phase of ['preparation', 'settled', 'published'] as const) {
      await db.em().nativeUpdate(CycleEntity, { id: cycle.id }, { phase });
      expect((await refusalOf(check(secretariat))).code).toBe('cycle/not-open-for-review');
    }
  });

  it('for the second of two who check it at once, who reads the note of the first', async () => {
    const { key } = await hit();
    const results = await Promise.allSettled([committeeLead, secretariat].map((who) => check(who, { key, note: `${who.doer.name}が見ました` })));
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const first = (await hit()).acknowledged;
    const { reason } = results.find((each): each is PromiseRejectedResult => each.status === 'rejected') ?? {};
    expect(await refusalOf(Promise.reject(reason as Error))).toMatchObject({ code: 'lint/changed-meanwhile', current: { key, acknowledged: first } });
    expect(first?.note).toContain('が見ました');
    expect(await db.em().execute(`select 1 from command_log where name = 'lint.acknowledge' and cycle_id = ?`, [cycle.id])).toHaveLength(1);
  });
});
