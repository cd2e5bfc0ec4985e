import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actingOn, heardOn, refusalOf, theAnswer, yes } from '../../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow, type CycleRow, type SubmissionRow } from '../../../../../test/kit/builders.ts';
import { bureau, bureauStaff, committee, committeeLead, kita, kitaApprover, kitaStaff, nishi, nishiStaff, secretariat } from '../../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../test/kit/database.ts';
import { listMySubmissions } from '../queries/list-my-submissions.ts';
import { askExtension } from './ask-extension.ts';
import { cancelExtensionRequest } from './cancel-extension-request.ts';
import { delegateSubmission } from './delegate-submission.ts';
import { editSubmission } from './edit-submission.ts';
import { extendSubmission } from './extend-submission.ts';
import { refuseExtension } from './refuse-extension.ts';
import { submitSubmission } from './submit-submission.ts';

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
  answer = await aSubmission(card).by(kita).draft().build(db);
});

const own = async (more: object = {}) => ({ submissionId: answer.id, expectedVersion: (await theAnswer(db, answer.id)).draftVersion, ...more });
const office = async (more: object = {}) => ({ submissionId: answer.id, expectedVersion: (await theAnswer(db, answer.id)).version, ...more });
const wish = (more: object = {}) => ({ until: '2025-05-27', reason: '区政会議の後に書くため', ...more });
const ask = async (more: object = {}) => act(kitaStaff, askExtension, await own(wish(more)));

describe('期限の延長を願い出る', () => {
  it('moves no deadline, and is seen by 事務局, the 部会 and the 局, and by no other ward', async () => {
    expect(await ask()).toMatchObject({ deadline: '2025-05-20', state: 'draft', extensionRequest: { until: '2025-05-27', reason: '区政会議の後に書くため', by: kitaStaff.doer } });
    for (const stream of [`cycle:${cycle.id}:office`, `cycle:${cycle.id}:committee:${committee.id}`, `cycle:${cycle.id}:bureau:${bureau.id}`]) {
      expect((await heardOn(db, stream)).at(-1)).toMatchObject({ type: 'answer.changed', answer: { extensionRequest: { until: '2025-05-27' }, content: null } });
    }
    expect(await heardOn(db, `cycle:${cycle.id}`)).toEqual([]);
    expect(await heardOn(db, `ward:${nishi.id}`)).toEqual([]);
  });

  it('asked again takes the place of the first, and of what was said to it', async () => {
    await ask();
    await act(secretariat, refuseExtension, await office({ reason: '会議に間に合わないため' }));
    expect(await ask({ until: '2025-05-23' })).toMatchObject({ extensionRequest: { until: '2025-05-23' }, extensionDecision: null });
    expect(await ask({ until: '2025-05-26' })).toMatchObject({ extensionRequest: { until: '2025-05-26' } });
  });

  it.each([
    ['2025-05-20', 'submission/deadline-not-later'],
    ['2025-05-24', 'submission/deadline-passed'],
    ['2025-06-11', 'submission/wish-too-late'],
  ])('until %s is refused: %s', async (until, code) => {
    expect((await refusalOf(ask({ until }))).code).toBe(code);
  });

  it('until the day of 案件締切 is heard, and 事務局 may grant more than that', async () => {
    expect(await ask({ until: '2025-06-10' })).toMatchObject({ extensionRequest: { until: '2025-06-10' } });
    expect(await act(secretariat, extendSubmission, await office({ deadline: '2025-06-11', reason: '会議を一つ後にするため' }))).toMatchObject({ deadline: '2025-06-11' });
    expect((await refusalOf(ask({ until: '2025-06-12' }))).code).toBe('submission/wish-too-late');
  });

  it('until a day that is over is refused, however late the answer is', async () => {
    const late = await aCycle().wardsUntil('2025-05-09').build(db);
    answer = await aSubmission(await aCard(late).asking('北区').build(db)).by(kita).build(db);
    for (const until of ['2025-05-13', '2025-05-14']) expect((await refusalOf(ask({ until }))).code).toBe('submission/deadline-passed');
    expect(await ask({ until: '2025-05-15' })).toMatchObject({ extensionRequest: { until: '2025-05-15' } });
  });

  it('needs a reason', async () => {
    expect((await refusalOf(ask({ reason: ' ' }))).code).toBe('request/invalid');
  });

  it('is for the ward alone, and for what is owed', async () => {
    for (const other of [nishiStaff, secretariat, committeeLead, bureauStaff]) {
      expect((await refusalOf(act(other, askExtension, await own(wish())))).code).toBe('submission/not-yours');
    }
    expect((await refusalOf(act(kitaStaff, askExtension, { ...(await own(wish())), expectedVersion: 9 }))).code).toBe('submission/changed-meanwhile');
    answer = await aSubmission(card).by(kita).submitted().build(db);
    expect((await refusalOf(ask())).code).toBe('submission/nothing-to-extend');
    const settled = await aCycle().in('settled').build(db);
    answer = await aSubmission(await aCard(settled).asking('北区').build(db)).by(kita).build(db);
    expect((await refusalOf(ask())).code).toBe('cycle/not-open-for-answers');
  });

  it('is over when the ward takes it back, or hands the answer in', async () => {
    await ask();
    expect(await act(kitaApprover, cancelExtensionRequest, await own())).toMatchObject({ extensionRequest: null, extensionDecision: null });
    expect((await heardOn(db, `cycle:${cycle.id}:office`)).at(-1)).toMatchObject({ answer: { extensionRequest: null } });
    expect((await refusalOf(act(kitaStaff, cancelExtensionRequest, await own()))).code).toBe('submission/no-extension-request');
    await ask();
    expect(await act(kitaApprover, submitSubmission, await own())).toMatchObject({ state: 'submitted', extensionRequest: null });
    expect((await refusalOf(act(kitaStaff, cancelExtensionRequest, await own()))).code).toBe('submission/wrong-state');
  });

  it('cannot be taken back by another ward or from a stale screen', async () => {
    await ask();
    expect((await refusalOf(act(nishiStaff, cancelExtensionRequest, await own()))).code).toBe('submission/not-yours');
    expect((await refusalOf(act(kitaStaff, cancelExtensionRequest, await own({ expectedVersion: 1 })))).code).toBe('submission/changed-meanwhile');
  });
});

describe('延長を認める・認めない', () => {
  it('granted, the deadline moves, the wish is over, and the ward reads who said so', async () => {
    await ask();
    await act(kitaStaff, editSubmission, await own({ content: yes('書きかけ') }));
    expect(await act(secretariat, extendSubmission, await office({ deadline: '2025-05-26', reason: '一日早めで' }))).toMatchObject({ deadline: '2025-05-26', extended: true, extensionRequest: null });
    expect((await heardOn(db, `ward:${kita.id}`)).at(-1)).toMatchObject({
      answer: { deadline: '2025-05-26', extensionRequest: null, extensionDecision: { granted: true, until: '2025-05-26', reason: '一日早めで', by: secretariat.doer } },
    });
  });

  it('refused, the deadline stays and the reason stands beside it', async () => {
    await ask();
    expect(await act(secretariat, refuseExtension, await office({ reason: '会議に間に合わないため' }))).toMatchObject({ deadline: '2025-05-20', extended: false, extensionRequest: null });
    const { items } = await listMySubmissions(db.em(), kitaStaff, { cycleId: cycle.id });
    expect(items[0]?.answer).toMatchObject({ extensionRequest: null, extensionDecision: { granted: false, until: null, reason: '会議に間に合わないため' } });
  });

  it('is for 事務局, with a reason, and for a wish that is there and was read', async () => {
    expect((await refusalOf(act(secretariat, refuseExtension, await office({ reason: '理由' })))).code).toBe('submission/no-extension-request');
    await ask();
    for (const other of [kitaApprover, committeeLead, bureauStaff]) expect((await refusalOf(act(other, refuseExtension, await office({ reason: '理由' })))).code).toBe('permission/denied');
    expect((await refusalOf(act(secretariat, refuseExtension, await office({ reason: '' })))).code).toBe('request/invalid');
    expect(await refusalOf(act(secretariat, refuseExtension, await office({ reason: '理由', expectedVersion: 1 })))).toMatchObject({ code: 'submission/changed-meanwhile', current: { extensionRequest: { until: '2025-05-27' } } });
    await db.em().execute(`update cycle set phase = 'settled' where id = ?`, [cycle.id]);
    expect((await refusalOf(act(secretariat, refuseExtension, await office({ reason: '理由' })))).code).toBe('cycle/not-open-for-answers');
  });
});

describe('委任', () => {
  it('says which 課 writes, to the ward alone, and moves nothing', async () => {
    expect(await act(kitaStaff, delegateSubmission, await own({ section: '保健福祉課', note: '数を入れてください' }))).toMatchObject({ state: 'draft', delegation: { section: '保健福祉課', note: '数を入れてください', by: kitaStaff.doer } });
    expect((await theAnswer(db, answer.id)).version).toBe(1);
    expect(await heardOn(db, `cycle:${cycle.id}:office`)).toEqual([]);
    expect((await heardOn(db, `ward:${kita.id}`)).at(-1)).toMatchObject({ type: 'own-answer.changed', answer: { delegation: { section: '保健福祉課' } } });
    const [line] = await db.em().execute<{ private_to: string }[]>(`select private_to from command_log where submission_id = ? and name = 'submission.delegate'`, [answer.id]);
    expect(line?.private_to).toBe(kita.id);
    expect(await act(kitaApprover, delegateSubmission, await own({ section: null, note: '' }))).toMatchObject({ delegation: null });
  });

  it('is refused to others, from a stale screen, of a submitted answer, after the closing, and to a 局', async () => {
    const given = { section: '保健福祉課', note: '' };
    for (const other of [nishiStaff, secretariat]) expect((await refusalOf(act(other, delegateSubmission, await own(given)))).code).toBe('submission/not-yours');
    expect((await refusalOf(act(kitaStaff, delegateSubmission, { ...(await own(given)), expectedVersion: 9 }))).code).toBe('submission/changed-meanwhile');
    answer = await aSubmission(card).by(kita).submitted().build(db);
    expect((await refusalOf(act(kitaStaff, delegateSubmission, await own(given)))).code).toBe('submission/wrong-state');
    const settled = await aCycle().in('settled').build(db);
    answer = await aSubmission(await aCard(settled).asking('北区').build(db)).by(kita).build(db);
    expect((await refusalOf(act(kitaStaff, delegateSubmission, await own(given)))).code).toBe('cycle/not-open-for-answers');
    answer = await aSubmission(await aCard(cycle).askingBureau().build(db)).by(bureauStaff).build(db);
    expect((await refusalOf(act(bureauStaff, delegateSubmission, await own(given)))).code).toBe('submission/not-yours');
  });
});
