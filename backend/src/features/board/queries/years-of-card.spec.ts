import * as contracts from '@furikaeri/contracts';
import type { Indicator, Phase } from '@furikaeri/model';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { content, theAnswers } from '../../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow, type CycleRow } from '../../../../../test/kit/builders.ts';
import { committeeLead, kita, kitaApprover, kitaStaff, nishi, nishiStaff, otherLead, secretariat, viewer, type CastMember } from '../../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../test/kit/database.ts';
import { CardEntity, refreshCardWith } from '../../cards/index.ts';
import { listMySubmissions } from '../../submissions/queries/list-my-submissions.ts';
import { openCard } from './open-card.ts';

let db: TestDatabase;
let cycle: CycleRow;
let card: CardRow;
beforeAll(async () => { db = await createTestDatabase(); });
afterAll(() => db.close());
beforeEach(async () => {
  cycle = await aCycle().build(db);
  card = await aCard(cycle).asking('北区', '西区').build(db);
});

const WITHHELD: Partial<Indicator> = { withheld: true };

/** The cycle of another year of the same plan, with the same row: 北区 says はい, 西区 never handed in. */
async function another(fiscalYear: number, { phase = 'settled', code = card.code, indicator = {} }: { phase?: Phase; code?: string; indicator?: Partial<Indicator> } = {}): Promise<CardRow> {
  const year = await aCycle().of(fiscalYear).in(phase).build(db);
  await db.em().execute('update cycle set plan_id = ? where id = ?', [cycle.planId, year.id]);
  const row = await aCard(year).asking('北区', '西区').measuring(indicator).withTexts('一昨年の文').with({ code }).at('reviewed').build(db);
  await aSubmission(row).by(kita).submitted({ answer: 'yes', example: '去年の取組' }, kitaApprover).confirmed().build(db);
  await aSubmission(row).by(nishi).draft({ answer: 'no', reason: '秘密の下書き' }).waived().build(db);
  const em = db.em();
  const there = await em.findOneOrFail(CardEntity, { id: row.id });
  refreshCardWith([], there, await theAnswers(db, row.id), db.clock.now());
  await em.flush();
  return row;
}
const detail = async (who: CastMember) => contracts.openCard.output.parse(await openCard(db.em(), who, { cardId: card.id }));
const mine = async (who: CastMember) => contracts.listMySubmissions.output.parse(await listMySubmissions(db.em(), who, { cycleId: cycle.id })).items[0]?.previous;

describe('the year before', () => {
  it('is nothing where the plan has no such year, or the year no such row', async () => {
    await another(2022);
    await another(2023, { code: '3-(1)-none' });
    await aCard(await aCycle().of(2023).build(db)).with({ code: card.code }).build(db);
    expect((await detail(viewer)).previous).toBeNull();
    expect(await mine(kitaStaff)).toBeNull();
  });

  it('stands beside this one: 実施状況, the texts, the figure, and what each ward said', async () => {
    const before = await another(2023);
    for (const who of [viewer, nishiStaff, otherLead, secretariat]) {
      expect((await detail(who)).previous).toMatchObject({
        cardId: before.id, fiscalYear: 2023, progress: 'in_progress', texts: { results: '一昨年の文', issues: '一昨年の文', nextSteps: '一昨年の文' },
        figure: { value: '1', yes: 1, unanswered: 1 }, answers: [{ organisationId: kita.id, content: { answer: 'yes', example: '去年の取組' } }],
      });
    }
    expect(JSON.stringify(await detail(nishiStaff))).not.toContain('秘密の下書き');
  });

  it('tells each ward’s answer only to those who see the card by ward while it is not settled, or withheld', async () => {
    for (const year of [{ phase: 'conference' as const }, { indicator: WITHHELD }]) {
      const before = await another(2023, year);
      const told = async (who: CastMember) => (await detail(who)).previous?.answers.map(({ organisationId }) => organisationId);
      expect(await told(secretariat)).toEqual([kita.id]);
      expect(await told(committeeLead)).toEqual([kita.id]);
      expect(await told(kitaStaff)).toEqual([kita.id]);
      for (const who of [nishiStaff, otherLead, viewer]) expect(await told(who)).toEqual([]);
      await db.em().execute('delete from cycle where id = ?', [before.cycleId]);
    }
  });

  it('gives a ward its own answer as it was handed in, and nothing of what it never handed in', async () => {
    await another(2023, { phase: 'conference' });
    expect(await mine(kitaStaff)).toEqual({ fiscalYear: 2023, content: content({ answer: 'yes', example: '去年の取組' }), by: kitaApprover.doer });
    expect(await mine(nishiStaff)).toBeNull();
  });
});

describe('the figure over the years', () => {
  it('goes from the oldest to this one, and leaves later years and other plans out', async () => {
    await another(2022);
    await another(2023);
    await another(2025, { phase: 'collection' });
    await aCard(await aCycle().of(2021).build(db)).with({ code: card.code }).build(db);
    expect((await detail(viewer)).years).toEqual([
      { fiscalYear: 2022, value: '1', denominator: '2', certainty: 'final' },
      { fiscalYear: 2023, value: '1', denominator: '2', certainty: 'final' },
      { fiscalYear: 2024, value: null, denominator: null, certainty: null },
    ]);
  });
});
