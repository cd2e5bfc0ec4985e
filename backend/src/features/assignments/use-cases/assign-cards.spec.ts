import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readAssignments as contract } from '@furikaeri/contracts';
import { actingOn, brokenLaws, changesSaid, heardOn, refusalOf, theAnswers, theCard, yes } from '../../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow, type CycleRow } from '../../../../../test/kit/builders.ts';
import { admin, bureau, committee, committeeLead, kita, kitaApprover, nishi, otherBureau, otherCommittee, secretariat, secretariatOffice, ward } from '../../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../test/kit/database.ts';
import { addComment } from '../../comments/use-cases/add-comment.ts';
import { submitSubmission } from '../../submissions/use-cases/submit-submission.ts';
import { readAssignments } from '../queries/read-assignments.ts';
import { assignCards } from './assign-cards.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
let cycle: CycleRow;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());
beforeEach(async () => { cycle = await aCycle().build(db); });

const of = async (cards: CardRow[], more: object) => ({
  cycleId: cycle.id, ...more,
  cards: await Promise.all(cards.map(async ({ id }) => ({ id, expectedVersion: (await theCard(db, id)).version }))),
});
const askedOf = async (card: CardRow) => (await theAnswers(db, card.id)).map(({ organisationId }) => organisationId).sort();

describe('担当と照会先', () => {
  it('asks wards of several rows at once; the wards and 事務局 hear of it', async () => {
    const cards = [await aCard(cycle).askingBureau().build(db), await aCard(cycle).asking('北区').build(db)];
    const { cards: tiles } = await act(secretariat, assignCards, await of(cards, { wardIds: [kita.id, nishi.id], committeeId: otherCommittee.id }));
    expect(tiles).toMatchObject([{ asks: 'wards', committeeId: otherCommittee.id, figure: { asked: 2 } }, { asks: 'wards', figure: { asked: 2 } }]);
    for (const card of cards) {
      expect(await askedOf(card)).toEqual([kita.id, nishi.id].sort());
      expect(await brokenLaws(db, card.id)).toEqual([]);
    }
    expect((await heardOn(db, `ward:${nishi.id}`)).map(({ type }) => type)).toEqual(['own-answer.changed', 'own-answer.changed']);
    // The 局 of the card hears it where it sees the card by ward, and not twice.
    expect(await heardOn(db, `ward:${bureau.id}`)).toEqual([]);
    expect((await heardOn(db, `cycle:${cycle.id}:bureau:${bureau.id}`)).map(({ type }) => type)).toContain('answer.removed');
  });

  it('without wards asks the 局, else 事務局', async () => {
    const card = await aCard(cycle).asking('北区').build(db);
    await act(secretariat, assignCards, await of([card], { wardIds: [] }));
    expect(await askedOf(card)).toEqual([bureau.id]);
    await act(secretariat, assignCards, await of([card], { bureauId: otherBureau.id }));
    expect(await askedOf(card)).toEqual([otherBureau.id]);
    expect((await heardOn(db, `ward:${bureau.id}`)).at(-1)).toMatchObject({ type: 'answer.removed', strip: '' });
    await act(secretariat, assignCards, await of([card], { bureauId: null }));
    expect(await askedOf(card)).toEqual([secretariatOffice.id]);
    expect(await theCard(db, card.id)).toMatchObject({ asks: 'secretariat', bureauId: null });
  });

  it('takes a ward that wrote something out only after confirmation, and the history keeps it with its comments', async () => {
    const card = await aCard(cycle).asking('北区', '西区').build(db);
    const kitas = await aSubmission(card).by(kita).draft(yes('書きかけの文')).build(db);
    await act(kitaApprover, addComment, { cardId: card.id, submissionId: kitas.id, text: '確認します' });
    expect(await refusalOf(act(secretariat, assignCards, await of([card], { wardIds: [nishi.id] })))).toMatchObject({ code: 'card/asked-has-content', fields: [{ path: kitas.id }], list: [{ code: card.code }] });
    await act(secretariat, assignCards, await of([card], { wardIds: [nishi.id], removeAnswered: true }));
    expect(await askedOf(card)).toEqual([nishi.id]);
    const [kept] = await db.em().execute<{ answer: object; comments: object[] }[]>('select answer, comments from removed_submission where submission_id = ?', [kitas.id]);
    expect(kept).toMatchObject({ answer: { state: 'draft', draft: { example: '書きかけの文' } }, comments: [{ text: '確認します' }] });
    expect((await heardOn(db, `cycle:${cycle.id}:office`)).at(-1)).toMatchObject({ type: 'answer.removed', organisationId: kita.id, strip: expect.stringMatching(/^ {5}\./) });
    expect((await heardOn(db, `ward:${kita.id}`)).at(-1)).toMatchObject({ type: 'answer.removed', strip: '' });
  });

  it('lets the stage follow at once: without the last missing ward the card is 区提出, with a new one 下書き', async () => {
    const card = await aCard(cycle).asking('北区', '西区').build(db);
    const kitas = await aSubmission(card).by(kita).draft().build(db);
    await act(kitaApprover, submitSubmission, { submissionId: kitas.id, expectedVersion: 1 });
    await act(secretariat, assignCards, await of([card], { wardIds: [kita.id] }));
    expect((await theCard(db, card.id)).stage).toBe('ward_submitted');
    await act(secretariat, assignCards, await of([card], { wardIds: [kita.id, ward('港区').id] }));
    expect((await theCard(db, card.id)).stage).toBe('draft');
    expect(await heardOn(db, `cycle:${cycle.id}`)).toMatchObject([{}, { move: { to: 'ward_submitted', by: null } }, { move: { to: 'draft' } }]);
  });

  it('is 事務局’s alone, and refuses reviewed stages, frozen rows, stale tables and unknown organisations', async () => {
    const card = await aCard(cycle).asking('北区').build(db);
    for (const other of [committeeLead, admin, kitaApprover]) expect((await refusalOf(act(other, assignCards, await of([card], {})))).code).toBe('permission/denied');
    const begun = await aCard(cycle).asking('北区').at('committee_review').build(db);
    expect((await refusalOf(act(secretariat, assignCards, await of([card, begun], { wardIds: [nishi.id] })))).code).toBe('card/asked-locked');
    expect(await askedOf(card)).toEqual([kita.id]);
    const frozen = await aCard(cycle).frozen().build(db);
    expect((await refusalOf(act(secretariat, assignCards, await of([frozen], { wardIds: [] })))).code).toBe('card/frozen');
    expect((await refusalOf(act(secretariat, assignCards, { cycleId: cycle.id, cards: [{ id: card.id, expectedVersion: 8 }], wardIds: [] }))).code).toBe('card/changed-meanwhile');
    for (const wrong of [{ wardIds: [bureau.id] }, { bureauId: committee.id }, { committeeId: kita.id }, { wardIds: [randomUUID()] }]) {
      expect((await refusalOf(act(secretariat, assignCards, await of([card], wrong)))).code).toBe('organisation/not-found');
    }
    expect((await refusalOf(act(secretariat, assignCards, { cycleId: cycle.id, cards: [{ id: randomUUID(), expectedVersion: 1 }] }))).code).toBe('card/not-found');
    const over = await aCycle().in('settled').build(db);
    const late = await aCard(over).asking('北区').build(db);
    expect((await refusalOf(act(secretariat, assignCards, { cycleId: over.id, cards: [{ id: late.id, expectedVersion: 1 }], wardIds: [] }))).code).toBe('cycle/not-open-for-review');
  });

  it('sent twice is one change', async () => {
    const card = await aCard(cycle).asking('北区').build(db);
    const sent = await of([card], { wardIds: [nishi.id], commandId: randomUUID() });
    const first = await act(secretariat, assignCards, sent);
    const said = await changesSaid(db);
    expect(await act(secretariat, assignCards, sent)).toEqual(first);
    expect(await changesSaid(db)).toBe(said);
  });

  it('is shown as a table that tells who already wrote, to 事務局 alone', async () => {
    const card = await aCard(cycle).asking('西区', '北区').build(db);
    await aSubmission(card).by(nishi).draft().build(db);
    await aCard(cycle).frozen().build(db);
    const table = await readAssignments(db.em(), secretariat, { cycleId: cycle.id });
    expect(contract.output.parse(table)).toEqual(table);
    expect(table.rows).toMatchObject([{ cardId: card.id, wardIds: [kita.id, nishi.id], answeredWardIds: [nishi.id], committeeId: committee.id }]);
    expect((await refusalOf(readAssignments(db.em(), committeeLead, { cycleId: cycle.id }))).code).toBe('permission/denied');
    expect((await refusalOf(readAssignments(db.em(), secretariat, { cycleId: randomUUID() }))).code).toBe('cycle/not-found');
  });
});
