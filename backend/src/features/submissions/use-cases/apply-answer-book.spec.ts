import { randomUUID } from 'node:crypto';
import * as contracts from '@furikaeri/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actingOn, heardOn, no, refusalOf, theAnswer, yes } from '../../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow, type CycleRow, type SubmissionRow } from '../../../../../test/kit/builders.ts';
import { committee, kita, kitaApprover, kitaStaff, nishiStaff, secretariat, type CastMember } from '../../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../test/kit/database.ts';
import { readActivity } from '../../audit/queries/read-activity.ts';
import { readCardHistory } from '../../board/queries/read-card-history.ts';
import { applyAnswerBook } from './apply-answer-book.ts';
import { editSubmission } from './edit-submission.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
let cycle: CycleRow;
let cards: CardRow[];
let answers: SubmissionRow[];
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  cycle = await aCycle().build(db);
  cards = [];
  answers = [];
  for (let n = 0; n < 3; n += 1) {
    const card = await aCard(cycle).asking('北区', '西区').build(db);
    cards.push(card);
    answers.push(await aSubmission(card).by(kita).build(db));
  }
});

const item = (n: number, content = yes(), expectedVersion = 1) => ({ submissionId: answers[n]?.id ?? '', expectedVersion, content });
const book = (...items: object[]) => ({ cycleId: cycle.id, items });
const drafts = () => Promise.all(answers.map(async ({ id }) => (await theAnswer(db, id)).draft.example));
const history = async (who: CastMember, n: number) => contracts.readCardHistory.output.parse(await readCardHistory(db.em(), who, { cardId: cards[n]?.id })).entries;

describe('回答ファイルの内容を反映する', () => {
  it('writes every draft as typing would, and tells the ward, and outsiders only that they were begun', async () => {
    const { answers: said } = await act(kitaStaff, applyAnswerBook, book(item(2, yes('三')), item(0, yes('一'))));
    expect(said.map(({ state, version, editedBy }) => ({ state, version, editedBy }))).toEqual(Array.from({ length: 2 }, () => ({ state: 'draft', version: 2, editedBy: kitaStaff.doer })));
    expect(await drafts()).toEqual(['一', '', '三']);
    expect((await heardOn(db, `ward:${kita.id}`)).map(({ type }) => type)).toEqual(['own-answer.changed', 'own-answer.changed']);
    const outside = await heardOn(db, `cycle:${cycle.id}:committee:${committee.id}`);
    expect(outside.map(({ type }) => type)).toEqual(['answer.changed', 'answer.changed']);
    expect(JSON.stringify(outside)).not.toContain('三');
  });

  it('writes none of them when one was changed meanwhile, and names it with its text of now', async () => {
    await act(kitaApprover, editSubmission, { ...item(1, no('同僚の文')) });
    const refusal = await refusalOf(act(kitaStaff, applyAnswerBook, book(item(0, yes('一')), item(1, yes('二')), item(2, yes('三')))));
    expect(refusal).toMatchObject({ code: 'submission/changed-meanwhile', current: { id: answers[1]?.id, draft: { reason: '同僚の文' } }, list: [{ code: cards[1]?.code }] });
    expect(await drafts()).toEqual(['', '', '']);
  });

  it('writes none of them when one is another ward’s, of another year, closed, or not there', async () => {
    const nishis = await aSubmission(cards[0] ?? { id: '' }).by(nishiStaff).build(db);
    const refused = async (more: object, who = kitaStaff) => (await refusalOf(act(who, applyAnswerBook, book(item(1), more)))).code;
    expect(await refused({ ...item(0), submissionId: nishis.id })).toBe('submission/not-yours');
    expect(await refused(item(0), secretariat)).toBe('submission/not-yours');
    expect(await refused({ ...item(0), submissionId: randomUUID() })).toBe('submission/not-found');
    expect(await refused(item(1))).toBe('submission/not-found');
    const elsewhere = await aSubmission(await aCard(await aCycle().build(db)).asking('北区').build(db)).by(kita).build(db);
    expect(await refused({ ...item(0), submissionId: elsewhere.id })).toBe('submission/not-found');
    answers[0] = await aSubmission(cards[0] ?? { id: '' }).by(kita).submitted().build(db);
    expect(await refused(item(0))).toBe('submission/wrong-state');
    await db.em().execute(`update cycle set phase = 'settled' where id = ?`, [cycle.id]);
    expect(await refused(item(2))).toBe('cycle/not-open-for-answers');
    expect((await drafts()).slice(1)).toEqual(['', '']);
  });

  it('refuses a file that was never added to the answer', async () => {
    const attachments = [{ id: randomUUID(), name: 'x.pdf', type: 'application/pdf', bytes: 1 }];
    expect((await refusalOf(act(kitaStaff, applyAnswerBook, book(item(0), item(1, { ...yes(), attachments }))))).code).toBe('attachment/not-found');
  });

  it('from two machines at once, in whatever order, one is written whole and the other refused', async () => {
    const outcomes = await Promise.allSettled([
      act(kitaStaff, applyAnswerBook, book(item(0, yes('甲')), item(1, yes('甲')), item(2, yes('甲')))),
      act(kitaApprover, applyAnswerBook, book(item(2, yes('乙')), item(1, yes('乙')), item(0, yes('乙')))),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(new Set(await drafts()).size).toBe(1);
  });

  it('stands in each card’s history with its own text for the ward, and in nobody else’s news', async () => {
    await act(kitaStaff, applyAnswerBook, book(item(0, yes('一')), item(1, yes('二'))));
    expect(await history(kitaStaff, 0)).toMatchObject([{ command: 'answer-book.apply', organisation: '北区', before: { state: 'not_started' }, after: { state: 'draft', content: { example: '一' } } }]);
    expect(JSON.stringify(await history(kitaStaff, 0))).not.toContain('二');
    expect(await history(kitaStaff, 2)).toEqual([]);
    expect(await history(nishiStaff, 0)).toEqual([]);
    expect(await history(secretariat, 0)).toMatchObject([{ command: 'answer-book.apply', before: null, after: null }]);
    expect((await readActivity(db.em(), secretariat, cycle.id)).map(({ command }) => command)).toEqual([]);
    expect((await readActivity(db.em(), kitaApprover, cycle.id)).map(({ command }) => command)).toEqual(['answer-book.apply']);
  });
});
