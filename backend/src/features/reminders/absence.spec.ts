import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { aCard, aCycle, aSubmission } from '../../../../test/kit/builders.ts';
import { committeeLead, kita, kitaApprover, kitaStaff, nishiApprover, nishiStaff, otherLead, secretariat, type CastMember } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { Reminding } from '../../../../test/kit/reminding.ts';
import { newId } from '../../platform/commands/new-id.ts';

let db: TestDatabase;
let jobs: Reminding;
beforeAll(async () => {
  db = await createTestDatabase();
  jobs = await Reminding.on(db);
});
afterEach(() => jobs.clear());
afterAll(async () => {
  await jobs.close();
  await db.close();
});

const BEFORE = '回答期限のお知らせ';
const AFTER = '回答のお願い（期限を過ぎています）';
const COPY = '【写し】回答のお願い（期限を過ぎています）';
const CALL = '電話する区のお知らせ';
const WAITING = '動きのない確認・審査のお知らせ';
const to = ({ email }: CastMember, subject: string): string => `${email}: ${subject}`;
const away = (who: CastMember, from: string, until = from) =>
  db.em().execute('insert into absence (id, person_id, from_day, to_day, note, created_at) values (?, ?, ?, ?, ?, ?)', [newId(), who.personId, from, until, '', db.clock.now()]);
const deputy = (who: CastMember, forWhom: CastMember, from: string, until: string) => db.em().execute(
  'insert into post (id, person_id, organisation_id, role, title, deputy_for, deputy_of, valid_from, valid_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  [newId(), who.personId, forWhom.organisationId, forWhom.role, '', forWhom.doer.name, forWhom.postId, from, until],
);
/** Wards until Tuesday 2025-05-13. */
const lateCycle = () => aCycle().wardsUntil('2025-05-13').with({ reviewDeadline: '2025-12-01' }).build(db);
/** Somebody did this to it at noon of that day. */
const acted = (day: string, on: { cardId: string; submissionId?: string }, name = on.submissionId === undefined ? 'card.judge' : 'submission.request-check') => db.em().execute(
  `insert into command_log (id, at, name, card_id, submission_id, input_hash, output) values (?, ?, ?, ?, ?, '', '{}')`,
  [newId(), new Date(`${day}T12:00:00+09:00`), name, on.cardId, on.submissionId ?? null],
);

it('who is away hears nothing, and on the first day back the latest step of what is still open', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  await away(kitaStaff, '2025-05-12', '2025-05-15');
  await jobs.lookAt('2025-05-12');
  // Nobody else of the staff is there: the approver hears in their place.
  expect(jobs.arrived()).toEqual([to(kitaApprover, BEFORE)]);
  await jobs.lookAt('2025-05-16');
  expect(jobs.arrived()).toEqual([to(kitaApprover, COPY), to(kitaStaff, AFTER)]);
});

it('who went away between the sweep and the sending is not written to; the colleague of the next sweep is', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  db.clock.moveTo(new Date('2025-05-14T09:00:00+09:00'));
  const ids = await jobs.sweep();
  await away(kitaStaff, '2025-05-14');
  await jobs.send(ids);
  expect(jobs.arrived()).toEqual([]);
  await jobs.lookAt('2025-05-14', '09:03');
  expect(jobs.arrived()).toEqual([to(kitaApprover, AFTER)]);
});

it('where everybody of a ward is away nobody hears, until 事務局 is told to telephone', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区').build(db);
  await away(kitaStaff, '2025-05-01', '2025-05-30');
  await away(kitaApprover, '2025-05-01', '2025-05-30');
  for (const day of ['2025-05-13', '2025-05-14', '2025-05-16', '2025-05-19']) await jobs.lookAt(day);
  expect(jobs.arrived()).toEqual([]);
  await jobs.lookAt('2025-05-20');
  expect(jobs.arrived()).toEqual([to(secretariat, CALL)]);
});

it('a 代理 in force hears instead of the approver, is told in whose place, and answers through that post', async () => {
  const cycle = await lateCycle();
  const card = await aCard(cycle).build(db);
  const answer = await aSubmission(card).by(kita).checking().build(db);
  await acted('2025-05-13', { cardId: card.id, submissionId: answer.id });
  await deputy(nishiApprover, kitaApprover, '2025-05-13', '2025-05-15');
  await jobs.lookAt('2025-05-14');
  expect(jobs.subjects()).toEqual([to(nishiApprover, AFTER)]);
  expect(jobs.textTo(nishiApprover.email)).toContain(`${kitaApprover.doer.name}さんの代理`);
  expect(jobs.textTo(nishiApprover.email)).toContain(`&org=${kita.id}&`);
  jobs.arrived();
  await jobs.lookAt('2025-05-16');
  expect(jobs.arrived()).toEqual([to(kitaApprover, AFTER)]);
});

it('a 代理 of the 部会長 hears of the review, and while the 代理 is away too nobody does', async () => {
  const cycle = await aCycle().wardsUntil('2025-05-01').with({ reviewDeadline: '2025-05-13' }).build(db);
  await aCard(cycle).at('committee_review').build(db);
  await db.em().execute(`update cycle set ladder = '{"steps":[0,1,2],"thenEvery":60,"copyFrom":3,"callFrom":5,"escalateAfter":null}'`);
  await deputy(otherLead, committeeLead, '2025-05-01', '2025-05-31');
  await away(committeeLead, '2025-05-01', '2025-05-31');
  await away(otherLead, '2025-05-14', '2025-05-14');
  await jobs.lookAt('2025-05-13');
  expect(jobs.arrived()).toEqual([to(otherLead, '審査期限のお知らせ')]);
  await jobs.lookAt('2025-05-14');
  expect(jobs.arrived()).toEqual([]);
  await jobs.lookAt('2025-05-15');
  expect(jobs.arrived()).toEqual([to(otherLead, '審査のお願い（期限を過ぎています）')]);
});

it('who has no address or may not sign in counts as away', async () => {
  const cycle = await lateCycle();
  await aCard(cycle).asking('北区', '西区').build(db);
  await db.em().execute('update person set email = ? where id = ?', ['', kitaStaff.personId]);
  await db.em().execute('update person set disabled_at = ? where id = ?', [db.clock.now(), nishiStaff.personId]);
  await jobs.lookAt('2025-05-14');
  expect(jobs.arrived()).toEqual([to(kitaApprover, AFTER), to(nishiApprover, AFTER)]);
  await db.em().execute('update person set email = ?, disabled_at = null where id = ?', [kitaStaff.email, kitaStaff.personId]);
  await db.em().execute('update person set disabled_at = null where id = ?', [nishiStaff.personId]);
});

it('an answer on which its approver sits for five business days is told to 事務局, and again after five more; an action starts anew', async () => {
  const cycle = await aCycle().wardsUntil('2025-12-01').with({ reviewDeadline: '2025-12-01' }).build(db);
  const card = await aCard(cycle).build(db);
  const answer = await aSubmission(card).by(kita).checking().build(db);
  await acted('2025-05-08', { cardId: card.id, submissionId: answer.id });
  await jobs.lookAt('2025-05-14');
  expect(jobs.arrived()).toEqual([]);
  await jobs.lookAt('2025-05-15');
  expect(jobs.textTo(secretariat.email)).toContain('・北区　1件');
  expect(jobs.arrived()).toEqual([to(secretariat, WAITING)]);
  await jobs.lookAt('2025-05-21');
  expect(jobs.arrived()).toEqual([]);
  await jobs.lookAt('2025-05-22');
  expect(jobs.arrived()).toEqual([to(secretariat, WAITING)]);
  await acted('2025-05-22', { cardId: card.id, submissionId: answer.id });
  await jobs.lookAt('2025-05-28');
  expect(jobs.arrived()).toEqual([]);
  await jobs.lookAt('2025-05-29');
  expect(jobs.arrived()).toEqual([to(secretariat, WAITING)]);
  const steps = await db.em().execute(`select step, role, effective_deadline::text as since from reminder_item order by created_at`);
  expect(steps).toEqual([{ step: 'waiting:5', role: 'waiting', since: '2025-05-08' }, { step: 'waiting:10', role: 'waiting', since: '2025-05-08' }, { step: 'waiting:5', role: 'waiting', since: '2025-05-22' }]);
});

it('a card that its 部会長 could review waits since its last action, or since its wards’ deadline; one that 事務局 reviews waits for nobody', async () => {
  const cycle = await aCycle().wardsUntil('2025-05-13').with({ reviewDeadline: '2025-12-01' }).build(db);
  const [submitted, past] = [await aCard(cycle).at('ward_submitted').with({ code: '1-submitted' }).build(db), await aCard(cycle).with({ code: '2-past' }).build(db)];
  await aCard(cycle).of(null).at('ward_submitted').with({ code: '3-office' }).build(db);
  await acted('2025-05-15', { cardId: submitted.id });
  await acted('2025-05-07', { cardId: past.id });
  await jobs.lookAt('2025-05-20');
  expect(jobs.textTo(secretariat.email)).toContain('2-past');
  expect(jobs.textTo(secretariat.email)).not.toContain('1-submitted');
  expect(jobs.arrived()).toEqual([to(secretariat, WAITING)]);
  await jobs.lookAt('2025-05-22');
  expect(jobs.textTo(secretariat.email)).toContain('1-submitted');
  expect(jobs.textTo(secretariat.email)).not.toContain('3-office');
});

it.each([
  ['submission.request-check', true], ['submission.withdraw', true], ['submission.edit', true],
  ['comment.add', false], ['comment.edit', false], ['submission.delegate', false], ['submission.ask-extension', false], ['submission.extend', false], ['attachment.add', false],
])('%s on an answer in 区内確認中 starts its waiting anew: %s', async (name, startsAnew) => {
  const cycle = await aCycle().wardsUntil('2025-12-01').with({ reviewDeadline: '2025-12-01' }).build(db);
  const card = await aCard(cycle).build(db);
  const answer = await aSubmission(card).by(kita).checking().build(db);
  await acted('2025-05-08', { cardId: card.id, submissionId: answer.id });
  await acted('2025-05-14', { cardId: card.id, submissionId: answer.id }, name);
  await jobs.lookAt('2025-05-15');
  expect(jobs.arrived()).toEqual(startsAnew ? [] : [to(secretariat, WAITING)]);
});

it.each([
  ['card.assign', true], ['submission.submit', true], ['card.start-review', true], ['submission.return', true], ['submission.cancel-return', true], ['card.judge', true], ['card.write-text', true], ['card.reopen', true],
  ['comment.add', false], ['lint.acknowledge', false], ['submission.edit', false], ['submission.delegate', false], ['submission.ask-extension', false], ['submission.request-check', false], ['submission.extend', false], ['card.measure', false],
])('%s on a card that its 部会長 could review starts its waiting anew: %s', async (name, startsAnew) => {
  const cycle = await aCycle().wardsUntil('2025-05-01').with({ reviewDeadline: '2025-12-01' }).build(db);
  const card = await aCard(cycle).at('committee_review').build(db);
  await acted('2025-05-08', { cardId: card.id }, 'card.start-review');
  await acted('2025-05-14', { cardId: card.id }, name);
  await jobs.lookAt('2025-05-15');
  expect(jobs.arrived()).toEqual(startsAnew ? [] : [to(secretariat, WAITING)]);
});

it('what moved between the sweep and the sending is not told as waiting', async () => {
  const cycle = await aCycle().wardsUntil('2025-12-01').with({ reviewDeadline: '2025-12-01' }).build(db);
  const card = await aCard(cycle).build(db);
  const answer = await aSubmission(card).by(kita).checking().build(db);
  await acted('2025-05-08', { cardId: card.id, submissionId: answer.id });
  db.clock.moveTo(new Date('2025-05-15T09:00:00+09:00'));
  const ids = await jobs.sweep();
  expect(ids).toHaveLength(1);
  await acted('2025-05-15', { cardId: card.id, submissionId: answer.id });
  await jobs.send(ids);
  expect(jobs.arrived()).toEqual([]);
});
