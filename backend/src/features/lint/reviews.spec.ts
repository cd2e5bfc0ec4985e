import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LintFindingView } from '@furikaeri/contracts';
import { actingOn, refusalOf } from '../../../../test/kit/act.ts';
import { aCard, aCycle, type CardRow, type CycleRow } from '../../../../test/kit/builders.ts';
import { bureauStaff, type CastMember, committeeLead, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { CardTextEntity } from '../cards/index.ts';
import { writeCardText } from '../cards/use-cases/write-card-text.ts';
import { listFindings } from './queries/list-findings.ts';
import { Reviews } from './reviews.ts';
import { acknowledgeFinding } from './use-cases/acknowledge-finding.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
let cycle: CycleRow;
let card: CardRow;
let reviews: Reviews;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  reviews = new Reviews();
  cycle = await aCycle().build(db);
  card = await aCard(cycle).at('committee_review').with({ goals: [{ text: '令和5年度中に仕組みを完成', deadline: '令和5年度中に' }] }).withTexts('整理が必要').build(db);
  await db.em().nativeUpdate(CardTextEntity, { cardId: card.id, field: 'nextSteps' }, { text: '導入の手順を決める。' });
});

const ask = async (who: CastMember): Promise<LintFindingView[]> => (await listFindings(db.em(), who, { cycleId: cycle.id }, reviews)).findings;
const hits = async (who: CastMember): Promise<string[]> => (await ask(who)).filter(({ state, acknowledged }) => state === 'hit' && acknowledged === null).map(({ rule }) => rule);
async function statements(work: () => Promise<unknown>): Promise<number> {
  const connection = db.em().getConnection();
  const execute = connection.execute.bind(connection);
  let count = 0;
  connection.execute = ((...args: Parameters<typeof execute>) => { count += 1; return execute(...args); }) as typeof execute;
  try { await work(); } finally { connection.execute = execute; }
  return count;
}
const explain = (): Promise<unknown> => act(committeeLead, writeCardText, { cardId: card.id, field: 'issues', expectedVersion: 1, text: '調整に時間を要し、完成が遅れている。', quotes: [] });

describe('the 整合チェック after a change', () => {
  it('is read once for all who ask', async () => {
    expect(await statements(() => ask(committeeLead))).toBe(3);
    // Where the streams stand, and no more.
    for (const who of [secretariat, bureauStaff, committeeLead]) {
      expect(await statements(async () => { expect(await hits(who)).toEqual(['overdue-unexplained']); })).toBe(1);
    }
  });

  it('is the new one for the next who asks, whatever changed', async () => {
    const [finding] = await ask(secretariat);
    await act(committeeLead, acknowledgeFinding, { cycleId: cycle.id, key: finding?.key, note: '区の準備を待っているため' });
    expect((await ask(bureauStaff))[0]?.acknowledged).toMatchObject({ note: '区の準備を待っているため' });
    await explain();
    expect(await ask(secretariat)).toEqual([]);
  });

  it('gives each reader the streams of their own', async () => {
    const seqsOf = async (who: CastMember) => Object.keys((await listFindings(db.em(), who, { cycleId: cycle.id }, reviews)).seqs);
    await seqsOf(secretariat);
    expect(await seqsOf(committeeLead)).toEqual([`cycle:${cycle.id}`, `cycle:${cycle.id}:committee:${committeeLead.organisationId}`, `person:${committeeLead.personId}`]);
  });

  it('is read by each for themselves when who reads it for all loses the connection', async () => {
    const broken = db.em().fork();
    await broken.begin();
    await broken.execute('select 1 / 0').catch(() => null);
    const [first, second] = [reviews.read(broken, cycle.id, 'now'), reviews.read(db.em(), cycle.id, 'now')];
    await expect(first).rejects.toThrow(/aborted/u);
    expect((await second).findings).toHaveLength(1);
    expect((await reviews.read(db.em(), cycle.id, 'now')).findings).toHaveLength(1);
    await broken.rollback();
  });

  it('is of its own cycle, however many there are', async () => {
    const others = await Promise.all(Array.from({ length: 10 }, () => aCycle().build(db)));
    for (const { id } of [cycle, ...others, cycle]) {
      const { findings } = await listFindings(db.em(), secretariat, { cycleId: id }, reviews);
      expect(findings.map(({ codes }) => codes)).toEqual(id === cycle.id ? [[card.code]] : []);
    }
    expect((await refusalOf(listFindings(db.em(), secretariat, { cycleId: card.id }, reviews))).code).toBe('cycle/not-found');
  });
});
