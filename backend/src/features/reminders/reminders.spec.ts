import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { aCard, aCycle, aSubmission } from '../../../../test/kit/builders.ts';
import { bureauStaff, committeeLead, kita, kitaApprover, kitaStaff, nishiStaff, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { Reminding } from '../../../../test/kit/reminding.ts';
import { headerOf, htmlOf, textOf } from '../../../../test/kit/smtp-sink.ts';
import { MailboxMail, type OutgoingMail } from '../../platform/mail/index.ts';
import { tellOfMails } from './tell-of-mails.ts';

const morning = new Date('2025-05-14T01:00:00Z');

let db: TestDatabase;
let jobs: Reminding;
beforeAll(async () => {
  db = await createTestDatabase();
  jobs = await Reminding.on(db);
});
beforeEach(() => { db.clock.moveTo(morning); });
afterEach(() => jobs.clear());
afterAll(async () => {
  await jobs.close();
  await db.close();
});

const mailRows = () => db.em().execute<{ state: string; send_on: string; attempts: number }[]>('select state, send_on::text, attempts from reminder_mail order by created_at, id');
/** Wards until yesterday, and no card that its 部会長 could act on yet would matter to these tests: it is in 部会審査 far off. */
const lateCycle = () => aCycle().wardsUntil('2025-05-13').with({ reviewDeadline: '2025-06-30' }).build(db);

it('a ward that is late gets one mail with its rows, their deadline and the way in, however often the jobs run', async () => {
  const cycle = await lateCycle();
  const first = await aCard(cycle).with({ code: '3-(1)-16a', title: 'つながる場を\n毎月ひらく' }).asking('北区').build(db);
  await aCard(cycle).with({ code: '3-(1)-16b' }).asking('北区').build(db);
  const [one, two] = await Promise.all([jobs.sweep(), jobs.sweep()]);
  const ids = [...new Set([...one, ...two])];
  await Promise.all([jobs.send(ids), jobs.send(ids)]);
  await jobs.look();
  expect(jobs.subjects()).toEqual([`${kitaStaff.email}: 回答のお願い（期限を過ぎています）`]);
  const { raw = '' } = jobs.sink.mails[0] ?? {};
  const text = textOf(raw);
  expect(text).toContain('北野 花 様');
  expect(text).toContain('令和6年度末時点の振り返りについて、次の回答（2件）');
  expect(text).toContain('・3-(1)-16a　つながる場を 毎月ひらく\n　期限 令和7年5月13日（火）　1営業日超過\n');
  expect(text.indexOf('3-(1)-16b')).toBeGreaterThan(text.indexOf('3-(1)-16a'));
  const [answer] = await db.em().execute<{ id: string }[]>('select id from submission where card_id = ?', [first.id]);
  expect(text).toContain(`https://board.example/open?cycle=${cycle.id}&org=${kita.id}&to=${encodeURIComponent(`answer:${answer?.id}`)}`);
  expect(htmlOf(raw)).toContain('つながる場を 毎月ひらく');
  const rows = await db.em().execute('select state, subject, body, address, lease_until, sent_at = ? as now from reminder_mail', [morning]);
  expect(rows).toEqual([{ state: 'sent', subject: '回答のお願い（期限を過ぎています）', body: text, address: kitaStaff.email, lease_until: null, now: true }]);
});

it('before the day the subject says so, and the built-in mailbox takes it where there is no relay', async () => {
  const cycle = await aCycle().wardsUntil('2025-05-15').build(db);
  await aCard(cycle).asking('北区').build(db);
  await jobs.look(new MailboxMail(db.em(), db.clock));
  expect(await db.em().execute('select recipient, address, subject from mailbox_mail')).toEqual([
    { recipient: '北野 花', address: kitaStaff.email, subject: '回答期限のお知らせ' },
  ]);
});

it('what was returned leads to the first field to correct', async () => {
  const returned = await aSubmission(await aCard(await lateCycle()).build(db)).by(kita).returned('数を確かめてください', '2025-05-13').build(db);
  await db.em().execute(`update submission set open_return = jsonb_set(open_return, '{fields}', '["example", "reason"]')`);
  await jobs.look();
  expect(textOf(jobs.sink.mails[0]?.raw ?? '')).toContain(`${encodeURIComponent(`answer:${returned.id}`)}&field=example\n`);
});

it('from the third day the approver gets a copy of their own', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  await jobs.lookAt('2025-05-16');
  expect(jobs.subjects()).toEqual([
    `${kitaApprover.email}: 【写し】回答のお願い（期限を過ぎています）`, `${kitaStaff.email}: 回答のお願い（期限を過ぎています）`,
  ]);
});

it('from the fifth day the secretariat gets the wards to telephone', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  await jobs.lookAt('2025-05-20');
  expect(jobs.subjects()).toContain(`${secretariat.email}: 電話する区のお知らせ`);
  expect(jobs.textTo(secretariat.email)).toContain('・北区　1件');
});

it('a cycle with a ladder of its own is told by it, the others by the house’s', async () => {
  const [own, house] = [await aCycle().wardsUntil('2025-05-12').with({ reviewDeadline: '2025-06-30' }).build(db), await aCycle().of(2023).wardsUntil('2025-05-12').with({ reviewDeadline: '2025-06-30' }).build(db)];
  await aCard(own).asking('北区').build(db);
  await aCard(house).asking('西区').build(db);
  await db.em().execute('update cycle set ladder = ?::jsonb where id = ?', [JSON.stringify({ steps: [2], thenEvery: 1, copyFrom: 2, callFrom: 3, escalateAfter: null }), own.id]);
  await jobs.lookAt('2025-05-13');
  expect(jobs.arrived()).toEqual([`${nishiStaff.email}: 回答のお願い（期限を過ぎています）`]);
  await jobs.lookAt('2025-05-14');
  expect(jobs.arrived()).toEqual([`${kitaApprover.email}: 【写し】回答のお願い（期限を過ぎています）`, `${kitaStaff.email}: 回答のお願い（期限を過ぎています）`]);
});

it('a 局 is asked for its own row, and a 部会長 for the review', async () => {
  const cycle = await aCycle().wardsUntil('2025-05-13').with({ reviewDeadline: '2025-05-15' }).build(db);
  await aCard(cycle).askingBureau().build(db);
  await jobs.look();
  expect(jobs.subjects()).toEqual([`${bureauStaff.email}: 回答のお願い（期限を過ぎています）`, `${committeeLead.email}: 審査期限のお知らせ`]);
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
  expect(await jobs.sweep()).toEqual([]);
});

it('a mail found due in the evening is not sent after hours, nor the next day beside another; its rows go with that one', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  const ids = await jobs.sweep();
  db.clock.moveTo(new Date('2025-05-14T08:31:00Z'));
  await jobs.send(ids);
  expect(jobs.sink.mails).toHaveLength(0);
  db.clock.moveTo(new Date('2025-05-15T01:00:00Z'));
  await jobs.send(ids);
  expect(jobs.sink.mails).toHaveLength(0);
  await jobs.look();
  expect(jobs.sink.mails).toHaveLength(1);
});

it('what was submitted between the sweep and the sending drops out; a mail with nothing left is not sent', async () => {
  const cycle = await lateCycle();
  const card = await aCard(cycle).asking('北区', '西区').build(db);
  const ids = await jobs.sweep();
  expect(ids).toHaveLength(2);
  await db.em().execute(`update submission set state = 'submitted' where card_id = ? and organisation_id = ?`, [card.id, kitaStaff.organisationId]);
  await jobs.send(ids);
  expect(jobs.subjects()).toEqual([`${nishiStaff.email}: 回答のお願い（期限を過ぎています）`]);
  expect(await jobs.states()).toEqual(['sent']);
});

it('a ward within its extension is left in peace, also when it got it after the sweep', async () => {
  const cycle = await lateCycle();
  const [first, second] = [await aCard(cycle).build(db), await aCard(cycle).asking('北区').build(db)];
  await aSubmission(first).extendedTo('2025-06-13').build(db);
  const ids = await jobs.sweep();
  await db.em().execute(`update submission set extension = '2025-06-13' where card_id = ?`, [second.id]);
  await jobs.send(ids);
  expect(jobs.sink.mails).toHaveLength(0);
  await jobs.lookAt('2025-06-13');
  expect(jobs.arrived()).toContain(`${kitaStaff.email}: 回答期限のお知らせ`);
});

it('a deadline that moved away and came back says no step a second time', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  const moveTo = (day: string) => db.em().execute('update cycle set ward_deadline = ? where id = ?', [day, cycle.id]);
  await jobs.lookAt('2025-05-14');
  expect(jobs.arrived()).toEqual([`${kitaStaff.email}: 回答のお願い（期限を過ぎています）`]);
  await moveTo('2025-05-16');
  await jobs.lookAt('2025-05-15');
  expect(jobs.arrived()).toEqual([`${kitaStaff.email}: 回答期限のお知らせ`]);
  await moveTo('2025-05-13');
  await jobs.lookAt('2025-05-15', '15:00');
  expect(jobs.arrived()).toEqual([]);
  await jobs.lookAt('2025-05-16');
  expect(jobs.arrived()).toEqual([`${kitaApprover.email}: 【写し】回答のお願い（期限を過ぎています）`, `${kitaStaff.email}: 回答のお願い（期限を過ぎています）`]);
});

it('one mail a person a day: what becomes due later the same day waits for the next', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  await jobs.look();
  await aCard(cycle).with({ code: '9-later' }).asking('北区').build(db);
  await jobs.look();
  expect(jobs.sink.mails).toHaveLength(1);
  await jobs.lookAt('2025-05-15');
  expect(jobs.sink.mails).toHaveLength(2);
  expect(textOf(jobs.sink.mails[1]?.raw ?? '')).toContain('9-later');
  expect(textOf(jobs.sink.mails[1]?.raw ?? '')).toContain('（1件）');
});

it('a sender that died leaves a lease; when it runs out the mail goes under the same Message-ID', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  const ids = await jobs.sweep();
  let reached: (mail: OutgoingMail) => void;
  const handed = new Promise<OutgoingMail>((resolve) => { reached = resolve; });
  // A relay that takes the mail over and never answers, as seen by a process that is killed then.
  void jobs.send(ids, { send: (mail) => { reached(mail); return new Promise(() => undefined); } });
  const lost = await handed;
  expect(await jobs.sweep()).toEqual([]);
  db.clock.moveTo(new Date('2025-05-14T01:06:00Z'));
  await jobs.look();
  expect(headerOf(jobs.sink.mails[0]?.raw ?? '', 'Message-ID')).toBe(lost.messageId);
  expect(await jobs.states()).toEqual(['sent']);
});

it('what a mail told that may have arrived is told once, although it was handed in before the mail could be repeated', async () => {
  const cycle = await lateCycle();
  const card = await aCard(cycle).asking('北区').build(db);
  const ids = await jobs.sweep();
  await new Promise<void>((reached) => { void jobs.send(ids, { send: () => { reached(); return new Promise(() => undefined); } }); });
  const become = (state: string) => db.em().execute('update submission set state = ? where card_id = ?', [state, card.id]);
  await become('submitted');
  db.clock.moveTo(new Date('2025-05-14T01:06:00Z'));
  await jobs.look();
  expect(await db.em().execute('select state, last_error from reminder_mail')).toEqual([{ state: 'failed', last_error: 'outcome-unknown' }]);
  await become('draft');
  db.clock.moveTo(new Date('2025-05-14T01:10:00Z'));
  await jobs.look();
  expect(jobs.sink.mails).toEqual([]);
});

it('one whose sender died in the evening is repeated the next morning under its Message-ID, and is that day’s mail', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  db.clock.moveTo(new Date('2025-05-14T08:29:00Z'));
  const ids = await jobs.sweep();
  const handed = new Promise<OutgoingMail>((resolve) => { void jobs.send(ids, { send: (mail) => { resolve(mail); return new Promise(() => undefined); } }); });
  const lost = await handed;
  await aCard(cycle).with({ code: '9-later' }).asking('北区').build(db);
  await jobs.lookAt('2025-05-15');
  await jobs.lookAt('2025-05-15', '12:00');
  expect(jobs.sink.mails.map(({ raw }) => headerOf(raw, 'Message-ID'))).toEqual([lost.messageId]);
  expect(jobs.textTo(kitaStaff.email)).not.toContain('9-later');
  expect(await mailRows()).toEqual([{ state: 'sent', send_on: '2025-05-15', attempts: 2 }]);
  await jobs.lookAt('2025-05-16');
  expect(jobs.textTo(kitaStaff.email)).toContain('9-later');
});

it('a relay in trouble is tried again later; after the sixth refusal the mail has failed and its rows go with the next one', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  jobs.sink.refuseNext(6, 451);
  let minutes = 0;
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    db.clock.moveTo(new Date(morning.getTime() + minutes * 60_000));
    await jobs.look();
    expect(await jobs.sweep()).toEqual([]);
    minutes += 61;
  }
  expect(await jobs.states()).toEqual(['failed']);
  await jobs.lookAt('2025-05-15');
  expect(jobs.subjects()).toEqual([`${kitaStaff.email}: 回答のお願い（期限を過ぎています）`]);
});

it('a relay that was away for a whole day means one mail a person the day after, with the latest step of everything', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).with({ code: '1-old' }).asking('北区', '西区').build(db);
  const closed = { send: () => Promise.reject(new Error('connect ECONNREFUSED')) };
  for (let hour = 9; hour < 17; hour += 1) await jobs.lookAt('2025-05-15', `${String(hour).padStart(2, '0')}:30`, closed);
  const another = await aCycle().of(2023).wardsUntil('2025-05-16').with({ reviewDeadline: '2025-06-30' }).build(db);
  await aCard(another).with({ code: '2-new' }).asking('北区').build(db);
  expect(jobs.sink.mails).toHaveLength(0);
  for (const time of ['09:00', '12:00', '17:00']) await jobs.lookAt('2025-05-16', time);
  expect(jobs.subjects()).toEqual([
    `${kitaApprover.email}: 【写し】回答のお願い（期限を過ぎています）`, `${kitaStaff.email}: 回答のお願い（期限を過ぎています）`, `nishi-approver@example.test: 【写し】回答のお願い（期限を過ぎています）`, `${nishiStaff.email}: 回答のお願い（期限を過ぎています）`,
  ]);
  expect(jobs.textTo(kitaStaff.email)).toContain('1-old');
  expect(jobs.textTo(kitaStaff.email)).toContain('2-new');
  const steps = await db.em().execute(`select i.step from reminder_item i join reminder_mail m on m.id = i.mail_id where m.state = 'sent' and i.recipient_id = ? order by i.step`, [kitaStaff.personId]);
  expect(steps).toEqual([{ step: '0' }, { step: '3' }]);
});

it('whoever had a まとめメール finds a line of it in the お知らせ too, once, and no later mail carries that line', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  await aCard(cycle).asking('北区').build(db);
  const card = await aCard(await aCycle().of(2023).wardsUntil('2025-05-01').with({ reviewDeadline: '2025-05-15' }).build(db)).at('committee_review').build(db);
  await Promise.all([jobs.look(), jobs.look()]);
  await jobs.look();
  const notices = await db.em().execute(
    `select n.person_id, n.kind, n.facts, n.cycle_id, n.organisation_id, m.state as mail from notification n join reminder_mail m on m.id = n.mail_id order by n.person_id`,
  );
  expect(notices).toEqual([
    { person_id: kitaStaff.personId, kind: 'reminder', facts: { what: 'owed', count: '2', deadline: '2025-05-13', late: 'yes' }, cycle_id: cycle.id, organisation_id: kita.id, mail: 'sent' },
    { person_id: committeeLead.personId, kind: 'reminder', facts: { what: 'review', count: '1', deadline: '2025-05-15', late: 'no' }, cycle_id: card.cycleId, organisation_id: committeeLead.organisationId, mail: 'sent' },
    { person_id: secretariat.personId, kind: 'reminder', facts: { what: 'waiting', count: '1' }, cycle_id: card.cycleId, organisation_id: null, mail: 'sent' },
  ]);
  const [heard] = await db.em().execute<{ payload: { type: string; unread: number } }[]>('select payload from change where stream = ?', [`person:${kitaStaff.personId}`]);
  expect(heard?.payload).toMatchObject({ type: 'notice.added', unread: 1 });
  jobs.arrived();
  await jobs.lookAt('2025-05-15');
  expect(jobs.arrived()).toEqual([`${committeeLead.email}: 審査期限のお知らせ`]);
});

it('a line in the お知らせ calls late only what is late, by its own deadline, and counts the rest apart', async () => {
  await aCard(await lateCycle()).asking('北区').build(db);
  const coming = await aCycle().of(2023).wardsUntil('2025-05-14').with({ reviewDeadline: '2025-06-30' }).build(db);
  await aCard(coming).asking('北区').build(db);
  await aCard(coming).asking('北区').build(db);
  await jobs.look();
  expect(await db.em().execute(`select facts from notification where kind = 'reminder'`)).toEqual([{ facts: { what: 'owed', count: '1', deadline: '2025-05-13', late: 'yes', coming: '2' } }]);
});

it('a line break that got into a name keeps nobody from their mail', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  await db.em().execute('update person set name = ? where id = ?', ['北野\r\n花', kitaStaff.personId]);
  await jobs.look();
  await db.em().execute('update person set name = ? where id = ?', [kitaStaff.doer.name, kitaStaff.personId]);
  expect(headerOf(jobs.sink.mails[0]?.raw ?? '', 'To')).toBe(`北野 花 <${kitaStaff.email}>`);
});

it('nobody is told twice when many tell at the same moment', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区', '西区').build(db);
  await jobs.look();
  await db.em().execute('delete from notification; update reminder_mail set told_at = null');
  await Promise.all(Array.from({ length: 8 }, () => tellOfMails(db.em(), db.clock.now(), db.clock.today())));
  expect(await db.em().execute(`select person_id from notification where kind = 'reminder' order by 1`)).toEqual([{ person_id: kitaStaff.personId }, { person_id: nishiStaff.personId }]);
});
