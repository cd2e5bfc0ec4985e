import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { previewNudges as previewContract } from '@furikaeri/contracts';
import { actingOn, refusalOf } from '../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CycleRow, type SubmissionRow } from '../../../../test/kit/builders.ts';
import { kita, kitaStaff, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { Reminding, SETTINGS } from '../../../../test/kit/reminding.ts';
import { previewNudges } from './queries/preview-nudges.ts';
import { sendNudges } from './use-cases/send-nudges.ts';

let db: TestDatabase;
let jobs: Reminding;
let cycle: CycleRow;
beforeAll(async () => {
  db = await createTestDatabase();
  jobs = await Reminding.on(db);
});
beforeEach(async () => {
  db.clock.moveTo(new Date('2025-05-14T12:00:00Z')); // nine in the evening: the ladder is silent
  cycle = await aCycle().wardsUntil('2025-05-13').with({ reviewDeadline: '2025-06-30' }).build(db);
});
afterEach(() => jobs.clear());
afterAll(async () => {
  await jobs.close();
  await db.close();
});

const send = (submissionIds: string[], when: 'now' | 'office_hours' = 'now') => actingOn(db)(secretariat, sendNudges(SETTINGS), { cycleId: cycle.id, submissionIds, when });
const preview = async (submissionIds: string[]) => previewContract.output.parse(await previewNudges(db.em(), secretariat, db.clock.now(), SETTINGS, { cycleId: cycle.id, submissionIds }));
const reasons = async (...ids: string[]) => (await preview(ids)).leftOut.map(({ why }) => why);
const late = async (): Promise<SubmissionRow> => aSubmission(await aCard(cycle).build(db)).by(kita).build(db);
const sendAll = async () => {
  const rows = await db.em().execute<{ id: string }[]>(`select id from reminder_mail where state = 'pending'`);
  await jobs.send(rows.map(({ id }) => id));
};

describe('an answer whose 延長の希望 waits', () => {
  const wish = ({ id }: SubmissionRow) => db.em().execute('update submission set extension_request = ? where id = ?', [JSON.stringify({ until: '2025-05-27', reason: '区政会議の後', by: kitaStaff.doer, at: db.clock.now().toISOString() }), id]);

  it('is left out until 事務局 has answered', async () => {
    const answer = await late();
    await wish(answer);
    expect(await reasons(answer.id)).toEqual(['extension_waits']);
    expect((await refusalOf(send([answer.id]))).fields).toEqual([{ path: answer.id, message: 'extension_waits' }]);
    await db.em().execute('update submission set extension_request = null where id = ?', [answer.id]);
    expect(await reasons(answer.id)).toEqual([]);
  });

  it('is not asked for by a 予約 that goes after the wish either', async () => {
    const answer = await late();
    await send([answer.id], 'office_hours');
    await wish(answer);
    db.clock.moveTo(new Date('2025-05-15T00:00:00Z'));
    await sendAll();
    expect(jobs.arrived()).toEqual([]);
  });
});

it('what is confirmed is said to be so', async () => {
  const answer = await late();
  await db.em().execute(`update submission set state = 'confirmed' where id = ?`, [answer.id]);
  expect(await reasons(answer.id)).toEqual(['confirmed']);
});

describe('what somebody was sent before', () => {
  it('today stands beside them: what the ladder said, and what was asked for by hand; what came back is none of it', async () => {
    const [first, second] = [await late(), await late()];
    await send([first.id]);
    await sendAll();
    const shown = async () => (await preview([second.id])).mails.map(({ bouncedBefore, today }) => ({ bouncedBefore, today }));
    expect(await shown()).toEqual([{ bouncedBefore: false, today: [{ kind: 'nudge', at: '2025-05-14T12:00:00.000Z', answers: 1 }] }]);
    await db.em().execute('update reminder_mail set bounced_at = ?', [db.clock.now()]);
    expect(await shown()).toEqual([{ bouncedBefore: true, today: [] }]);
    await db.em().execute(`update reminder_mail set address = 'before@kita.example'`);
    expect(await shown()).toEqual([{ bouncedBefore: false, today: [] }]);
    await db.em().execute('update reminder_mail set bounced_at = null, kind = ?, sent_at = ?', ['daily', new Date('2025-05-14T01:00:00Z')]);
    expect(await shown()).toEqual([{ bouncedBefore: false, today: [{ kind: 'daily', at: '2025-05-14T01:00:00.000Z', answers: 1 }] }]);
    db.clock.moveTo(new Date('2025-05-15T12:00:00Z'));
    expect(await shown()).toEqual([{ bouncedBefore: false, today: [] }]);
  });
});
