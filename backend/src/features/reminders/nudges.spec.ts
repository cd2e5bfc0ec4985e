import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { listMails, openMail, previewNudges, readProgressTable, sendNudges } from '../../../../packages/contracts/src/index.ts';
import { startTestApi, type TestApi, type Visitor } from '../../../../test/kit/api.ts';
import { aCard, aCycle, aSubmission } from '../../../../test/kit/builders.ts';
import { cast, kita, kitaApprover, kitaStaff, nishi, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { waitFor } from '../../../../test/kit/wait-for.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { Config } from '../../platform/config/config.ts';
import { createLog } from '../../platform/log/log.ts';
import { JobQueue } from '../../platform/queue/index.ts';
import { startWorker } from '../../worker.ts';
import { sweepReminders } from './use-cases/sweep-reminders.ts';

let db: TestDatabase;
let api: TestApi;
let office: Visitor;
const workers: { close: () => Promise<void> }[] = [];
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startTestApi(db, { SESSION_IDLE_MINUTES: '6000', SESSION_HOURS: '100' });
  office = await api.as(secretariat);
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.close();
  await db.em().execute('delete from bullmq.job; delete from bullmq.scheduler; delete from reminder_item; delete from reminder_mail; delete from mailbox_mail; delete from cycle');
});
afterAll(async () => {
  await api.close();
  await db.close();
});

/** A worker process over the same database; mail goes to the built-in mailbox. */
async function work(): Promise<void> {
  const config = new Config({ LOG_LEVEL: 'fatal', DATABASE_URL: db.appUrl, PUBLIC_URL: 'https://board.example' });
  workers.push(await startWorker({ config, orm: db.orm, log: createLog('fatal'), clock: db.clock }));
}
const mails = async () => (await office.call(listMails, {})).mails;
const lateCycle = () => aCycle().wardsUntil('2025-05-13').with({ reviewDeadline: '2025-06-30' }).build(db);
const nudge = (cycleId: string, submissionIds: string[], commandId = newId()) => office.call(sendNudges, { commandId, cycleId, submissionIds });
/** The ladder has nothing to say at night; what arrives then was sent by hand. */
const atNight = () => { db.clock.moveTo(new Date('2025-05-14T12:00:00Z')); };
const byDay = () => { db.clock.moveTo(new Date('2025-05-14T01:00:00Z')); };

it('two workers, and every job twice: one mail by the ladder, to be read in the built-in mailbox', async () => {
  byDay();
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  await Promise.all([work(), work()]);
  const [mail] = await waitFor(async () => { const all = await mails(); return all.length > 0 ? all : null; }, { within: 15_000, what: 'the mail' });
  await waitFor(async () => (await db.em().execute<{ n: string }[]>(`select count(*) as n from bullmq.job where state in ('waiting', 'active')`))[0]?.n === '0', { within: 15_000, what: 'an idle queue' });
  expect(await mails()).toHaveLength(1);
  expect(mail).toMatchObject({ to: kitaStaff.email, recipient: '北野 花', subject: '回答のお願い（期限を過ぎています）' });
  const opened = await office.call(openMail, { mailId: mail?.id ?? '' });
  expect(opened.text).toContain(`https://board.example/open?cycle=${cycle.id}&org=${kita.id}&to=answers`);
  expect(opened.messageId).toMatch(/^<reminder-[0-9a-f-]+@board\.example>$/);
});

it('a queue that is wiped while mails are on their way loses none', async () => {
  byDay();
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区', '西区').build(db);
  const queue = new JobQueue({ databaseUrl: db.appUrl });
  await queue.writeSchedules();
  for (const mailId of await sweepReminders(db.em(), db.clock.now(), { hours: { opens: '09:00', closes: '17:30' }, publicUrl: 'https://board.example' })) await queue.add('reminders.send', { mailIds: [mailId] });
  await queue.close();
  await db.em().execute('delete from bullmq.job; delete from bullmq.scheduler');
  await work();
  await waitFor(async () => (await mails()).length === 2, { within: 15_000, what: 'both mails' });
  expect(await db.em().execute('select scheduler_id from bullmq.scheduler')).toHaveLength(1);
});

it('まとめて督促 sends one mail a person over all chosen answers, at once, and says who was left out and why', async () => {
  atNight();
  const cycle = await lateCycle();
  const [one, two] = [await aCard(cycle).build(db), await aCard(cycle).build(db)];
  const first = await aSubmission(one).by(kita).build(db);
  const second = await aSubmission(two).by(kita).build(db);
  const extended = await aSubmission(one).by(nishi).extendedTo('2025-06-13').build(db);
  const done = await aSubmission(two).by(nishi).submitted().build(db);
  const nobody = await aSubmission(one).by('港区').build(db);
  await work();
  const said = await nudge(cycle.id, [first.id, second.id, extended.id, done.id, nobody.id]);
  expect(said).toEqual({
    mails: 1, recipients: [{ name: '北野 花', organisationId: kita.id, answers: 2, copied: 0, isCopy: false }], notBefore: null,
    leftOut: [{ submissionId: extended.id, why: 'extended' }, { submissionId: done.id, why: 'already_submitted' }, { submissionId: nobody.id, why: 'no_recipient' }],
  });
  const [mail] = await waitFor(async () => { const all = await mails(); return all.length > 0 ? all : null; }, { within: 15_000, what: 'the mail' });
  expect(mail).toMatchObject({ to: kitaStaff.email, subject: '回答のお願い（期限を過ぎています）' });
  const { text } = await office.call(openMail, { mailId: mail?.id ?? '' });
  expect(text).toContain('（2件）');
  expect(text).toContain(`-- \n${secretariat.doer.post} ${secretariat.doer.name}`);
  await waitFor(async () => (await db.em().execute(`select 1 from reminder_mail where state = 'sent'`)).length === 1, { within: 15_000, what: 'its mark' });
  const { cells } = await office.call(readProgressTable, { cycleId: cycle.id });
  expect(cells.find(({ submissionId }) => submissionId === first.id)).toMatchObject({ late: true, state: 'not_started', lastNudgedAt: '2025-05-14T12:00:00.000Z', lastMailedAt: null });
  expect(cells.find(({ submissionId }) => submissionId === extended.id)).toMatchObject({ late: false, extended: true, lastNudgedAt: null, deadline: '2025-06-13' });
  await db.em().execute('update reminder_mail set bounced_at = ?', [db.clock.now()]);
  const after = await office.call(readProgressTable, { cycleId: cycle.id });
  expect(after.cells.find(({ submissionId }) => submissionId === first.id)).toMatchObject({ lastNudgedAt: null });
});

it('a まとめメール is no 督促: the table tells the two apart, and what went to 事務局 or as a copy is neither', async () => {
  byDay();
  const cycle = await lateCycle();
  const card = await aCard(cycle).build(db);
  const mailed = await aSubmission(card).by(kita).build(db);
  const called = await aSubmission(card).by('港区').build(db);
  await db.em().execute(`update cycle set ladder = '{"steps":[0],"thenEvery":1,"copyFrom":1,"callFrom":1,"escalateAfter":null}' where id = ?`, [cycle.id]);
  await work();
  await waitFor(async () => (await db.em().execute(`select 1 from reminder_item i join reminder_mail m on m.id = i.mail_id and m.state = 'sent' where i.role <> 'owed'`)).length > 1, { within: 15_000, what: 'the mails' });
  const { cells } = await office.call(readProgressTable, { cycleId: cycle.id });
  expect(cells.find(({ submissionId }) => submissionId === mailed.id)).toMatchObject({ lastNudgedAt: null, lastMailedAt: '2025-05-14T01:00:00.000Z' });
  expect(cells.find(({ submissionId }) => submissionId === called.id)).toMatchObject({ lastNudgedAt: null, lastMailedAt: null });
});

it('from 事務局確認 on the table calls nothing late that can no longer be handed in', async () => {
  const cycle = await lateCycle();
  const card = await aCard(cycle).asking('北区').build(db);
  const returned = await aSubmission(card).by(nishi).returned().build(db);
  await db.em().execute(`update submission set return_deadline = '2025-05-13' where id = ?`, [returned.id]);
  const late = async () => (await office.call(readProgressTable, { cycleId: cycle.id })).cells.map((cell) => cell.late);
  expect(await late()).toEqual([true, true]);
  await db.em().execute(`update cycle set phase = 'check' where id = ?`, [cycle.id]);
  expect(await late()).toEqual([false, true]);
});

it('the same person hears of the same answer once a day: a double click sends once, a second press is refused with its reason', async () => {
  atNight();
  const cycle = await lateCycle();
  const answer = await aSubmission(await aCard(cycle).build(db)).by(kita).build(db);
  const commandId = newId();
  const [a, b] = await Promise.all([nudge(cycle.id, [answer.id], commandId), nudge(cycle.id, [answer.id], commandId)]);
  expect(a).toEqual(b);
  await expect(nudge(cycle.id, [answer.id])).rejects.toMatchObject({
    problem: { code: 'nudge/nobody-to-send-to', fields: [{ path: answer.id, message: 'sent_today' }] },
  });
  expect(await db.em().execute('select state from reminder_mail')).toEqual([{ state: 'pending' }]);
});

it('while an answer is being checked the approver has it in hand', async () => {
  atNight();
  const cycle = await lateCycle();
  const answer = await aSubmission(await aCard(cycle).build(db)).by(kita).checking().build(db);
  expect((await nudge(cycle.id, [answer.id])).recipients).toEqual([{ name: kitaApprover.doer.name, organisationId: kita.id, answers: 1, copied: 0, isCopy: false }]);
});

it('before 照会 and after 確定 nobody is nudged, and an answer of another cycle is not found', async () => {
  const settled = await aCycle().wardsUntil('2025-05-13').in('settled').build(db);
  await expect(nudge(settled.id, [newId()])).rejects.toMatchObject({ problem: { code: 'cycle/not-open-for-answers' } });
  const early = await aCycle().wardsUntil('2025-05-13').in('preparation').build(db);
  const other = await lateCycle();
  const answer = await aSubmission(await aCard(early).build(db)).by(kita).build(db);
  await expect(nudge(early.id, [answer.id])).rejects.toMatchObject({ problem: { code: 'cycle/not-open-for-answers' } });
  await expect(nudge(other.id, [answer.id])).rejects.toMatchObject({ problem: { code: 'submission/not-found' } });
  await expect(nudge(newId(), [answer.id])).rejects.toMatchObject({ problem: { code: 'cycle/not-found' } });
});

it('the table has every live row and asked organisation in official order, and no typed 対象外 leaks into it', async () => {
  const cycle = await lateCycle();
  const card = await aCard(cycle).asking('西区', '北区').build(db);
  await aCard(cycle).askingBureau().build(db);
  await aCard(cycle).frozen().build(db);
  await aSubmission(card).by(nishi).draft({ answer: 'not_applicable' }).build(db);
  await aSubmission(card).by(kita).submitted({ answer: 'not_applicable', reason: '対象の施設がない' }).build(db);
  const table = await office.call(readProgressTable, { cycleId: cycle.id });
  expect(table.rows.map(({ asks }) => asks)).toEqual(['wards', 'bureau']);
  expect(table.organisations.map(({ name }) => name)).toEqual(['北区', '西区', '市民局']);
  expect(table.cells.map(({ state, notApplicable, late }) => [state, notApplicable, late])).toEqual([['submitted', true, false], ['draft', false, true], ['not_started', false, true]]);
});

it('progress, mailbox and 督促 are for the 事務局 alone', async () => {
  const cycle = await lateCycle();
  const answer = await aSubmission(await aCard(cycle).build(db)).by(nishi).build(db);
  for (const member of cast.filter(({ role }) => role !== 'secretariat')) {
    const visitor = await api.as(member);
    const denied = { problem: { code: 'permission/denied' } };
    await expect(visitor.call(readProgressTable, { cycleId: cycle.id })).rejects.toMatchObject(denied);
    await expect(visitor.call(listMails, {})).rejects.toMatchObject(denied);
    await expect(visitor.call(openMail, { mailId: newId() })).rejects.toMatchObject(denied);
    await expect(visitor.call(sendNudges, { commandId: newId(), cycleId: cycle.id, submissionIds: [answer.id] })).rejects.toMatchObject(denied);
    await expect(visitor.call(previewNudges, { cycleId: cycle.id, submissionIds: [answer.id] })).rejects.toMatchObject(denied);
  }
  await expect(office.call(openMail, { mailId: newId() })).rejects.toMatchObject({ problem: { code: 'mail/not-found' } });
});
