import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actingOn, brokenLaws, changesSaid, heardOn, no, refusalOf, theAnswer, theAnswers, theCard, yes } from '../../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow, type CycleRow, type SubmissionRow } from '../../../../../test/kit/builders.ts';
import { bureau, bureauStaff, committee, committeeLead, kita, kitaApprover, kitaStaff, nishi, otherLead, secretariat, viewer, type CastMember } from '../../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../test/kit/database.ts';
import { computeFigure } from '../../cards/index.ts';
import { editSubmission } from '../../submissions/use-cases/edit-submission.ts';
import { submitSubmission } from '../../submissions/use-cases/submit-submission.ts';
import { approveCard } from './approve-card.ts';
import { cancelReturn } from './cancel-return.ts';
import { judgeCard } from './judge-card.ts';
import { reopenCard } from './reopen-card.ts';
import { returnSubmissions } from './return-submissions.ts';
import { startReview } from './start-review.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
let cycle: CycleRow;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());
beforeEach(async () => { cycle = await aCycle().build(db); });

const at = async (card: CardRow, more: object = {}) => ({ cardId: card.id, expectedVersion: (await theCard(db, card.id)).version, ...more });
/** A card in 部会審査 with 北区's はい, and 西区's as told. */
async function inReview(tell: (one: ReturnType<typeof aSubmission>) => ReturnType<typeof aSubmission> = (one) => one.submitted()) {
  const card = await aCard(cycle).asking('北区', '西区').at('committee_review').withTexts().decided().build(db);
  const kitas = await aSubmission(card).by(kita).submitted().build(db);
  const nishis = await tell(aSubmission(card).by(nishi)).build(db);
  return { card, kitas, nishis };
}
const back = (card: CardRow, answers: SubmissionRow[], more: object = {}) => ({
  cardId: card.id, submissions: answers.map(({ id }) => ({ id, expectedVersion: 1 })), reason: '回数を確かめてください', fields: ['example'], deadline: '2025-05-26', ...more,
});

describe('審査を始める', () => {
  it('moves a 区提出 card, and names who moved it', async () => {
    const card = await aCard(cycle).asking('北区').at('ward_submitted').build(db);
    await aSubmission(card).by(kita).submitted().build(db);
    expect(await act(committeeLead, startReview, await at(card))).toMatchObject({ stage: 'committee_review', version: 2 });
    expect(await heardOn(db, `cycle:${cycle.id}`)).toMatchObject([{ type: 'card.changed', move: { from: 'ward_submitted', to: 'committee_review', by: committeeLead.doer } }]);
  });

  it('waits for the wards until their deadline, then need not', async () => {
    const card = await aCard(cycle).asking('北区').build(db);
    expect((await refusalOf(act(committeeLead, startReview, await at(card)))).code).toBe('card/wards-still-answering');
    const late = await aCycle().wardsUntil('2025-05-13').build(db);
    const overdue = await aCard(late).asking('北区').build(db);
    expect(await act(committeeLead, startReview, await at(overdue))).toMatchObject({ stage: 'committee_review' });
  });

  it('is 代行 by 事務局 only with a reason, and the card says so', async () => {
    const card = await aCard(cycle).asking('北区').at('ward_submitted').build(db);
    await aSubmission(card).by(kita).submitted().build(db);
    expect((await refusalOf(act(secretariat, startReview, await at(card)))).code).toBe('permission/stand-in-reason-required');
    await act(secretariat, startReview, await at(card, { actingReason: '部会長が出張のため' }));
    expect((await heardOn(db, `cycle:${cycle.id}`)).at(-1)).toMatchObject({ move: { by: { post: expect.stringContaining('部会長の代行') } } });
    const [line] = await db.em().execute<{ after: object }[]>(`select after from command_log where card_id = ?`, [card.id]);
    expect(line).toMatchObject({ after: { standIn: true, actingReason: '部会長が出張のため' } });
  });

  it('is 事務局’s own step on a card without 部会', async () => {
    const card = await aCard(cycle).of(null).asking('北区').at('ward_submitted').build(db);
    await aSubmission(card).by(kita).submitted().build(db);
    expect(await act(secretariat, startReview, await at(card))).toMatchObject({ stage: 'committee_review' });
  });

  it('is refused to others, twice, from a stale board, of a frozen card, and in the wrong phase', async () => {
    const card = await aCard(cycle).asking('北区').at('ward_submitted').build(db);
    await aSubmission(card).by(kita).submitted().build(db);
    for (const other of [otherLead, bureauStaff, kitaApprover, viewer]) expect((await refusalOf(act(other, startReview, await at(card)))).code).toBe('card/not-yours');
    expect(await refusalOf(act(committeeLead, startReview, await at(card, { expectedVersion: 9 })))).toMatchObject({ code: 'card/changed-meanwhile', current: { id: card.id, version: 1 } });
    await act(committeeLead, startReview, await at(card));
    expect((await refusalOf(act(committeeLead, startReview, await at(card)))).code).toBe('card/wrong-stage');
    const frozen = await aCard(cycle).frozen().build(db);
    expect((await refusalOf(act(committeeLead, startReview, await at(frozen)))).code).toBe('card/frozen');
    const repeated = await aCard(cycle).frozen().with({ kind: 'reference', progress: null }).build(db);
    expect((await refusalOf(act(committeeLead, startReview, await at(repeated)))).code).toBe('card/reference');
    const over = await aCycle().in('settled').build(db);
    const done = await aCard(over).at('ward_submitted').build(db);
    expect((await refusalOf(act(committeeLead, startReview, await at(done)))).code).toBe('cycle/not-open-for-review');
    expect((await refusalOf(act(committeeLead, startReview, { cardId: randomUUID(), expectedVersion: 1 }))).code).toBe('card/not-found');
  });
});

describe('差戻し', () => {
  it('goes to several wards at once with one reason, the values still counting when only text is questioned', async () => {
    const { card, kitas, nishis } = await inReview();
    const { answers } = await act(committeeLead, returnSubmissions, back(card, [kitas, nishis]));
    expect(answers).toMatchObject([{ state: 'returned', deadline: '2025-05-26', openReturn: { reason: '回数を確かめてください', fields: ['example'], by: committeeLead.doer }, content: { answer: 'yes' } }, { state: 'returned' }]);
    expect(await theCard(db, card.id)).toMatchObject({ stage: 'committee_review', returned: 2, figure: { yes: 2 }, strip: expect.stringMatching(/^y {4}y/) });
  });

  it('takes a questioned value out of the count, and a 区提出 card back to 下書き', async () => {
    const card = await aCard(cycle).asking('北区').at('ward_submitted').build(db);
    const kitas = await aSubmission(card).by(kita).submitted().build(db);
    await act(committeeLead, returnSubmissions, back(card, [kitas], { fields: ['answer'] }));
    expect(await theCard(db, card.id)).toMatchObject({ stage: 'draft', returned: 1, figure: { yes: 0, unanswered: 1 }, strip: expect.stringMatching(/^r/) });
    expect((await heardOn(db, `cycle:${cycle.id}`)).at(-1)).toMatchObject({ move: { from: 'ward_submitted', to: 'draft', by: null } });
  });

  it('is all or nothing', async () => {
    const { card, kitas, nishis } = await inReview((one) => one.draft());
    expect((await refusalOf(act(committeeLead, returnSubmissions, back(card, [kitas, nishis])))).code).toBe('submission/wrong-state');
    expect((await theAnswer(db, kitas.id)).state).toBe('submitted');
  });

  it('questions only what stands on the form of every chosen answer', async () => {
    const { card, kitas, nishis } = await inReview((one) => one.submitted({ answer: 'no', reason: '調整中' }));
    // 北区 said はい: its form has no reason to correct.
    expect(await refusalOf(act(committeeLead, returnSubmissions, back(card, [kitas, nishis], { fields: ['answer', 'reason'] })))).toMatchObject({ code: 'submission/field-not-on-form', fields: [{ path: 'content.reason' }] });
    expect((await theAnswer(db, nishis.id)).state).toBe('submitted');
    expect((await act(committeeLead, returnSubmissions, back(card, [nishis], { fields: ['reason'] }))).answers).toMatchObject([{ state: 'returned', openReturn: { fields: ['reason'] } }]);
  });

  it.each([['2025-05-14'], ['2025-05-25'], ['2024-01-04']])('with the new deadline %s is refused', async (deadline) => {
    const { card, kitas } = await inReview();
    expect((await refusalOf(act(committeeLead, returnSubmissions, back(card, [kitas], { deadline })))).code).toBe('submission/deadline-passed');
  });

  it('keeps what is typed afterwards with the ward, and 取り消す restores what was submitted', async () => {
    const { card, kitas } = await inReview();
    const { answers: [returned] } = await act(committeeLead, returnSubmissions, back(card, [kitas]));
    await act(kitaStaff, editSubmission, { submissionId: kitas.id, expectedVersion: 2, content: no('秘密の文') });
    expect(returned).toBeDefined();
    const output = await act(committeeLead, cancelReturn, { submissionId: kitas.id, expectedVersion: returned?.version });
    expect(output).toMatchObject({ state: 'submitted', openReturn: null, content: { answer: 'yes' } });
    expect(JSON.stringify([output, await heardOn(db, `cycle:${cycle.id}:committee:${committee.id}`)])).not.toContain('秘密の文');
    expect((await theAnswer(db, kitas.id)).draft.reason).toBe('秘密の文');
    expect(await brokenLaws(db, card.id)).toEqual([]);
  });

  it('is refused to others, without fields, of strangers’ answers, from a stale screen, and cannot be cancelled where none is open', async () => {
    const { card, kitas } = await inReview();
    const elsewhere = await inReview();
    for (const other of [otherLead, bureauStaff, kitaApprover]) {
      expect((await refusalOf(act(other, returnSubmissions, back(card, [kitas])))).code).toBe('card/not-yours');
      expect((await refusalOf(act(other, cancelReturn, { submissionId: kitas.id, expectedVersion: 1 }))).code).toBe('card/not-yours');
    }
    expect((await refusalOf(act(secretariat, returnSubmissions, back(card, [kitas])))).code).toBe('permission/stand-in-reason-required');
    expect((await refusalOf(act(committeeLead, returnSubmissions, back(card, [kitas], { fields: [] })))).code).toBe('submission/fields-required');
    expect(await refusalOf(act(committeeLead, returnSubmissions, back(card, [kitas], { reason: '　 ' })))).toMatchObject({ code: 'request/invalid', fields: [{ path: 'reason' }] });
    expect((await refusalOf(act(committeeLead, returnSubmissions, back(card, [elsewhere.kitas])))).code).toBe('submission/not-found');
    expect((await refusalOf(act(committeeLead, returnSubmissions, back(card, [kitas], { submissions: [{ id: kitas.id, expectedVersion: 5 }] })))).code).toBe('submission/changed-meanwhile');
    expect((await refusalOf(act(committeeLead, cancelReturn, { submissionId: kitas.id, expectedVersion: 1 }))).code).toBe('submission/wrong-state');
  });

  it('counts 北区’s new version once it is handed in again, and keeps the longer deadline', async () => {
    const { card, kitas } = await inReview();
    await act(committeeLead, returnSubmissions, back(card, [kitas], { fields: ['answer'] }));
    await act(kitaStaff, editSubmission, { submissionId: kitas.id, expectedVersion: 2, content: no() });
    expect(await act(kitaApprover, submitSubmission, { submissionId: kitas.id, expectedVersion: 3 })).toMatchObject({ state: 'submitted', deadline: '2025-05-26', openReturn: null });
    expect(await theCard(db, card.id)).toMatchObject({ returned: 0, figure: { yes: 1, no: 1 } });
  });
});

describe('実施状況を判断する', () => {
  it('moves the lane with a reason where one is needed, and says so on every board', async () => {
    const { card } = await inReview((one) => one.submitted(no()));
    await db.em().execute('update card set figure = ?::jsonb where id = ?', [JSON.stringify(computeFigure(card.indicator!, await theAnswers(db, card.id))), card.id]);
    expect(await refusalOf(act(committeeLead, judgeCard, await at(card, { progress: 'completed' })))).toMatchObject({ code: 'card/reason-required', fields: [{ path: 'ward_no' }, { path: 'against_suggestion' }] });
    expect(await act(committeeLead, judgeCard, await at(card, { progress: 'completed', reason: '残る1区は次年度に開始が決まった' }))).toMatchObject({ progress: 'completed', progressDecided: true });
    expect(await heardOn(db, `cycle:${cycle.id}`)).toMatchObject([{ move: { axis: 'progress', from: 'in_progress', to: 'completed', by: committeeLead.doer } }]);
  });

  it('「このままとする」 is a decision without a move', async () => {
    const card = await aCard(cycle).asking('北区').build(db);
    expect(await act(committeeLead, judgeCard, await at(card, { progress: 'in_progress' }))).toMatchObject({ progressDecided: true, progress: 'in_progress' });
    expect(await heardOn(db, `cycle:${cycle.id}`)).toMatchObject([{ move: null }]);
  });

  it('belongs to 部会長, to 局 where there is no 部会, and is closed after 審査完了', async () => {
    const card = await aCard(cycle).asking('北区').build(db);
    for (const other of [bureauStaff, secretariat, otherLead, kitaApprover]) expect((await refusalOf(act(other, judgeCard, await at(card, { progress: 'in_progress' })))).code).toBe('card/not-yours');
    const orphan = await aCard(cycle).of(null).asking('北区').build(db);
    expect(await act(bureauStaff, judgeCard, await at(orphan, { progress: 'in_progress' }))).toMatchObject({ progressDecided: true });
    const done = await aCard(cycle).at('reviewed').build(db);
    expect((await refusalOf(act(committeeLead, judgeCard, await at(done, { progress: 'completed', reason: '理由' })))).code).toBe('card/already-reviewed');
  });
});

describe('部会承認 and 審査を再開', () => {
  it('confirms what was handed in and waives the rest with the reason; reopening brings all back', async () => {
    const { card, kitas, nishis } = await inReview((one) => one.draft(yes('秘密の文')));
    expect(await refusalOf(act(committeeLead, approveCard, await at(card)))).toMatchObject({ code: 'card/reason-required', fields: [{ path: nishis.id }] });
    expect(await act(committeeLead, approveCard, await at(card, { reason: '西区は未提出のため' }))).toMatchObject({ stage: 'reviewed', figure: { yes: 1, unanswered: 1 } });
    expect(await theAnswer(db, kitas.id)).toMatchObject({ state: 'confirmed' });
    expect(await theAnswer(db, nishis.id)).toMatchObject({ state: 'waived', waivedReason: '西区は未提出のため' });
    expect(await brokenLaws(db, card.id)).toEqual([]);
    expect(await theCard(db, card.id)).toMatchObject({ approval: { by: committeeLead.doer, reason: '西区は未提出のため' } });
    expect(JSON.stringify(await heardOn(db, `cycle:${cycle.id}:office`))).not.toContain('秘密の文');
    expect(await act(committeeLead, reopenCard, await at(card, { reason: '数値の誤り' }))).toMatchObject({ stage: 'committee_review', reopenedLate: false });
    expect(await theAnswer(db, kitas.id)).toMatchObject({ state: 'submitted' });
    expect(await theAnswer(db, nishis.id)).toMatchObject({ state: 'draft', waivedReason: null, draft: { example: '秘密の文' } });
    expect(await theCard(db, card.id)).toMatchObject({ approval: null });
  });

  it('is one change when sent twice', async () => {
    const { card } = await inReview();
    const once = await at(card, { commandId: randomUUID() });
    const first = await act(committeeLead, approveCard, once);
    const said = await changesSaid(db);
    expect(await act(committeeLead, approveCard, once)).toEqual(first);
    expect(await changesSaid(db)).toBe(said);
    expect((await refusalOf(act(otherLead, approveCard, once))).code).toBe('command/id-reused');
  });

  it('needs the three texts and a decision', async () => {
    const bare = await aCard(cycle).asking('北区').at('committee_review').decided().build(db);
    expect(await refusalOf(act(committeeLead, approveCard, await at(bare, { reason: '理由' })))).toMatchObject({ code: 'card/texts-missing', fields: [{ path: 'results' }, { path: 'issues' }, { path: 'nextSteps' }] });
    const undecided = await aCard(cycle).asking('北区').at('committee_review').withTexts().build(db);
    expect((await refusalOf(act(committeeLead, approveCard, await at(undecided, { reason: '理由' })))).code).toBe('card/progress-undecided');
  });

  it('without any ward in the denominator needs a reason', async () => {
    const card = await aCard(cycle).asking('北区').at('ward_submitted').withTexts().decided().build(db);
    const one = await aSubmission(card).by(kita).draft({ answer: 'not_applicable', reason: '区内に対象がない' }).build(db);
    await act(kitaApprover, submitSubmission, { submissionId: one.id, expectedVersion: 1 });
    await act(committeeLead, startReview, await at(card));
    expect((await refusalOf(act(committeeLead, approveCard, await at(card)))).code).toBe('card/reason-required');
    expect(await act(committeeLead, approveCard, await at(card, { reason: '対象の区がない' }))).toMatchObject({ stage: 'reviewed', figure: { value: null } });
  });

  it('says when the approver also answers for an asked ward', async () => {
    const { card } = await inReview();
    const both: CastMember = { ...committeeLead, personId: kitaApprover.personId, doer: { ...committeeLead.doer, personId: kitaApprover.personId } };
    await act(both, approveCard, await at(card));
    expect((await theCard(db, card.id)).approval).toMatchObject({ ownAnswer: true });
  });

  it('an 承認 based on a screen before a resubmission is refused', async () => {
    const { card, nishis } = await inReview((one) => one.returned());
    const seen = await at(card, { reason: '西区は未提出のため' });
    await act({ ...kitaApprover, organisationId: nishi.id }, submitSubmission, { submissionId: nishis.id, expectedVersion: 1 });
    expect((await refusalOf(act(committeeLead, approveCard, seen))).code).toBe('card/changed-meanwhile');
  });

  it('in 事務局確認 事務局 alone reopens, may return answers there, and the ward may answer', async () => {
    cycle = await aCycle().in('check').build(db);
    const { card, kitas } = await inReview();
    await act(committeeLead, approveCard, await at(card));
    expect((await refusalOf(act(committeeLead, reopenCard, await at(card, { reason: '誤り' })))).code).toBe('card/not-yours');
    expect(await act(secretariat, reopenCard, await at(card, { reason: '誤り' }))).toMatchObject({ reopenedLate: true });
    await act(secretariat, returnSubmissions, back(card, [], { submissions: [{ id: kitas.id, expectedVersion: (await theAnswer(db, kitas.id)).version }] }));
    const own = async () => (await theAnswer(db, kitas.id)).draftVersion;
    await act(kitaStaff, editSubmission, { submissionId: kitas.id, expectedVersion: await own(), content: yes() });
    expect(await act(kitaApprover, submitSubmission, { submissionId: kitas.id, expectedVersion: await own() })).toMatchObject({ state: 'submitted' });
    expect(await act(committeeLead, approveCard, await at(card))).toMatchObject({ stage: 'reviewed', reopenedLate: false });
  });

  it('from 確定 on nobody reopens', async () => {
    const over = await aCycle().in('settled').build(db);
    const done = await aCard(over).at('reviewed').build(db);
    for (const who of [committeeLead, secretariat]) expect((await refusalOf(act(who, reopenCard, await at(done, { reason: '誤り', actingReason: '不在' })))).code).toBe('cycle/not-open-for-review');
  });

  it('tells the ward, its 部会 and its 局 of the confirmation', async () => {
    const { card } = await inReview();
    await act(committeeLead, approveCard, await at(card));
    for (const stream of [`cycle:${cycle.id}:committee:${committee.id}`, `cycle:${cycle.id}:bureau:${bureau.id}`, `cycle:${cycle.id}:office`]) {
      expect((await heardOn(db, stream)).map((said) => said.type === 'answer.changed' && said.answer.state)).toEqual(['confirmed', 'confirmed']);
    }
    expect((await heardOn(db, `ward:${kita.id}`)).at(-1)).toMatchObject({ type: 'own-answer.changed', answer: { state: 'confirmed' } });
  });
});
