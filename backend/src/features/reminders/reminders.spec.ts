import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { aCard, aCycle, aSubmission } from '../../../../test/kit/builders.ts';
import { bureauStaff, committeeLead, kitaApprover, kitaStaff, nishiStaff, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { headerOf, startSmtpSink, textOf, type SmtpSink } from '../../../../test/kit/smtp-sink.ts';
import { MailboxMail, SmtpMail, type Mail, type OutgoingMail } from '../../platform/mail/index.ts';
import { sendReminderMail } from './use-cases/send-reminder-mail.ts';
import { sweepReminders } from './use-cases/sweep-reminders.ts';

const settings = { hours: { opens: '09:00', closes: '17:30' }, publicUrl: 'https://board.example' };
const morning = new Date('2025-05-14T01:00:00Z');

let db: TestDatabase;
let sink: SmtpSink;
let smtp: SmtpMail;
beforeAll(async () => {
  db = await createTestDatabase();
  sink = await startSmtpSink();
  smtp = new SmtpMail({ url: sink.url, from: { name: '振り返りボード', address: 'furikaeri@example.test' } });
});
beforeEach(() => { db.clock.moveTo(morning); });
afterEach(async () => {
  sink.mails.length = 0;
  await db.em().execute('delete from reminder_item; delete from reminder_mail; delete from mailbox_mail; delete from closed_day; delete from cycle;');
});
afterAll(async () => {
  smtp.onModuleDestroy();
  await sink.close();
  await db.close();
});

const sweep = () => sweepReminders(db.em(), db.clock.now(), settings);
const send = (id: string, mail: Mail = smtp) => sendReminderMail(db.em(), mail, db.clock, id, settings);
const sweepAndSend = async (mail: Mail = smtp) => { for (const id of await sweep()) await send(id, mail); };
const subjects = () => sink.mails.map(({ to, raw }) => `${to.join()}: ${headerOf(raw, 'Subject') ?? ''}`).sort();
const states = async () => (await db.em().execute<{ state: string }[]>('select state from reminder_mail order by created_at')).map(({ state }) => state);
const textTo = (address: string) => textOf(sink.mails.find(({ to }) => to.includes(address))?.raw ?? '');

/** Wards until yesterday, and no card that its 部会長 could act on yet would matter to these tests: it is in 部会審査 far off. */
const lateCycle = () => aCycle().wardsUntil('2025-05-13').with({ reviewDeadline: '2025-06-30' }).build(db);

it('a ward that is late gets one mail with its rows, their deadline and the way in, however often the jobs run', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).with({ code: '3-(1)-16a', title: 'つながる場を\n毎月ひらく' }).asking('北区').build(db);
  await aCard(cycle).with({ code: '3-(1)-16b' }).asking('北区').build(db);
  const [first = [], second = []] = await Promise.all([sweep(), sweep()]);
  const ids = [...new Set([...first, ...second])];
  await Promise.all(ids.flatMap((id) => [send(id), send(id)]));
  await sweepAndSend();
  expect(subjects()).toEqual([`${kitaStaff.email}: 回答のお願い（期限を過ぎています）`]);
  expect(textTo(kitaStaff.email)).toBe([
    '北野 花 様', '', '令和6年度末時点の振り返りについてお知らせします。', '',
    '■ 回答期限を過ぎています（2件）',
    '・3-(1)-16a　つながる場を 毎月ひらく', '　期限 令和7年5月13日（火）　1営業日超過',
    '・3-(1)-16b　全区で訓練を行う', '　期限 令和7年5月13日（火）　1営業日超過',
    '画面: https://board.example/answers', '',
    '行き違いですでに提出されている場合は、ご容赦ください。', '', '-- ', '振り返りボード（このメールは自動で送られています）', '',
  ].join('\n'));
  expect(await states()).toEqual(['sent']);
});

it('before the day the subject says so, and the built-in mailbox takes it where there is no relay', async () => {
  const cycle = await aCycle().wardsUntil('2025-05-15').build(db);
  await aCard(cycle).asking('北区').build(db);
  await sweepAndSend(new MailboxMail(db.em(), db.clock));
  expect(await db.em().execute('select recipient, address, subject from mailbox_mail')).toEqual([
    { recipient: '北野 花', address: kitaStaff.email, subject: '回答期限のお知らせ' },
  ]);
});

it('from the third day the approver gets a copy of their own', async () => {
  db.clock.moveTo(new Date('2025-05-16T01:00:00Z'));
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  await sweepAndSend();
  expect(subjects()).toEqual([
    `${kitaApprover.email}: 【写し】回答のお願い（期限を過ぎています）`, `${kitaStaff.email}: 回答のお願い（期限を過ぎています）`,
  ]);
});

it('from the fifth day the secretariat gets the wards to telephone', async () => {
  db.clock.moveTo(new Date('2025-05-20T01:00:00Z'));
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  await sweepAndSend();
  expect(subjects()).toContain(`${secretariat.email}: 電話する区のお知らせ`);
  expect(textTo(secretariat.email)).toContain('・北区　3-(1)-');
});

it('a 局 is asked for its own row, and a 部会長 for the review', async () => {
  const cycle = await aCycle().wardsUntil('2025-05-13').with({ reviewDeadline: '2025-05-15' }).build(db);
  await aCard(cycle).askingBureau().build(db);
  await sweepAndSend();
  expect(subjects()).toEqual([`${bureauStaff.email}: 回答のお願い（期限を過ぎています）`, `${committeeLead.email}: 審査期限のお知らせ`]);
});

it.each([
  ['at night', '2025-05-13T23:59:00Z', ''],
  ['after half past five', '2025-05-14T08:30:00Z', ''],
  ['on a Saturday', '2025-05-17T01:00:00Z', ''],
  ['on a closed day', '2025-05-14T01:00:00Z', "insert into closed_day values ('2025-05-14', '臨時閉庁日')"],
])('nothing goes out %s', async (_when, at, sql) => {
  if (sql) await db.em().execute(sql);
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  db.clock.moveTo(new Date(at));
  expect(await sweep()).toEqual([]);
});

it('a mail found due in the evening is not sent after hours, and goes with the next one', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  const [id = ''] = await sweep();
  db.clock.moveTo(new Date('2025-05-14T08:31:00Z'));
  await send(id);
  expect(sink.mails).toHaveLength(0);
  db.clock.moveTo(new Date('2025-05-15T01:00:00Z'));
  await sweepAndSend();
  expect(sink.mails).toHaveLength(1);
});

it('what was submitted between the sweep and the sending drops out; a mail with nothing left is not sent', async () => {
  const cycle = await lateCycle();
  const card = await aCard(cycle).asking('北区', '西区').build(db);
  const ids = await sweep();
  expect(ids).toHaveLength(2);
  await db.em().execute(`update submission set state = 'submitted' where card_id = ? and organisation_id = ?`, [card.id, kitaStaff.organisationId]);
  for (const id of ids) await send(id);
  expect(subjects()).toEqual([`${nishiStaff.email}: 回答のお願い（期限を過ぎています）`]);
  expect(await states()).toEqual(['sent']);
});

it('a ward within its extension is left in peace', async () => {
  const cycle = await lateCycle();
  const card = await aCard(cycle).build(db);
  await aSubmission(card).extendedTo('2025-06-13').build(db);
  await sweepAndSend();
  expect(sink.mails).toHaveLength(0);
});

it('one mail a person a day: what becomes due later the same day waits for the next', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  await sweepAndSend();
  await aCard(cycle).with({ code: '9-later' }).asking('北区').build(db);
  await sweepAndSend();
  expect(sink.mails).toHaveLength(1);
  db.clock.moveTo(new Date('2025-05-15T01:00:00Z'));
  await sweepAndSend();
  expect(sink.mails).toHaveLength(2);
  expect(textOf(sink.mails[1]?.raw ?? '')).toContain('9-later');
  expect(textOf(sink.mails[1]?.raw ?? '')).toContain('（1件）');
});

it('a sender that died leaves a lease; when it runs out the mail goes under the same Message-ID', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  const [id = ''] = await sweep();
  let reached: (mail: OutgoingMail) => void;
  const handed = new Promise<OutgoingMail>((resolve) => { reached = resolve; });
  // A relay that takes the mail over and never answers, as seen by a process that is killed then.
  void send(id, { send: (mail) => { reached(mail); return new Promise(() => undefined); } });
  const lost = await handed;
  expect(await sweep()).toEqual([]);
  db.clock.moveTo(new Date('2025-05-14T01:06:00Z'));
  await sweepAndSend();
  expect(headerOf(sink.mails[0]?.raw ?? '', 'Message-ID')).toBe(lost.messageId);
  expect(await states()).toEqual(['sent']);
});

it('a relay in trouble is tried again later; after the sixth refusal the mail has failed and its rows go with the next one', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  sink.refuseNext(6, 451);
  let minutes = 0;
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    db.clock.moveTo(new Date(morning.getTime() + minutes * 60_000));
    await sweepAndSend();
    expect(await sweep()).toEqual([]);
    minutes += 61;
  }
  expect(await states()).toEqual(['failed']);
  db.clock.moveTo(new Date('2025-05-15T01:00:00Z'));
  await sweepAndSend();
  expect(subjects()).toEqual([`${kitaStaff.email}: 回答のお願い（期限を過ぎています）`]);
});
