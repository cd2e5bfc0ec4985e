import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actingOn, changesSaid, heardOn, refusalOf, theCard } from '../../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow, type CycleRow, type SubmissionRow } from '../../../../../test/kit/builders.ts';
import { admin, bureauStaff, committee, committeeLead, kita, kitaStaff, nishi, nishiStaff, otherLead, secretariat, viewer } from '../../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../test/kit/database.ts';
import { commentsOnCard } from '../queries/comments-on-card.ts';
import { listAnswerComments } from '../queries/list-answer-comments.ts';
import { addComment } from './add-comment.ts';
import { editComment } from './edit-comment.ts';
import { removeComment } from './remove-comment.ts';

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
  answer = await aSubmission(card).by(kita).submitted().build(db);
});

describe('a comment on a card', () => {
  it('is heard by all who see the card, and counted on its tile', async () => {
    const output = await act(nishiStaff, addComment, { cardId: card.id, text: '西区の例も使えます' });
    expect(output).toMatchObject({ author: nishiStaff.doer, submissionId: null, version: 1 });
    expect(await heardOn(db, `cycle:${cycle.id}`)).toMatchObject([{ type: 'comment.changed', comment: { text: '西区の例も使えます' } }, { type: 'card.changed', card: { comments: 1, version: 1 } }]);
    expect(await commentsOnCard(db.em(), card.id)).toEqual([output]);
  });

  it('is counted rightly by sixteen writers at once', async () => {
    await Promise.all(Array.from({ length: 16 }, (_, n) => act(kitaStaff, addComment, { cardId: card.id, text: `${n}番` })));
    expect((await theCard(db, card.id)).comments).toBe(16);
  });

  it('is edited and removed by its author alone', async () => {
    const { id } = await act(kitaStaff, addComment, { cardId: card.id, text: '前の文' });
    const mine = (expectedVersion: number, more: object = {}) => ({ commentId: id, expectedVersion, ...more });
    expect((await refusalOf(act(nishiStaff, editComment, mine(1, { text: '別の文' })))).code).toBe('comment/not-yours');
    expect((await refusalOf(act(secretariat, removeComment, mine(1)))).code).toBe('comment/not-yours');
    expect(await act(kitaStaff, editComment, mine(1, { text: '後の文' }))).toMatchObject({ text: '後の文', version: 2, editedAt: expect.any(String) });
    expect((await refusalOf(act(kitaStaff, editComment, mine(1, { text: '古い画面から' })))).code).toBe('comment/changed-meanwhile');
    expect(await act(kitaStaff, removeComment, mine(2))).toMatchObject({ text: '', removedAt: expect.any(String) });
    expect((await theCard(db, card.id)).comments).toBe(0);
    expect((await refusalOf(act(kitaStaff, removeComment, mine(3)))).code).toBe('comment/changed-meanwhile');
    expect((await refusalOf(act(kitaStaff, removeComment, { commentId: randomUUID(), expectedVersion: 1 }))).code).toBe('comment/not-found');
  });

  it('sent twice stands once', async () => {
    const sent = { commandId: randomUUID(), cardId: card.id, text: '一度だけ' };
    const first = await act(kitaStaff, addComment, sent);
    const said = await changesSaid(db);
    expect(await act(kitaStaff, addComment, sent)).toEqual(first);
    expect(await changesSaid(db)).toBe(said);
    expect((await theCard(db, card.id)).comments).toBe(1);
  });

  it('is not for 閲覧者 and 管理者, nor for a card that is not there', async () => {
    for (const reader of [viewer, admin]) expect((await refusalOf(act(reader, addComment, { cardId: card.id, text: '文' }))).code).toBe('comment/not-allowed');
    expect((await refusalOf(act(kitaStaff, addComment, { cardId: randomUUID(), text: '文' }))).code).toBe('card/not-found');
  });
});

describe('a comment on an answer', () => {
  const onAnswer = (more: object = {}) => ({ cardId: card.id, submissionId: answer.id, text: '北区だけの話', ...more });

  it('is heard by its ward, 部会長, 局 and 事務局, and by nobody else, and does not count on the tile', async () => {
    await act(committeeLead, addComment, onAnswer());
    for (const stream of [`ward:${kita.id}`, `cycle:${cycle.id}:office`, `cycle:${cycle.id}:committee:${committee.id}`]) {
      expect(await heardOn(db, stream)).toMatchObject([{ type: 'comment.changed' }]);
    }
    expect([await heardOn(db, `cycle:${cycle.id}`), await heardOn(db, `ward:${nishi.id}`)]).toEqual([[], []]);
    expect((await theCard(db, card.id)).comments).toBe(0);
    expect(await commentsOnCard(db.em(), card.id)).toEqual([]);
  });

  it('is read and written by them alone', async () => {
    const { id } = await act(kitaStaff, addComment, onAnswer());
    for (const insider of [kitaStaff, committeeLead, bureauStaff, secretariat]) {
      expect((await listAnswerComments(db.em(), insider, { submissionId: answer.id })).comments).toMatchObject([{ id, text: '北区だけの話' }]);
    }
    for (const stranger of [nishiStaff, otherLead, viewer, admin]) {
      expect((await refusalOf(listAnswerComments(db.em(), stranger, { submissionId: answer.id }))).code).toBe('permission/denied');
      expect((await refusalOf(act(stranger, addComment, onAnswer()))).code).toBe('comment/not-allowed');
      expect((await refusalOf(act(stranger, editComment, { commentId: id, expectedVersion: 1, text: '文' }))).code).toBe('comment/not-found');
    }
  });

  it('hangs on an answer of this card', async () => {
    const elsewhere = await aSubmission(await aCard(cycle).asking('北区').build(db)).by(kita).build(db);
    expect((await refusalOf(act(secretariat, addComment, onAnswer({ submissionId: elsewhere.id })))).code).toBe('submission/not-found');
    expect((await refusalOf(listAnswerComments(db.em(), secretariat, { submissionId: randomUUID() }))).code).toBe('submission/not-found');
  });
});
