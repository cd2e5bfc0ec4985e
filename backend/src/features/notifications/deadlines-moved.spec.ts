import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCard, aCycle, aSubmission, type CardRow, type CycleRow } from '../../../../test/kit/builders.ts';
import { bureau, bureauStaff, type CastMember, committee, committeeLead, kita, kitaApprover, kitaStaff, nishi, nishiApprover, nishiStaff, otherCommittee, secretariat, secretariatOffice } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { type DeadlineMove, tellDeadlinesMoved } from './tell-deadlines-moved.ts';

let db: TestDatabase;
let cycle: CycleRow;
let card: CardRow;
beforeAll(async () => { db = await createTestDatabase(); });
afterAll(() => db.close());
beforeEach(async () => {
  await db.em().execute('delete from notification');
  cycle = await aCycle().in('review').build(db);
  card = await aCard(cycle).asking('北区', '西区').build(db);
});

const move = (what: DeadlineMove['what'], more: Partial<DeadlineMove> = {}): DeadlineMove => ({ what, from: '2025-05-20', to: '2025-05-23', ...more });
/** Who hears of these moves and how much they still owe, each as 「login count」. */
async function heardOf(changes: DeadlineMove[], actor: CastMember | null = secretariat): Promise<string[]> {
  const telling = { actor, now: db.clock.now(), today: db.clock.today() };
  await db.em().transactional((em) => tellDeadlinesMoved(em, telling, [{ cycleId: cycle.id, fiscalYear: cycle.fiscalYear, changes }]));
  const rows = await db.em().execute<{ login: string; count: string | null }[]>(`select p.login, n.facts ->> 'count' as count from notification n join person p on p.id = n.person_id order by 1, n.id`);
  return rows.map(({ login, count }) => `${login} ${count ?? '-'}`);
}
const nobody: string[] = [];

describe('a moved deadline is told', () => {
  it('to the wards that still owe something by it, with how much', async () => {
    await aCard(cycle).asking('北区').build(db);
    await aSubmission(card).by(nishi).submitted().build(db);
    expect(await heardOf([move('ward')])).toEqual(['kita-approver 2', 'kita-staff 2']);
    const [notice] = await db.em().execute<{ facts: object }[]>('select facts from notification limit 1');
    expect(notice?.facts).toEqual({ what: 'ward', from: '2025-05-20', to: '2025-05-23', fiscalYear: '2024', count: '2' });
  });

  it('to nobody whose own day is later, but to those whose own day it overtakes', async () => {
    await aSubmission(card).by(kita).draft().extendedTo('2025-05-26').build(db);
    await aSubmission(card).by(nishi).draft().extendedTo('2025-05-21').build(db);
    expect(await heardOf([move('ward')])).toEqual(['nishi-approver 1', 'nishi-staff 1']);
  });

  it('to a ward with a 差戻し only where that one is due earlier', async () => {
    await aSubmission(card).by(kita).returned('理由', '2025-05-27').build(db);
    await aSubmission(card).by(nishi).returned('理由', '2025-05-19').build(db);
    expect(await heardOf([move('ward')])).toEqual(['nishi-approver 1', 'nishi-staff 1']);
  });

  it('of the 局 to the 局, and to 事務局 where it answers itself', async () => {
    await aSubmission(await aCard(cycle).askingBureau().build(db)).by(bureau).build(db);
    await aSubmission(await aCard(cycle).askingSecretariat().build(db)).by(secretariatOffice).build(db);
    expect(await heardOf([move('bureau')], null)).toEqual([`${bureauStaff.login} 1`, `${secretariat.login} 1`]);
  });

  it('of the review to the 部会長 whose cards are open, and to 事務局 for those without 部会', async () => {
    await aCard(cycle).asking('北区').of(null).build(db);
    await aCard(cycle).asking('北区').at('reviewed').build(db);
    expect(await heardOf([move('review')], null)).toEqual([`${committeeLead.login} 1`, `${secretariat.login} 1`]);
  });

  it('of 事務局確認 to 事務局; of 照会の開始 and 区長会議 to nobody', async () => {
    expect(await heardOf([move('opened'), move('conference')], null)).toEqual(nobody);
    expect(await heardOf([move('check')], null)).toEqual([`${secretariat.login} -`]);
  });

  it('of an extension to its ward, whether its row is written already or not', async () => {
    const answer = await aSubmission(card).by(kita).draft().extendedTo('2025-05-26').build(db);
    await aSubmission(card).by(nishi).draft().extendedTo('2025-05-26').build(db);
    expect(await heardOf([move('extension', { from: '2025-05-26', to: '2025-05-27', submissionIds: [answer.id] })])).toEqual([`${kitaApprover.login} 1`, `${kitaStaff.login} 1`]);
    await db.em().execute('delete from notification');
    expect(await heardOf([move('extension', { from: '2025-05-25', to: '2025-05-26' })])).toEqual([kitaApprover, kitaStaff, nishiApprover, nishiStaff].map(({ login }) => `${login} 1`));
  });

  it('of a 差戻し to its ward', async () => {
    const answer = await aSubmission(card).by(kita).returned('理由', '2025-05-27').build(db);
    expect(await heardOf([move('return', { from: '2025-05-27', to: '2025-05-28', submissionIds: [answer.id] })])).toEqual([`${kitaApprover.login} 1`, `${kitaStaff.login} 1`]);
  });

  it('twice to who owes something by two of them, once of each', async () => {
    await aSubmission(card).by(nishi).submitted().build(db);
    expect(await heardOf([move('ward'), move('ward'), move('review')])).toEqual([`${kitaApprover.login} 1`, `${kitaStaff.login} 1`, `${committeeLead.login} 1`]);
  });

  it('to who answers for two wards or leads two 部会 once of each, with what is owed there', async () => {
    await aCard(cycle).asking('西区').build(db);
    await aCard(cycle).asking('北区').of(otherCommittee).build(db);
    const more = [[kitaStaff, nishi.id, 'ward_staff'], [committeeLead, otherCommittee.id, 'committee_lead']] as const;
    const posts = more.map(() => newId());
    for (const [n, [who, organisationId, role]] of more.entries()) await db.em().execute(`insert into post (id, person_id, organisation_id, role, title) values (?, ?, ?, ?, '')`, [posts[n], who.personId, organisationId, role]);
    try {
      await heardOf([move('ward'), move('review')]);
      const rows = await db.em().execute<{ login: string; of: string; count: string }[]>(
        `select p.login, o.name as of, n.facts ->> 'count' as count from notification n join person p on p.id = n.person_id join organisation o on o.id = n.organisation_id where p.id in (?, ?)`,
        [kitaStaff.personId, committeeLead.personId],
      );
      expect(rows.map(({ login, of, count }) => `${login} ${of} ${count}`).sort()).toEqual([
        `${kitaStaff.login} 北区 2`, `${kitaStaff.login} 西区 2`, `${committeeLead.login} ${committee.name} 2`, `${committeeLead.login} ${otherCommittee.name} 1`,
      ].sort());
    } finally {
      await db.em().execute('delete from post where id in (?)', [posts]);
    }
  });

  it('to nobody in 準備, nor once the cards are reviewed', async () => {
    await db.em().execute(`update cycle set phase = 'preparation' where id = ?`, [cycle.id]);
    expect(await heardOf([move('ward'), move('review')])).toEqual(nobody);
    await db.em().execute(`update cycle set phase = 'review' where id = ?`, [cycle.id]);
    await db.em().execute(`update card set stage = 'reviewed' where id = ?`, [card.id]);
    expect(await heardOf([move('ward'), move('review')])).toEqual(nobody);
  });
});
