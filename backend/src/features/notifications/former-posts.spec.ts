import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actingOn, heardOn, theAnswer, yes } from '../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow } from '../../../../test/kit/builders.ts';
import { kita, kitaApprover, kitaStaff, nishi } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { Reminding } from '../../../../test/kit/reminding.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { ReadChanges } from '../../platform/realtime/read-changes.ts';
import { nameDeputy } from '../accounts/use-cases/name-deputy.ts';
import { sendBackSubmission } from '../submissions/use-cases/send-back-submission.ts';
import { listNotices } from './queries/list-notices.ts';
import { markNotices } from './use-cases/mark-notices.ts';

const REASON = '区内だけの理由';
const stream = `person:${kitaStaff.personId}`;
let db: TestDatabase;
let jobs: Reminding;
let card: CardRow;
let seq: number;
beforeAll(async () => {
  db = await createTestDatabase();
  jobs = await Reminding.on(db);
});
beforeEach(async () => {
  card = await aCard(await aCycle().wardsUntil('2025-12-01').with({ reviewDeadline: '2025-12-01' }).build(db)).asking('北区').build(db);
  seq = (await list()).seqs[stream] ?? 0;
});
afterEach(async () => {
  await jobs.clear();
  await db.em().execute(`delete from post where person_id = ? and id <> ?; update post set valid_to = null where id = ?`, [kitaStaff.personId, kitaStaff.postId, kitaStaff.postId]);
});
afterAll(async () => {
  await jobs.close();
  await db.close();
});

async function sentBack(): Promise<void> {
  const answer = await aSubmission(card).by(kita).checking(yes()).build(db);
  await actingOn(db)(kitaApprover, sendBackSubmission, { submissionId: answer.id, expectedVersion: (await theAnswer(db, answer.id)).draftVersion, reason: REASON });
}
/** From 北区 to 西区, as of that day. */
async function moveTo西区(day: string): Promise<void> {
  await db.em().execute('update post set valid_to = ?::date - 1 where id = ?', [day, kitaStaff.postId]);
  await db.em().execute(`insert into post (id, person_id, organisation_id, role, title, valid_from) values (?, ?, ?, 'ward_staff', '', ?)`, [newId(), kitaStaff.personId, nishi.id, day]);
}
const list = () => listNotices(db.em(), kitaStaff, db.clock.today(), {});
const caughtUp = async () => (await new ReadChanges(db.em(), db.clock).run(kitaStaff, { stream, after: seq })).changes.map(({ payload }) => payload);

describe('who has left a ward', () => {
  it('reads there no more what it told them, and has nothing of it unread', async () => {
    db.clock.moveTo(new Date('2025-05-14T01:00:00Z'));
    await sentBack();
    expect(await list()).toMatchObject({ unread: 1, notices: [{ facts: { reason: REASON } }] });
    expect(JSON.stringify(await caughtUp())).toContain(REASON);
    db.clock.moveTo(new Date('2025-05-15T01:00:00Z'));
    await moveTo西区('2025-05-15');
    expect(await list()).toMatchObject({ unread: 0, notices: [] });
    // The number stays in its place, so that no screen looks for what is missing.
    expect(await caughtUp()).toMatchObject([{ type: 'notices.marked', ids: [], unread: 0 }]);
  });

  it('gets no mail of it, whether the mail was to go or was waiting already', async () => {
    db.clock.moveTo(new Date('2025-05-14T10:00:00Z')); // seven in the evening: it waits for the morning
    await sentBack();
    await moveTo西区('2025-05-15');
    await jobs.lookAt('2025-05-15', '09:01');
    expect(jobs.arrived()).toEqual([]);
    await db.em().execute(`update notification set channel = 'digest'`);
    await jobs.lookAt('2025-05-16', '09:01');
    expect([jobs.arrived(), await jobs.states()]).toEqual([[], []]);
    const mail = newId();
    await db.em().execute(`insert into reminder_mail (id, recipient_id, send_on, kind, message_id, state, created_at) values (?, ?, '2025-05-16', 'notice:1', '<x@y>', 'pending', ?)`, [mail, kitaStaff.personId, db.clock.now()]);
    await db.em().execute('update notification set mail_id = ?', [mail]);
    await jobs.send([mail]);
    expect([jobs.arrived(), await jobs.states()]).toEqual([[], []]);
  });

  it('is told of the new ward with a count of its own, and may come back to what was', async () => {
    db.clock.moveTo(new Date('2025-05-14T01:00:00Z'));
    await sentBack();
    await moveTo西区('2025-05-14');
    const other = await aSubmission(await aCard(await aCycle().build(db)).asking('西区').build(db)).by(nishi).checking(yes()).build(db);
    await actingOn(db)({ ...kitaApprover, organisationId: nishi.id }, sendBackSubmission, { submissionId: other.id, expectedVersion: (await theAnswer(db, other.id)).draftVersion, reason: '西区の理由' });
    expect((await heardOn(db, stream, seq)).at(-1)).toMatchObject({ type: 'notice.added', unread: 1 });
    expect(await actingOn(db)(kitaStaff, markNotices, { notices: 'all', read: true })).toEqual({ unread: 0 });
    await db.em().execute('update post set valid_to = null where id = ?', [kitaStaff.postId]);
    expect((await list()).notices).toHaveLength(2);
  });
});

it('who is named 代理 for days to come hears of it before', async () => {
  db.clock.moveTo(new Date('2025-05-14T01:00:00Z'));
  await actingOn(db)(kitaApprover, nameDeputy, { personId: kitaStaff.personId, from: '2025-05-20', to: '2025-05-21' });
  expect(await list()).toMatchObject({ unread: 1, notices: [{ kind: 'deputy_named' }] });
});
