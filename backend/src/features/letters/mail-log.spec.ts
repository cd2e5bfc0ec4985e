import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as contracts from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Logger } from '@nestjs/common';
import { actingOn, refusalOf } from '../../../../test/kit/act.ts';
import { startTestApi, type TestApi } from '../../../../test/kit/api.ts';
import { aCard, aCycle, aSubmission } from '../../../../test/kit/builders.ts';
import { cast, kita, kitaApprover, kitaStaff, nishiStaff, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { Reminding, SETTINGS } from '../../../../test/kit/reminding.ts';
import { headerOf } from '../../../../test/kit/smtp-sink.ts';
import { waitFor } from '../../../../test/kit/wait-for.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { UndeliverableMail } from '../../platform/mail/index.ts';
import { JobProcessors, JobQueue, JobWorker } from '../../platform/queue/index.ts';
import { sendNudges } from '../reminders/use-cases/send-nudges.ts';
import { MAIL_CHANNEL } from './mail-channel.ts';
import { listFailedJobs } from './queries/list-failed-jobs.ts';
import { listMailLog, readMail } from './queries/read-mail-log.ts';
import { markBounced } from './use-cases/mark-bounced.ts';
import { cancelMails } from './use-cases/cancel-mails.ts';
import { retryJobs } from './use-cases/retry-jobs.ts';
import { retryMails } from './use-cases/retry-mails.ts';

let db: TestDatabase;
let jobs: Reminding;
let act: ReturnType<typeof actingOn>;
beforeAll(async () => {
  Logger.overrideLogger(false); // a failing job is what one of these tests wants
  db = await createTestDatabase();
  jobs = await Reminding.on(db);
  act = actingOn(db);
});
beforeEach(() => { db.clock.moveTo(new Date('2025-05-14T12:00:00Z')); });
afterEach(() => jobs.clear());
afterAll(async () => {
  await jobs.close();
  await db.close();
});

const log = async (input: object = {}) => contracts.listMailLog.output.parse(await listMailLog(db.em(), secretariat, db.clock.today(), input));
const open = async (mailId: string) => contracts.readMail.output.parse(await readMail(db.em(), secretariat, { mailId }));
const lateCycle = () => aCycle().wardsUntil('2025-05-13').with({ reviewDeadline: '2025-06-30' }).build(db);
/** A 督促 to the wards' staff, not sent yet. */
async function nudged(...names: string[]) {
  const cycle = await lateCycle();
  const card = await aCard(cycle).with({ code: '3-(1)-16a', title: 'つながる場をひらく' }).asking(...names).build(db);
  const answers = await db.em().execute<{ id: string }[]>('select id from submission where card_id = ?', [card.id]);
  const commandId = newId();
  await act(secretariat, sendNudges(SETTINGS), { commandId, cycleId: cycle.id, submissionIds: answers.map(({ id }) => id) });
  return { cycle, card, commandId };
}
const pending = async () => (await db.em().execute<{ id: string }[]>(`select id from reminder_mail where state = 'pending' order by id`)).map(({ id }) => id);
const sendPending = async (mail?: Parameters<Reminding['send']>[1]) => jobs.send(await pending(), mail);
const refusing = { send: () => Promise.reject(new UndeliverableMail('550 no such mailbox')) };
const retry = (...mailIds: string[]) => act(secretariat, retryMails, { mailIds });

describe('送信の記録', () => {
  it('says who got what when, asked for by whom, and opens the words as they went out', async () => {
    const { card } = await nudged('北区');
    const { mails: [waiting], counts } = await log();
    expect(waiting).toMatchObject({
      kind: 'nudge', recipient: '北野 花', recipientId: kitaStaff.personId, address: kitaStaff.email, organisations: ['北区'], answers: 1, isCopy: false, state: 'pending', attempts: 0,
      requestedBy: secretariat.doer, createdAt: '2025-05-14T12:00:00.000Z', sentAt: null, bouncedNote: null, lastError: null,
    });
    expect(counts).toEqual({ waiting: 1, failed: 0, bounced: 0 });
    await sendPending();
    const { mails: [sent] } = await log();
    expect(sent).toMatchObject({ state: 'sent', subject: '回答のお願い（期限を過ぎています）', attempts: 1, sentAt: '2025-05-14T12:00:00.000Z' });
    const opened = await open(sent?.id ?? '');
    expect(opened.text).toBe(jobs.textTo(kitaStaff.email));
    expect(opened.messageId).toBe(headerOf(jobs.sink.mails[0]?.raw ?? '', 'Message-ID'));
    expect(opened.about).toEqual([{ cardId: card.id, code: '3-(1)-16a', title: 'つながる場をひらく', organisation: '北区', deadline: '2025-05-13', step: 'nudge:2025-05-14' }]);
  });

  it('the ladder’s mails stand there too, nobody asked for them', async () => {
    const cycle = await lateCycle();
    await aCard(cycle).asking('北区').build(db);
    await jobs.lookAt('2025-05-14');
    expect((await log()).mails).toMatchObject([{ kind: 'daily', requestedBy: null, state: 'sent', answers: 1 }]);
    expect((await log({ kind: 'nudge' })).mails).toEqual([]);
    expect((await log({ kind: 'daily' })).mails).toHaveLength(1);
  });

  it('is narrowed by name, address, organisation, subject, state, and to one 督促', async () => {
    const { commandId } = await nudged('北区', '西区');
    await sendPending();
    const found = async (input: object) => (await log(input)).mails.map(({ recipient }) => recipient).sort();
    expect(await found({ q: '西区' })).toEqual(['西川 葵']);
    expect(await found({ q: '北野' })).toEqual(['北野 花']);
    expect(await found({ q: 'NISHI-staff@' })).toEqual(['西川 葵']);
    expect(await found({ q: '期限を過ぎて' })).toEqual(['北野 花', '西川 葵']);
    expect(await found({ q: `%' or true --` })).toEqual([]);
    expect(await found({ q: '西区　ＮＩＳＨＩ' })).toEqual(['西川 葵']);
    expect(await found({ q: '西区 北野' })).toEqual([]);
    expect(await found({ state: 'sent' })).toEqual(['北野 花', '西川 葵']);
    expect(await found({ state: 'pending' })).toEqual([]);
    expect(await found({ nudge: commandId })).toEqual(['北野 花', '西川 葵']);
    expect(await found({ nudge: newId() })).toEqual([]);
    await db.em().execute(`update reminder_mail set state = 'claimed' where recipient_id = ?`, [nishiStaff.personId]);
    expect(await found({ state: 'pending' })).toEqual(['西川 葵']);
    expect(await found({ state: 'claimed' })).toEqual(['西川 葵']);
  });

  it('comes in pages of fifty, each mail once', async () => {
    await db.em().execute(
      `insert into reminder_mail (id, recipient_id, send_on, kind, message_id, state, created_at, subject)
       select gen_random_uuid(), ?, '2025-05-14', 'notice:' || n, '<' || n || '@x>', 'sent', ?::timestamptz - (n / 3) * interval '1 minute', 's' from generate_series(1, 120) n`,
      [kitaStaff.personId, db.clock.now()],
    );
    const seen: string[] = [];
    for (let page = await log(); ; page = await log({ before: seen.at(-1) })) {
      seen.push(...page.mails.map(({ id }) => id));
      if (!page.more) break;
      expect(page.mails).toHaveLength(50);
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
  });

  it('a mail that is not there is not found', async () => {
    expect(await refusalOf(open(newId()))).toMatchObject({ code: 'mail/not-found' });
  });
});

describe('もう一度送る', () => {
  it('a 督促 that the relay refused waits again from its first attempt and goes under its own Message-ID, with its rows', async () => {
    await nudged('北区');
    await sendPending(refusing);
    const { mails: [failed], counts } = await log({ state: 'failed' });
    expect(failed).toMatchObject({ state: 'failed', lastError: '550 no such mailbox', attempts: 1, answers: 1 });
    expect(counts).toEqual({ waiting: 0, failed: 1, bounced: 0 });
    const { messageId, about } = await open(failed?.id ?? '');
    expect(about).toHaveLength(1);
    expect(await retry(failed?.id ?? '')).toMatchObject({ mails: [{ id: failed?.id, state: 'pending', attempts: 0 }] });
    await sendPending();
    expect(jobs.sink.mails.map(({ to, raw }) => [to, headerOf(raw, 'Message-ID')])).toEqual([[[kitaStaff.email], messageId]]);
    expect(jobs.textTo(kitaStaff.email)).toContain('3-(1)-16a');
    expect((await log()).mails).toMatchObject([{ state: 'sent', lastError: null }]);
  });

  it('pressed twice, or by two people, it is sent once', async () => {
    await nudged('北区');
    await sendPending(refusing);
    const id = (await log()).mails[0]?.id ?? '';
    const commandId = newId();
    const [a, b] = await Promise.all([act(secretariat, retryMails, { commandId, mailIds: [id] }), act(secretariat, retryMails, { commandId, mailIds: [id] })]);
    expect(a).toEqual(b);
    expect(await refusalOf(retry(id))).toMatchObject({ code: 'mail/nothing-to-retry' });
    await Promise.all([sendPending(), sendPending()]);
    expect(jobs.sink.mails).toHaveLength(1);
    expect(await refusalOf(retry(id))).toMatchObject({ code: 'mail/nothing-to-retry' });
  });

  it('several at once wake the workers in one statement', async () => {
    await nudged('北区', '西区');
    await sendPending(refusing);
    const ids = (await log()).mails.map(({ id }) => id);
    const asks = jest.spyOn(EntityManager.prototype, 'execute');
    await retry(...ids);
    const woken = asks.mock.calls.filter(([sql]) => String(sql).includes('pg_notify(?'));
    asks.mockRestore();
    expect(woken).toEqual([[expect.any(String), [MAIL_CHANNEL, expect.stringMatching(/^\{[^,]+,[^,]+\}$/)]]]);
  });

  it('what was handed in meanwhile drops out of it', async () => {
    await nudged('北区');
    await sendPending(refusing);
    await retry((await log()).mails[0]?.id ?? '');
    await db.em().execute(`update submission set state = 'submitted'`);
    await sendPending();
    expect(jobs.sink.mails).toEqual([]);
  });

  it('today’s まとめメール takes up its rows again; that of an earlier day has nothing left, because its rows went with a later one', async () => {
    const cycle = await lateCycle();
    await aCard(cycle).asking('北区').build(db);
    await jobs.lookAt('2025-05-14', '09:00', refusing);
    const { mails: [failed], counts } = await log({ state: 'failed' });
    expect(counts.failed).toBe(1);
    await retry(failed?.id ?? '');
    await sendPending();
    expect(jobs.arrived()).toEqual([`${kitaStaff.email}: 回答のお願い（期限を過ぎています）`]);

    await db.em().execute(`delete from reminder_item; delete from reminder_mail`);
    await jobs.lookAt('2025-05-14', '09:00', refusing);
    const old = (await log()).mails[0]?.id ?? '';
    await jobs.lookAt('2025-05-15');
    expect(jobs.arrived()).toHaveLength(1);
    expect((await log()).counts.failed).toBe(0);
    expect((await log({ state: 'failed' })).mails).toEqual([]);
    expect(await refusalOf(retry(old))).toMatchObject({ code: 'mail/nothing-to-retry' });
  });

  it('an お知らせ that stood in today’s まとめメール goes with it again', async () => {
    db.clock.moveTo(new Date('2025-05-14T00:30:00Z'));
    await db.em().execute(
      `insert into notification (id, person_id, kind, by, facts, at, channel) values (?, ?, 'approved', null, ?::jsonb, '2025-05-13T03:00:00Z', 'digest')`, [newId(), kitaStaff.personId, JSON.stringify({ code: 'A-1', title: '場' })],
    );
    await jobs.lookAt('2025-05-14', '09:30', refusing);
    await retry((await log()).mails[0]?.id ?? '');
    await sendPending();
    expect(jobs.textTo(kitaStaff.email)).toContain('A-1');
  });

  it('a 督促 that was pressed anew since has nothing left', async () => {
    const { cycle } = await nudged('北区');
    await sendPending(refusing);
    const old = (await log()).mails[0]?.id ?? '';
    const [answer] = await db.em().execute<{ id: string }[]>('select id from submission');
    await act(secretariat, sendNudges(SETTINGS), { cycleId: cycle.id, submissionIds: [answer?.id] });
    expect(await refusalOf(retry(old))).toMatchObject({ code: 'mail/nothing-to-retry' });
    expect((await log()).counts).toEqual({ waiting: 1, failed: 0, bounced: 0 });
  });

  it('of several those that failed are tried again; one that does not exist is said', async () => {
    await nudged('北区', '西区');
    const [first = '', second = ''] = await pending();
    await jobs.send([first]);
    await jobs.send([second], refusing);
    expect((await retry(first, second)).mails.map(({ id }) => id)).toEqual([second]);
    expect(await refusalOf(retry(first, newId()))).toMatchObject({ code: 'mail/not-found' });
  });
});

describe('予約を取り消す', () => {
  const cancel = (mailId: string, whole = false) => act(secretariat, cancelMails, { mailId, whole });

  it('takes one 督促 that has not gone back, or all of the same: none is sent, and the answers can be nudged again', async () => {
    const { cycle, card } = await nudged('北区', '西区');
    const [first = '', second = ''] = await pending();
    expect(await open(first)).toMatchObject({ waiting: 2, words: null });
    expect(await cancel(first)).toMatchObject({ mails: [{ id: first, state: 'cancelled' }] });
    expect([await open(first), await open(second)]).toMatchObject([{ cancelled: { by: secretariat.doer, at: db.clock.now().toISOString() } }, { waiting: 1, cancelled: null }]);
    expect(await cancel(second, true)).toMatchObject({ mails: [{ id: second }] });
    await jobs.send([first, second]);
    expect(jobs.sink.mails).toEqual([]);
    expect((await log()).counts).toEqual({ waiting: 0, failed: 0, bounced: 0 });
    expect((await Promise.all([cancel(first), cancel(newId()), retry(first)].map(refusalOf))).map(({ code }) => code)).toEqual(['mail/nothing-to-cancel', 'mail/not-found', 'mail/nothing-to-retry']);
    const answers = await db.em().execute<{ id: string }[]>('select id from submission where card_id = ?', [card.id]);
    await act(secretariat, sendNudges(SETTINGS), { cycleId: cycle.id, submissionIds: answers.map(({ id }) => id) });
    expect((await log()).counts).toMatchObject({ waiting: 2 });
    await sendPending();
    expect(jobs.sink.mails).toHaveLength(2);
  });

  it('what has gone, or goes by itself, cannot be taken back', async () => {
    await nudged('北区');
    const [id = ''] = await pending();
    await sendPending();
    expect(await refusalOf(cancel(id, true))).toMatchObject({ code: 'mail/nothing-to-cancel' });
  });
});

describe('不達', () => {
  const mark = (mailId: string, bounced: boolean, note = '') => act(secretariat, markBounced, { mailId, bounced, note });

  it('is what people read in the sender’s mailbox: recorded with a note, found, counted, and taken back', async () => {
    await nudged('北区');
    const [id = ''] = await pending();
    expect(await refusalOf(mark(id, true))).toMatchObject({ code: 'mail/not-sent' });
    await sendPending();
    expect(await mark(id, true, '宛先がないと戻ってきた')).toMatchObject({ state: 'bounced', bouncedNote: '宛先がないと戻ってきた' });
    expect(await log({ state: 'bounced' })).toMatchObject({ mails: [{ id, state: 'bounced' }], counts: { bounced: 1 } });
    expect((await log({ state: 'sent' })).mails).toEqual([]);
    expect(await mark(id, false)).toMatchObject({ state: 'sent', bouncedNote: null });
    expect((await log()).counts.bounced).toBe(0);
    expect(await refusalOf(mark(newId(), true))).toMatchObject({ code: 'mail/not-found' });
    expect(await db.em().execute(`select after ->> 'note' as note from command_log where name = 'mail-log.mark-bounced' order by at, id limit 1`)).toEqual([{ note: '宛先がないと戻ってきた' }]);
  });
});

describe('over the API', () => {
  const stopping: (() => Promise<void>)[] = [];
  afterEach(async () => { for (const stop of stopping.splice(0)) await stop(); });
  let api: TestApi;
  beforeAll(async () => { api = await startTestApi(db); });
  afterAll(() => api.close());

  it('all of it is for the 事務局 alone', async () => {
    await nudged('北区');
    const [mailId = ''] = await pending();
    const calls = (commandId: string) => [
      [contracts.listMailLog, {}], [contracts.readMail, { mailId }], [contracts.retryMails, { commandId, mailIds: [mailId] }],
      [contracts.cancelMails, { commandId, mailId, whole: true }], [contracts.markBounced, { commandId, mailId, bounced: true, note: '' }], [contracts.listFailedJobs, {}], [contracts.retryJobs, { commandId, jobIds: ['1'] }],
    ] as const;
    for (const member of cast.filter(({ role }) => role !== 'secretariat')) {
      const visitor = await api.as(member);
      for (const [contract, input] of calls(newId())) await expect(visitor.call(contract as typeof contracts.listMailLog, input as object)).rejects.toMatchObject({ problem: { code: 'permission/denied' } });
      expect(await refusalOf(listMailLog(db.em(), member, db.clock.today(), {}))).toMatchObject({ code: 'permission/denied' });
      expect(await refusalOf(readMail(db.em(), member, { mailId }))).toMatchObject({ code: 'permission/denied' });
      expect(await refusalOf(act(member, retryMails, { mailIds: [mailId] }))).toMatchObject({ code: 'permission/denied' });
      expect(await refusalOf(act(member, markBounced, { mailId, bounced: true, note: '' }))).toMatchObject({ code: 'permission/denied' });
    }
    const office = await api.as(secretariat);
    expect((await office.call(contracts.listMailLog, { q: '北野' })).mails).toHaveLength(1);
    expect((await office.call(contracts.readMail, { mailId })).about).toHaveLength(1);
  });

  it('a job that the queue gave up is listed with its reason and done again; an unknown one is said', async () => {
    const office = await api.as(secretariat);
    const options = { databaseUrl: db.appUrl };
    const queue = new JobQueue(options);
    const processors = new JobProcessors();
    const worker = new JobWorker(options, queue, processors);
    stopping.push(() => worker.stop(), () => queue.close());
    let isBroken = true;
    const done: string[] = [];
    processors.register('reminders.sweep', () => Promise.resolve());
    processors.register('notices.collect', () => Promise.resolve());
    processors.register('reminders.send', ({ mailIds }) => {
      if (isBroken) throw new Error('the disk is full');
      done.push(...mailIds);
      return Promise.resolve();
    });
    await worker.start();
    await queue.add('reminders.send', { mailIds: ['m1'] });
    const [job] = await waitFor(async () => { const { jobs: all } = await office.call(contracts.listFailedJobs, {}); return all.length > 0 ? all : null; }, { within: 15_000, what: 'the failure' });
    expect(job).toMatchObject({ name: 'reminders.send', reason: 'the disk is full', attempts: 3 });
    isBroken = false;
    const commandId = newId();
    const again = { commandId, jobIds: [job?.id ?? ''] };
    expect(await office.call(contracts.retryJobs, again)).toEqual({ retried: 1 });
    await waitFor(() => done.length > 0, { within: 15_000, what: 'the second try' });
    expect(await office.call(contracts.retryJobs, again)).toEqual({ retried: 1 }); // from its receipt
    await expect(office.call(contracts.retryJobs, { ...again, commandId: newId() })).rejects.toMatchObject({ problem: { code: 'job/not-found' } });
    expect(done).toEqual(['m1']);
  });

  it('with the queue away it is said that nobody can know, and a retry is asked to come again', async () => {
    const away = new JobQueue({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none' });
    expect(await listFailedJobs(away, secretariat)).toEqual({ reachable: false, jobs: [] });
    expect(await refusalOf(act(secretariat, retryJobs(away), { jobIds: ['1'] }))).toMatchObject({ code: 'server/busy' });
    await away.close();
  });
});

it('the log of a copy and of an お知らせ holds nothing that the 事務局 may not read', async () => {
  const cycle = await lateCycle();
  const answer = await aSubmission(await aCard(cycle).build(db)).by(kita).draft({ answer: 'no', reason: '内緒の理由' }).build(db);
  await db.em().execute(
    `insert into notification (id, person_id, kind, cycle_id, card_id, submission_id, organisation_id, by, facts, at, channel) values (?, ?, 'sent_back', ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, 'mail')`,
    [newId(), kitaStaff.personId, cycle.id, answer.cardId, answer.id, kita.id, JSON.stringify(kitaApprover.doer), JSON.stringify({ code: 'A', title: '場', reason: '区内だけの話' }), db.clock.now()],
  );
  await db.em().execute(`insert into notification_settings (person_id, language, quiet, channels, version, updated_at) values (?, 'ja', null, '{}', 1, ?)`, [kitaStaff.personId, db.clock.now()]);
  await jobs.look();
  const { mails: [mail] } = await log({ kind: 'notice' });
  const { text } = await open(mail?.id ?? '');
  expect(text).toContain('区内で差し戻しました');
  expect(text).not.toMatch(/区内だけの話|内緒の理由/);
});
