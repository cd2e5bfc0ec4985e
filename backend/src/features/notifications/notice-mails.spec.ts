import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { QuietHours } from '../../../../packages/model/src/index.ts';
import { actingOn } from '../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow } from '../../../../test/kit/builders.ts';
import { kita, kitaStaff, nishiStaff, secretariat, viewer, type CastMember } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { Reminding, SETTINGS } from '../../../../test/kit/reminding.ts';
import { headerOf } from '../../../../test/kit/smtp-sink.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { type OutgoingMail, UndeliverableMail } from '../../platform/mail/index.ts';
import { sendNudges } from '../reminders/use-cases/send-nudges.ts';

let db: TestDatabase;
let jobs: Reminding;
let card: CardRow;
beforeAll(async () => {
  db = await createTestDatabase();
  jobs = await Reminding.on(db);
});
beforeEach(async () => {
  // Nothing of the ladder falls on these days.
  card = await aCard(await aCycle().wardsUntil('2025-12-01').with({ reviewDeadline: '2025-12-01' }).build(db)).with({ code: '1-a' }).asking('北区').build(db);
});
afterEach(() => jobs.clear());
afterAll(async () => {
  await jobs.close();
  await db.close();
});

const at = (day: string, time: string): Date => new Date(`${day}T${time}:00+09:00`);
const told = async (who: CastMember, channel: 'mail' | 'digest' | 'app', when: Date, title = '全区で訓練を行う', kind = 'returned'): Promise<string> => {
  const id = newId();
  await db.em().execute(
    `insert into notification (id, person_id, kind, cycle_id, card_id, facts, at, channel) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)`,
    [id, who.personId, kind, card.cycleId, card.id, JSON.stringify({ code: '1-a', title, deadline: '2025-05-22' }), when, channel],
  );
  return id;
};
const wants = (who: CastMember, quiet: QuietHours | null, language = 'ja') => db.em().execute(
  `insert into notification_settings (person_id, language, quiet, channels, version, updated_at) values (?, ?, ?::jsonb, '{}', 1, ?)`,
  [who.personId, language, quiet === null ? null : JSON.stringify(quiet), db.clock.now()],
);
const read = (id: string) => db.em().execute('update notification set read_at = ? where id = ?', [db.clock.now(), id]);
const NEWS = '振り返りのお知らせ（1件）';

it('what wants to go at once does, with its sentence and the way there, and once', async () => {
  await told(kitaStaff, 'mail', at('2025-05-14', '10:00'));
  await Promise.all([jobs.lookAt('2025-05-14', '10:01'), jobs.lookAt('2025-05-14', '10:01')]);
  await jobs.lookAt('2025-05-14', '10:04');
  expect(jobs.textTo(kitaStaff.email)).toContain('1-a「全区で訓練を行う」を差し戻しました。');
  expect(jobs.textTo(kitaStaff.email)).toContain(`to=${encodeURIComponent(`card:${card.id}`)}`);
  expect(jobs.arrived()).toEqual([`${kitaStaff.email}: ${NEWS}`]);
});

it('outside office hours too, for who has no hours of quiet; in the language that its reader chose', async () => {
  await wants(kitaStaff, null, 'en');
  await told(kitaStaff, 'mail', at('2025-05-17', '22:00'));
  await jobs.lookAt('2025-05-17', '22:01');
  expect(jobs.arrived()).toEqual([`${kitaStaff.email}: News of the review (1)`]);
});

it('in the hours of quiet they wait, and go together afterwards; others are not held up', async () => {
  await wants(nishiStaff, { from: '21:00', to: '06:00', closedDays: false });
  for (const title of ['ひとつめ', 'ふたつめ']) await told(kitaStaff, 'mail', at('2025-05-14', '18:00'), title);
  await told(nishiStaff, 'mail', at('2025-05-14', '18:00'));
  await jobs.lookAt('2025-05-14', '18:01');
  expect(jobs.arrived()).toEqual([`${nishiStaff.email}: ${NEWS}`]);
  await jobs.lookAt('2025-05-15', '08:59');
  expect(jobs.arrived()).toEqual([]);
  await jobs.lookAt('2025-05-15', '09:00');
  expect(jobs.textTo(kitaStaff.email).indexOf('ひとつめ')).toBeLessThan(jobs.textTo(kitaStaff.email).indexOf('ふたつめ'));
  expect(jobs.arrived()).toEqual([`${kitaStaff.email}: 振り返りのお知らせ（2件）`]);
});

it('what is owed goes in the hours of quiet too: the まとめメール once the office is open, a 督促 when it is sent', async () => {
  await wants(kitaStaff, { from: '08:00', to: '22:00', closedDays: true });
  const cycle = await aCycle().of(2023).wardsUntil('2025-05-13').with({ reviewDeadline: '2025-12-01' }).build(db);
  const answer = await aSubmission(await aCard(cycle).with({ code: '2-owed' }).build(db)).by(kita).build(db);
  await told(kitaStaff, 'digest', at('2025-05-13', '18:00'), 'きのう');
  await told(kitaStaff, 'mail', at('2025-05-14', '08:30'));
  await jobs.lookAt('2025-05-14', '09:00');
  expect(jobs.textTo(kitaStaff.email)).toContain('きのう');
  expect(jobs.arrived()).toEqual([`${kitaStaff.email}: 回答のお願い（期限を過ぎています）`]);
  db.clock.moveTo(at('2025-05-14', '20:00'));
  await actingOn(db)(secretariat, sendNudges(SETTINGS), { cycleId: cycle.id, submissionIds: [answer.id] });
  await jobs.look();
  expect(jobs.textTo(kitaStaff.email)).toContain('2-owed');
  expect(jobs.arrived()).toHaveLength(1);
  await jobs.lookAt('2025-05-14', '22:00');
  expect(jobs.arrived()).toEqual([`${kitaStaff.email}: ${NEWS}`]);
});

it('a mail that was caught by the hours of quiet before it went waits as well, under its Message-ID', async () => {
  await told(kitaStaff, 'mail', at('2025-05-14', '17:20'));
  let first: OutgoingMail | undefined;
  await jobs.lookAt('2025-05-14', '17:29', { send: (mail) => { first = mail; return Promise.reject(new Error('not now')); } });
  await jobs.lookAt('2025-05-14', '17:35');
  expect(jobs.sink.mails).toHaveLength(0);
  await jobs.lookAt('2025-05-15', '09:00');
  expect(jobs.sink.mails.map(({ raw }) => headerOf(raw, 'Message-ID'))).toEqual([first?.messageId]);
});

it('who is away gets what waited on the first day back; who left the house, nothing', async () => {
  await db.em().execute(`insert into absence (id, person_id, from_day, to_day, note, created_at) values (?, ?, '2025-05-14', '2025-05-15', '', ?)`, [newId(), kitaStaff.personId, db.clock.now()]);
  await db.em().execute(`update post set valid_to = '2025-05-13' where id = ?`, [viewer.postId]);
  for (const who of [kitaStaff, viewer]) for (const channel of ['mail', 'digest'] as const) await told(who, channel, at('2025-05-13', '12:00'));
  await jobs.lookAt('2025-05-14', '10:00');
  await jobs.lookAt('2025-05-15', '10:00');
  expect(jobs.arrived()).toEqual([]);
  await jobs.lookAt('2025-05-16', '09:00');
  expect(jobs.arrived()).toEqual([`${kitaStaff.email}: ${NEWS}`, `${kitaStaff.email}: ${NEWS}`]);
  await db.em().execute('update post set valid_to = null where id = ?', [viewer.postId]);
});

it('what was read in the app before is not mailed, neither when it was collected yet nor when not', async () => {
  const [early, late, digest] = [await told(kitaStaff, 'mail', at('2025-05-14', '10:00')), await told(nishiStaff, 'mail', at('2025-05-14', '10:00')), await told(secretariat, 'digest', at('2025-05-13', '10:00'))];
  await read(early);
  let hold: Promise<void> | undefined;
  // Collected, and read while the first try was under way.
  await jobs.lookAt('2025-05-14', '10:01', { send: () => { hold ??= Promise.all([read(late), read(digest)]).then(() => undefined); return hold.then(() => Promise.reject(new Error('not now'))); } });
  await jobs.lookAt('2025-05-14', '10:30');
  expect(jobs.arrived()).toEqual([]);
  expect(await jobs.states()).toEqual([]);
});

it('of the まとめメール are the notices from before it opened; later ones wait for tomorrow', async () => {
  await told(kitaStaff, 'digest', at('2025-05-13', '18:00'), 'きのう');
  await told(kitaStaff, 'digest', at('2025-05-14', '09:00'), 'けさ');
  await told(kitaStaff, 'app', at('2025-05-13', '18:00'), '画面だけ');
  await jobs.lookAt('2025-05-14', '08:57');
  expect(jobs.arrived()).toEqual([]);
  await jobs.lookAt('2025-05-14', '09:00');
  expect(jobs.textTo(kitaStaff.email)).toContain('きのう');
  expect(jobs.textTo(kitaStaff.email)).not.toContain('けさ');
  expect(jobs.arrived()).toEqual([`${kitaStaff.email}: ${NEWS}`]);
  await jobs.lookAt('2025-05-14', '15:00');
  expect(jobs.arrived()).toEqual([]);
  await jobs.lookAt('2025-05-15', '09:00');
  expect(jobs.textTo(kitaStaff.email)).toContain('けさ');
  expect(jobs.arrived()).toEqual([`${kitaStaff.email}: ${NEWS}`]);
  await jobs.lookAt('2025-05-16', '09:00');
  expect(jobs.arrived()).toEqual([]);
});

it('they stand in the same mail as what is owed, and go with the next one when it failed', async () => {
  const cycle = await aCycle().of(2023).wardsUntil('2025-05-13').with({ reviewDeadline: '2025-12-01' }).build(db);
  await aCard(cycle).with({ code: '2-owed' }).asking('北区').build(db);
  await told(kitaStaff, 'digest', at('2025-05-13', '18:00'), 'きのう');
  jobs.sink.refuseNext(1, 554);
  await jobs.lookAt('2025-05-14', '09:00');
  expect(await jobs.states()).toEqual(['failed']);
  await jobs.lookAt('2025-05-15', '09:00');
  expect(jobs.textTo(kitaStaff.email)).toContain('2-owed');
  expect(jobs.textTo(kitaStaff.email)).toContain('きのう');
  expect(jobs.arrived()).toEqual([`${kitaStaff.email}: 回答のお願い（期限を過ぎています）`]);
});

it('for which the relay was away too long go together with the next まとめメール; a mail of an address that is refused stays as it is', async () => {
  await told(kitaStaff, 'mail', at('2025-05-14', '10:00'));
  await told(nishiStaff, 'mail', at('2025-05-14', '10:00'));
  const broken = (mail: OutgoingMail) => Promise.reject(mail.to.address === nishiStaff.email ? new UndeliverableMail('no such mailbox') : new Error('connection refused'));
  for (const time of ['10:01', '10:03', '10:07', '10:18', '10:49', '11:50']) await jobs.lookAt('2025-05-14', time, { send: broken });
  expect(await db.em().execute('select state from reminder_mail')).toEqual([{ state: 'failed' }, { state: 'failed' }]);
  await told(kitaStaff, 'mail', at('2025-05-14', '12:00'));
  for (const time of ['12:01', '12:03', '12:07', '12:18', '12:49', '13:50']) await jobs.lookAt('2025-05-14', time, { send: broken });
  await jobs.lookAt('2025-05-15', '09:00');
  expect(jobs.arrived()).toEqual([`${kitaStaff.email}: 振り返りのお知らせ（2件）`]);
});
