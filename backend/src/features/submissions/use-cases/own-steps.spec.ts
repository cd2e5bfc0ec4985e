import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actingOn, changesSaid, content, heardOn, no, refusalOf, theAnswer, theCard, yes } from '../../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow, type CycleRow, type SubmissionRow } from '../../../../../test/kit/builders.ts';
import { bureau, bureauStaff, committee, committeeLead, kita, kitaApprover, kitaStaff, nishi, nishiStaff, secretariat } from '../../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../test/kit/database.ts';
import { editSubmission } from './edit-submission.ts';
import { extendSubmission } from './extend-submission.ts';
import { requestCheck } from './request-check.ts';
import { sendBackSubmission } from './send-back-submission.ts';
import { submitSubmission } from './submit-submission.ts';
import { withdrawSubmission } from './withdraw-submission.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
let cycle: CycleRow;
let card: CardRow;
let answer: SubmissionRow;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  cycle = await aCycle().build(db);
  card = await aCard(cycle).asking('北区', '西区').build(db);
  answer = await aSubmission(card).by(kita).build(db);
});

const on = (more: object = {}) => ({ submissionId: answer.id, expectedVersion: 1, ...more });
const later = async (more: object = {}) => ({ submissionId: answer.id, expectedVersion: (await theAnswer(db, answer.id)).draftVersion, ...more });
const inState = async (build: (one: ReturnType<typeof aSubmission>) => ReturnType<typeof aSubmission>) => { answer = await build(aSubmission(card).by(kita)).build(db); };

describe('下書きを書く', () => {
  it('makes a draft of 未着手, keeps who and when, and stays with its ward', async () => {
    const output = await act(kitaStaff, editSubmission, on({ content: yes('秘密の文') }));
    expect(output).toMatchObject({ state: 'draft', draft: { example: '秘密の文' }, content: null, editedBy: kitaStaff.doer, version: 2 });
    const outside = await Promise.all([`cycle:${cycle.id}`, `cycle:${cycle.id}:office`, `cycle:${cycle.id}:committee:${committee.id}`, `cycle:${cycle.id}:bureau:${bureau.id}`, `ward:${nishi.id}`].map((stream) => heardOn(db, stream)));
    expect(outside.map((said) => said.map(({ type }) => type))).toEqual([[], ['answer.changed'], ['answer.changed'], ['answer.changed'], []]);
    expect(JSON.stringify(outside)).not.toContain('秘密の文');
    expect((await heardOn(db, `ward:${kita.id}`)).at(-1)).toMatchObject({ type: 'own-answer.changed', answer: { draft: { example: '秘密の文' } } });
  });

  it('says nothing outside the ward once begun', async () => {
    await inState((one) => one.draft());
    await act(kitaStaff, editSubmission, on({ content: yes() }));
    expect(await heardOn(db, `cycle:${cycle.id}:office`)).toEqual([]);
    expect(await heardOn(db, `cycle:${cycle.id}`)).toEqual([]);
    expect((await theAnswer(db, answer.id)).version).toBe(1);
  });

  it('keeps before and after in the log for its ward alone', async () => {
    await act(kitaStaff, editSubmission, on({ content: yes() }));
    const [line] = await db.em().execute<{ private_to: string; after: object }[]>(`select private_to, after from command_log where submission_id = ?`, [answer.id]);
    expect(line).toMatchObject({ private_to: kita.id, after: { content: { answer: 'yes' } } });
  });

  it('is refused to another ward and to 事務局 without a word of the text', async () => {
    await inState((one) => one.draft({ answer: 'yes', example: '秘密の文' }));
    for (const stranger of [nishiStaff, secretariat, committeeLead, bureauStaff]) {
      const refusal = await refusalOf(act(stranger, editSubmission, on({ content: yes(), expectedVersion: 99 })));
      expect(refusal.code).toBe('submission/not-yours');
      expect(JSON.stringify(refusal)).not.toContain('秘密の文');
    }
  });

  it('shows the colleague’s text to who comes second', async () => {
    await act(kitaStaff, editSubmission, on({ content: yes('先の文') }));
    expect(await refusalOf(act(kitaApprover, editSubmission, on({ content: yes('後の文') })))).toMatchObject({ code: 'submission/changed-meanwhile', current: { draft: { example: '先の文' }, version: 2 } });
  });

  it('is refused in 準備, from 確定 on, and of a submitted answer', async () => {
    for (const phase of ['preparation', 'settled'] as const) {
      const closed = await aCycle().in(phase).build(db);
      const there = await aSubmission(await aCard(closed).asking('北区').build(db)).by(kita).build(db);
      expect((await refusalOf(act(kitaStaff, editSubmission, { submissionId: there.id, expectedVersion: 1, content: yes() }))).code).toBe('cycle/not-open-for-answers');
    }
    await inState((one) => one.submitted());
    expect((await refusalOf(act(kitaStaff, editSubmission, on({ content: yes() })))).code).toBe('submission/wrong-state');
  });

  it('is refused where there is no such answer', async () => {
    expect((await refusalOf(act(kitaStaff, editSubmission, { submissionId: randomUUID(), expectedVersion: 1, content: yes() }))).code).toBe('submission/not-found');
  });
});

describe('確認を依頼 and 区内で差し戻す', () => {
  it('hands a finished answer to the approver, who hands it back with a reason only the ward reads', async () => {
    await inState((one) => one.draft());
    expect(await act(kitaStaff, requestCheck, on())).toMatchObject({ state: 'checking' });
    expect(await act(kitaApprover, sendBackSubmission, await later({ reason: '人数を足してください' }))).toMatchObject({ state: 'draft', sentBackReason: '人数を足してください' });
    const office = await heardOn(db, `cycle:${cycle.id}:office`);
    expect(office.map((said) => (said.type === 'answer.changed' ? said.answer.state : said.type))).toEqual(['checking', 'draft']);
    expect(JSON.stringify(office)).not.toContain('人数を足してください');
    expect(await act(kitaStaff, requestCheck, await later())).toMatchObject({ state: 'checking', sentBackReason: null });
  });

  it('names the fields that are missing', async () => {
    await inState((one) => one.draft({ answer: 'no' }));
    expect(await refusalOf(act(kitaStaff, requestCheck, on()))).toMatchObject({ code: 'submission/incomplete', fields: [{ path: 'content.reason' }] });
    await inState((one) => one.draft({}));
    expect(await refusalOf(act(kitaApprover, submitSubmission, on()))).toMatchObject({ code: 'submission/incomplete', fields: [{ path: 'content.answer' }] });
  });

  it('goes back to 差戻し while one is open', async () => {
    await inState((one) => one.returned());
    await act(kitaStaff, requestCheck, on());
    expect(await act(kitaStaff, withdrawSubmission, await later())).toMatchObject({ state: 'returned', openReturn: { reason: expect.any(String) } });
  });

  it('needs a reason, and the right role', async () => {
    await inState((one) => one.checking());
    expect((await refusalOf(act(kitaApprover, sendBackSubmission, on({ reason: ' ' })))).code).toBe('request/invalid');
    expect((await refusalOf(act(kitaStaff, sendBackSubmission, on({ reason: '理由' })))).code).toBe('submission/not-yours');
    expect((await refusalOf(act(kitaStaff, submitSubmission, on()))).code).toBe('submission/not-yours');
  });
});

describe('提出', () => {
  it('makes the typed text the one that counts, and tells each reader what is theirs', async () => {
    await inState((one) => one.checking({ answer: 'yes', example: '訓練' }));
    expect(await act(kitaApprover, submitSubmission, on())).toMatchObject({ state: 'submitted', content: { answer: 'yes' }, submittedLate: false });
    const said = await heardOn(db, `cycle:${cycle.id}`);
    expect(said).toMatchObject([{ type: 'card.changed', move: null, card: { stage: 'draft', figure: { yes: 1, unanswered: 1, submitted: 1, value: '1' } } }]);
    expect(JSON.stringify(said)).not.toContain(kita.id);
    expect(await heardOn(db, `cycle:${cycle.id}:committee:${committee.id}`)).toMatchObject([{ type: 'answer.changed', answer: { content: { example: '訓練' } }, strip: `y    .${' '.repeat(18)}` }]);
  });

  it('moves the card to 区提出 when it is the last one', async () => {
    await aSubmission(card).by(nishi).submitted(no()).build(db);
    await inState((one) => one.draft());
    await act(kitaApprover, submitSubmission, on());
    expect(await heardOn(db, `cycle:${cycle.id}`)).toMatchObject([{ type: 'card.changed', card: { stage: 'ward_submitted', figure: { yes: 1, no: 1 } }, move: { axis: 'stage', from: 'draft', to: 'ward_submitted', by: null } }]);
  });

  it('is marked 期限後, not refused, after the effective deadline', async () => {
    const late = await aCycle().wardsUntil('2025-05-13').build(db);
    const there = await aCard(late).asking('北区', '西区').build(db);
    const tooLate = await aSubmission(there).by(kita).draft().build(db);
    const inTime = await aSubmission(there).by(nishi).draft().extendedTo('2025-05-14').build(db);
    expect(await act(kitaApprover, submitSubmission, { submissionId: tooLate.id, expectedVersion: 1 })).toMatchObject({ submittedLate: true });
    const nishiApprover = { ...kitaApprover, organisationId: nishi.id };
    expect(await act(nishiApprover, submitSubmission, { submissionId: inTime.id, expectedVersion: 1 })).toMatchObject({ submittedLate: false });
  });

  it('closes an open 差戻し, and a repeated command is one change', async () => {
    await inState((one) => one.returned());
    const commandId = randomUUID();
    const first = await act(kitaApprover, submitSubmission, on({ commandId }));
    const said = await changesSaid(db);
    expect(first).toMatchObject({ state: 'submitted', openReturn: null });
    expect(await act(kitaApprover, submitSubmission, on({ commandId }))).toEqual(first);
    expect(await changesSaid(db)).toBe(said);
    expect((await theCard(db, card.id)).returned).toBe(0);
  });

  it('is refused twice under two ids, and from a stale screen', async () => {
    await inState((one) => one.draft());
    await act(kitaApprover, submitSubmission, on());
    expect((await refusalOf(act(kitaApprover, submitSubmission, on()))).code).toBe('submission/changed-meanwhile');
    expect((await refusalOf(act(kitaApprover, submitSubmission, await later()))).code).toBe('submission/wrong-state');
  });

  it('walks the same road for a 局, without 区内確認', async () => {
    const own = await aCard(cycle).askingBureau().measuring({ kind: 'bureau_value', unit: '人' }).build(db);
    const one = await aSubmission(own).by(bureauStaff).build(db);
    const version = async () => (await theAnswer(db, one.id)).draftVersion;
    await act(bureauStaff, editSubmission, { submissionId: one.id, expectedVersion: 1, content: content({ numerator: '1794' }) });
    await act(bureauStaff, submitSubmission, { submissionId: one.id, expectedVersion: await version() });
    expect(await theCard(db, own.id)).toMatchObject({ stage: 'ward_submitted', figure: { value: '1794' }, strip: '' });
    expect(await act(bureauStaff, withdrawSubmission, { submissionId: one.id, expectedVersion: await version() })).toMatchObject({ state: 'draft' });
    expect((await heardOn(db, `ward:${bureau.id}`)).length).toBe(3);
  });
});

describe('取下げ', () => {
  it('takes a submitted answer out of sight and of the count, and the card back to 下書き', async () => {
    await aSubmission(card).by(nishi).submitted().build(db);
    await inState((one) => one.draft());
    await act(kitaApprover, submitSubmission, on());
    expect(await act(kitaApprover, withdrawSubmission, await later())).toMatchObject({ state: 'checking', content: null });
    expect(await theCard(db, card.id)).toMatchObject({ stage: 'draft', figure: { yes: 1, unanswered: 1 } });
    expect((await heardOn(db, `cycle:${cycle.id}:office`)).at(-1)).toMatchObject({ type: 'answer.changed', answer: { state: 'checking', content: null, submittedAt: null } });
  });

  it('ends where 部会審査 began', async () => {
    card = await aCard(cycle).asking('北区').at('committee_review').build(db);
    await inState((one) => one.submitted());
    expect((await refusalOf(act(kitaApprover, withdrawSubmission, on()))).code).toBe('submission/review-started');
  });

  it('is not for the staff once submitted', async () => {
    await inState((one) => one.submitted());
    expect((await refusalOf(act(kitaStaff, withdrawSubmission, on()))).code).toBe('submission/not-yours');
  });
});

describe('期限延長', () => {
  const until = (deadline: string, more: object = {}) => ({ submissionId: answer.id, expectedVersion: 1, deadline, reason: '会議の日程のため', ...more });

  it('is decided by 事務局, whatever the ward types meanwhile', async () => {
    await act(kitaStaff, editSubmission, on({ content: yes() }));
    await act(kitaStaff, editSubmission, await later({ content: no() }));
    expect(await act(secretariat, extendSubmission, until('2025-05-23', { expectedVersion: 2 }))).toMatchObject({ deadline: '2025-05-23', extended: true, content: null });
    expect(await act(kitaStaff, editSubmission, await later({ content: yes() }))).toMatchObject({ deadline: '2025-05-23' });
    expect((await heardOn(db, `cycle:${cycle.id}:committee:${committee.id}`)).at(-1)).toMatchObject({ answer: { extended: true } });
  });

  it.each([
    ['2025-05-14', 'submission/extension-not-later'],
    ['2025-05-20', 'submission/extension-not-later'],
    ['2025-05-24', 'submission/deadline-passed'],
  ])('to %s is refused: %s', async (day, code) => {
    expect((await refusalOf(act(secretariat, extendSubmission, until(day)))).code).toBe(code);
  });

  it('that was mistyped is put right by an earlier day, and everybody told so', async () => {
    expect(await act(secretariat, extendSubmission, until('2026-02-10'))).toMatchObject({ deadline: '2026-02-10', unextendedDeadline: '2025-05-20' });
    expect(await act(secretariat, extendSubmission, until('2025-05-23', { expectedVersion: 2 }))).toMatchObject({ deadline: '2025-05-23', unextendedDeadline: '2025-05-20', extended: true });
    const told = await db.em().execute<{ facts: object }[]>(`select facts from notification where submission_id = ? and person_id = ? order by at, id`, [answer.id, kitaStaff.personId]);
    expect(told.map(({ facts }) => facts)).toMatchObject([{ until: '2026-02-10' }, { until: '2025-05-23', changed: 'yes' }]);
    expect((await refusalOf(act(secretariat, extendSubmission, until('2025-05-20', { expectedVersion: 3 })))).code).toBe('submission/extension-not-later');
    expect((await refusalOf(act(secretariat, extendSubmission, until('2025-05-23', { expectedVersion: 3 })))).code).toBe('submission/extension-not-later');
  });

  it('to a closed day is refused', async () => {
    await db.em().execute(`insert into closed_day (date, name) values ('2025-05-22', '創立記念日')`);
    expect((await refusalOf(act(secretariat, extendSubmission, until('2025-05-22')))).code).toBe('submission/deadline-passed');
  });

  it('is refused to others, of a submitted answer, and from a stale table', async () => {
    for (const other of [kitaApprover, committeeLead]) expect((await refusalOf(act(other, extendSubmission, until('2025-05-23')))).code).toBe('permission/denied');
    expect((await refusalOf(act(secretariat, extendSubmission, until('2025-05-23', { expectedVersion: 7 })))).code).toBe('submission/changed-meanwhile');
    await inState((one) => one.submitted());
    expect((await refusalOf(act(secretariat, extendSubmission, until('2025-05-23')))).code).toBe('submission/nothing-to-extend');
  });
});

describe('a reason that was written before the answer became はい', () => {
  it('is not handed in, and stays with the ward', async () => {
    await inState((one) => one.draft());
    const edited = await act(kitaStaff, editSubmission, on({ content: { ...yes('二回開いた'), reason: '会場が取れなかった', expected: '秋' } }));
    const output = await act(kitaApprover, submitSubmission, on({ expectedVersion: edited.version }));
    expect(output).toMatchObject({ content: { answer: 'yes', example: '二回開いた', reason: '', expected: '' }, draft: { reason: '会場が取れなかった' } });
  });
});
