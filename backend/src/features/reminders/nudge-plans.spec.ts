import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { previewNudges as previewContract } from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { actingOn, refusalOf } from '../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CycleRow } from '../../../../test/kit/builders.ts';
import { bureauStaff, committee, committeeLead, kita, kitaApprover, kitaStaff, nishi, nishiApprover, nishiStaff, otherLead, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { Reminding, SETTINGS } from '../../../../test/kit/reminding.ts';
import { headerOf, htmlOf } from '../../../../test/kit/smtp-sink.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { MAIL_CHANNEL } from '../letters/index.ts';
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
afterEach(async () => {
  await jobs.clear();
  await db.em().execute('delete from mail_template');
});
afterAll(async () => {
  await jobs.close();
  await db.close();
});

type Nudge = { submissionIds: string[]; copyTo?: string[]; template?: { subject: string; body: string } | null; when?: 'now' | 'office_hours' };
const send = (nudge: Nudge) => actingOn(db)(secretariat, sendNudges(SETTINGS), { cycleId: cycle.id, ...nudge });
const preview = async (nudge: Nudge) => previewContract.output.parse(await previewNudges(db.em(), secretariat, db.clock.now(), SETTINGS, { cycleId: cycle.id, ...nudge }));
const asked = async (...names: string[]): Promise<string[]> => {
  const card = await aCard(cycle).with({ code: '3-(1)-16a', title: 'つながる場をひらく' }).asking(...names).build(db);
  return (await db.em().execute<{ id: string }[]>('select id from submission where card_id = ? order by organisation_id', [card.id])).map(({ id }) => id);
};
const away = (personId: string, from = '2025-05-14', to = '2025-05-16') =>
  db.em().execute('insert into absence (id, person_id, from_day, to_day, note, created_at) values (?, ?, ?, ?, ?, ?)', [newId(), personId, from, to, '', db.clock.now()]);
/** kitaStaff stands in for kitaApprover. */
const deputy = () => db.em().execute(
  `insert into post (id, person_id, organisation_id, role, title, deputy_for, deputy_of, valid_from, valid_to) values (?, ?, ?, 'ward_approver', '総務課長', ?, ?, '2025-05-01', '2025-05-31')`,
  [newId(), kitaStaff.personId, kita.id, kitaApprover.doer.name, kitaApprover.postId],
);
const sendAll = async () => {
  const rows = await db.em().execute<{ id: string }[]>(`select id from reminder_mail where state = 'pending'`);
  await jobs.send(rows.map(({ id }) => id));
};
const reasons = async (ids: string[]) => (await preview({ submissionIds: ids })).leftOut.map(({ why }) => why);

describe('the preview', () => {
  it('is the mail itself: what is seen is what arrives, with the variables marked', async () => {
    const ids = await asked('北区', '西区');
    const shown = await preview({ submissionIds: ids });
    expect(shown.mails.map(({ name, post, answers, isCopy, subject }) => [name, post, answers, isCopy, subject])).toEqual([
      ['北野 花', '北区 市民協働課', 1, false, '回答のお願い（期限を過ぎています）'], ['西川 葵', '西区 市民協働課', 1, false, '回答のお願い（期限を過ぎています）'],
    ]);
    expect(await db.em().execute('select 1 from reminder_item union all select 1 from reminder_mail')).toEqual([]);
    await send({ submissionIds: ids });
    await sendAll();
    for (const mail of shown.mails) {
      const address = mail.name === '北野 花' ? kitaStaff.email : nishiStaff.email;
      expect(jobs.textTo(address)).toBe(`${mail.parts.map(({ text }) => text).join('').trimEnd()}\n`);
    }
    const [first] = shown.mails;
    expect(first?.parts.find(({ variable }) => variable === '宛名')?.text).toBe('北野 花');
    expect(first?.parts.find(({ variable }) => variable === '件数')?.text).toBe('1');
    expect(first?.parts.find(({ variable }) => variable === '差出人')?.text).toBe('区長会議事務局 大野 恵');
    expect(first?.parts.find(({ variable }) => variable === '一覧')?.text).toContain(`to=${encodeURIComponent(`answer:${ids[0]}`)}`);
    expect(htmlOf(jobs.sink.mails[0]?.raw ?? '')).toContain('つながる場をひらく');
  });

  it('speaks each reader’s language', async () => {
    const ids = await asked('北区');
    await db.em().execute(`insert into notification_settings (person_id, language, quiet, channels, version, updated_at) values (?, 'en', null, '{}', 1, ?)`, [kitaStaff.personId, db.clock.now()]);
    const [mail] = (await preview({ submissionIds: ids })).mails;
    expect(mail).toMatchObject({ language: 'en', subject: 'Please submit your answers (deadline passed)' });
    expect(mail?.parts.map(({ text }) => text).join('')).toContain('Due Tue, 13 May 2025: 1 business day late');
  });

  it('says whether the office is open, and when it opens next', async () => {
    const ids = await asked('北区');
    expect(await preview({ submissionIds: ids })).toMatchObject({ isOpen: false, opensAt: '2025-05-15T00:00:00.000Z' });
    db.clock.moveTo(new Date('2025-05-14T22:00:00Z')); // seven in the morning of the 15th
    expect(await preview({ submissionIds: ids })).toMatchObject({ isOpen: false, opensAt: '2025-05-15T00:00:00.000Z' });
    db.clock.moveTo(new Date('2025-05-15T03:00:00Z'));
    expect(await preview({ submissionIds: ids })).toMatchObject({ isOpen: true, opensAt: '2025-05-15T03:00:00.000Z' });
    await db.em().execute(`insert into closed_day values ('2025-05-19', '臨時閉庁日')`);
    db.clock.moveTo(new Date('2025-05-16T09:00:00Z')); // Friday evening before a closed Monday
    expect(await preview({ submissionIds: ids })).toMatchObject({ isOpen: false, opensAt: '2025-05-20T00:00:00.000Z' });
  });
});

describe('who is left out', () => {
  it('is said with the reason: handed in, approved without it, not due, within its 延長 or 差戻し, nobody there, everybody away', async () => {
    const card = await aCard(cycle).build(db);
    const extended = await aSubmission(card).by(kita).extendedTo('2025-06-13').build(db);
    const returned = await aSubmission(await aCard(cycle).build(db)).by(kita).returned('数', '2025-05-27').build(db);
    await db.em().execute(`update submission set return_deadline = '2025-05-27' where id = ?`, [returned.id]);
    const both = await aSubmission(await aCard(cycle).build(db)).by(kita).returned('数', '2025-05-27').extendedTo('2025-06-13').build(db);
    const done = await aSubmission(await aCard(cycle).build(db)).by(kita).submitted().build(db);
    const waived = await aSubmission(await aCard(cycle).at('reviewed').build(db)).by(kita).waived().build(db);
    const nobody = await aSubmission(await aCard(cycle).build(db)).by('港区').build(db);
    const absent = await aSubmission(await aCard(cycle).build(db)).by(nishi).build(db);
    await away(nishiStaff.personId);
    await away(nishiApprover.personId);
    const later = await aCycle().of(2023).wardsUntil('2025-05-20').build(db);
    const early = await aSubmission(await aCard(later).build(db)).by(kita).build(db);
    expect(await reasons([extended.id, returned.id, both.id, done.id, waived.id, nobody.id, absent.id])).toEqual(['extended', 'returned', 'extended', 'already_submitted', 'waived', 'no_recipient', 'absent']);
    cycle = later;
    expect(await reasons([early.id])).toEqual(['not_due']);
  });

  it('on its deadline’s own day an answer may be asked for', async () => {
    await db.em().execute(`update cycle set ward_deadline = '2025-05-14' where id = ?`, [cycle.id]);
    const { mails } = await preview({ submissionIds: await asked('北区') });
    expect(mails.map(({ subject }) => subject)).toEqual(['回答のお願い（本日までです）']);
  });

  it('sent today: once a day, and what could not be sent may be sent again', async () => {
    const ids = await asked('北区');
    await send({ submissionIds: ids });
    expect(await reasons(ids)).toEqual(['sent_today']);
    await db.em().execute(`update reminder_mail set state = 'failed'`);
    expect(await reasons(ids)).toEqual([]);
    expect(await send({ submissionIds: ids })).toMatchObject({ mails: 1 });
    expect(await reasons(ids)).toEqual(['sent_today']);
    db.clock.moveTo(new Date('2025-05-15T12:00:00Z'));
    expect(await reasons(ids)).toEqual([]);
  });

  it('closed: what 事務局確認 no longer takes, however late; what was returned there is still asked for', async () => {
    const card = await aCard(cycle).build(db);
    const closed = await aSubmission(card).by(kita).draft().build(db);
    const returned = await aSubmission(card).by(nishi).returned().build(db);
    await db.em().execute(`update cycle set phase = 'check' where id = ?`, [cycle.id]);
    await db.em().execute(`update submission set return_deadline = '2025-05-13' where id = ?`, [returned.id]);
    const { mails, leftOut } = await preview({ submissionIds: [closed.id, returned.id] });
    expect(leftOut).toEqual([{ submissionId: closed.id, why: 'closed' }]);
    expect(mails.map(({ organisation }) => organisation)).toEqual(['西区']);
  });
});

describe('somebody in place of another', () => {
  it('the 代理 of an approver who has an answer to check is written to, and it is said for whom', async () => {
    const answer = await aSubmission(await aCard(cycle).build(db)).by(kita).checking().build(db);
    await deputy();
    const { mails } = await preview({ submissionIds: [answer.id] });
    expect(mails.map(({ name, standsInFor }) => [name, standsInFor])).toEqual([['北野 花', '北島 進']]);
    expect(mails[0]?.parts.map(({ text }) => text).join('')).toContain('北島 進さんの代理として');
  });

  it('with all staff away the approver is written to, and who comes back before the mail goes is judged anew', async () => {
    const ids = await asked('北区');
    await away(kitaStaff.personId);
    expect((await preview({ submissionIds: ids })).mails.map(({ name }) => name)).toEqual(['北島 進']);
    await send({ submissionIds: ids });
    await db.em().execute('delete from absence');
    await sendAll();
    expect(jobs.arrived()).toEqual([]); // the staff is back: it is theirs again, and the approver need not hear
  });
});

describe('copies', () => {
  it('go by hand only, to the approver of these wards and the 部会長 of these rows, each of their own', async () => {
    const ids = await asked('北区', '西区');
    const shown = await preview({ submissionIds: ids });
    expect(shown.copyReaders.map(({ name, post }) => `${post} ${name}`)).toEqual(['北区 総務課長 北島 進', `${committee.name} 部会長 山口 直`, '西区 総務課長 西村 学']);
    expect(shown.mails.map(({ isCopy }) => isCopy)).toEqual([false, false]);

    await send({ submissionIds: ids, copyTo: [kitaApprover.personId, committeeLead.personId] });
    await sendAll();
    expect(jobs.subjects()).toEqual([
      `${kitaApprover.email}: 【写し】回答のお願い（期限を過ぎています）`, `${kitaStaff.email}: 回答のお願い（期限を過ぎています）`,
      `${committeeLead.email}: 【写し】回答のお願い（期限を過ぎています）`, `${nishiStaff.email}: 回答のお願い（期限を過ぎています）`,
    ].sort());
    const toApprover = jobs.textTo(kitaApprover.email);
    expect(toApprover).toContain('北島 進 様\n\nこれは、担当の方へ送ったお願いの写しです。');
    expect(toApprover).toContain('・北区　3-(1)-16a');
    expect(toApprover).not.toContain('西区'); // another ward's lateness is not theirs to know
    expect(jobs.textTo(committeeLead.email)).toContain('・西区　3-(1)-16a');
    expect(await db.em().execute('select is_copy, count(*)::integer as n from reminder_mail group by 1 order by 1')).toEqual([{ is_copy: false, n: 2 }, { is_copy: true, n: 2 }]);
  });

  it('to somebody who has answers of their own go in the same mail, counted apart in the preview as in what was sent', async () => {
    const checking = await aSubmission(await aCard(cycle).build(db)).by(kita).checking().build(db);
    const ids = [checking.id, ...await asked('北区')];
    const copyTo = [kitaApprover.personId];
    const counts = (mails: readonly { name: string; answers: number; copied: number; isCopy: boolean }[]) => mails.map(({ name, answers, copied, isCopy }) => [name, answers, copied, isCopy]);
    const expected = [['北島 進', 1, 1, false], ['北野 花', 1, 0, false]];
    expect(counts((await preview({ submissionIds: ids, copyTo })).mails).toSorted()).toEqual(expected);
    expect(counts((await send({ submissionIds: ids, copyTo })).recipients).toSorted()).toEqual(expected);
  });

  it.each([
    ['another 部会長', otherLead], ['the 局', bureauStaff], ['an approver of a ward that is not written about', nishiApprover], ['whoever gets the mail anyway', kitaStaff],
  ])('do not go to %s', async (_who, { personId }) => {
    const ids = await asked('北区');
    expect(await refusalOf(preview({ submissionIds: ids, copyTo: [personId] }))).toMatchObject({ code: 'nudge/not-a-copy-reader' });
    expect(await refusalOf(send({ submissionIds: ids, copyTo: [personId] }))).toMatchObject({ code: 'nudge/not-a-copy-reader' });
  });

  it('put off till the morning, do not go to who has left the ward or the 部会 meanwhile', async () => {
    await send({ submissionIds: await asked('北区'), copyTo: [kitaApprover.personId, committeeLead.personId], when: 'office_hours' });
    // By tomorrow both have other posts.
    const gone = [kitaApprover, committeeLead];
    await db.em().execute(`update post set valid_to = '2025-05-14' where id in (?)`, [gone.map(({ postId }) => postId)]);
    for (const { personId } of gone) {
      await db.em().execute(`insert into post (id, person_id, organisation_id, role, title, valid_from) values (?, ?, ?, 'ward_staff', '異動先', '2025-05-15')`, [newId(), personId, nishi.id]);
    }
    db.clock.moveTo(new Date('2025-05-15T00:00:00Z'));
    await sendAll();
    const arrived = jobs.subjects();
    await db.em().execute(`delete from post where title = '異動先'; update post set valid_to = null where id in (?)`, [gone.map(({ postId }) => postId)]);
    expect(arrived).toEqual([`${kitaStaff.email}: 回答のお願い（期限を過ぎています）`]);
  });

  it('are not sent alone: with nobody to ask there is nothing to copy', async () => {
    const ids = await asked('北区');
    await send({ submissionIds: ids });
    expect(await refusalOf(send({ submissionIds: ids, copyTo: [kitaApprover.personId] }))).toMatchObject({ code: 'nudge/not-a-copy-reader' });
  });
});

describe('own words', () => {
  const own = { subject: '{{所属}}への確認', body: '{{宛名}} 様\n\n{{期限}}までの件です。\n\n{{一覧}}' };

  it('are kept with the mail and sent as they were previewed', async () => {
    const ids = await asked('北区');
    const { mails, template } = await preview({ submissionIds: ids, template: own });
    expect(template).toEqual(own);
    expect(mails[0]?.subject).toBe('北区への確認');
    await send({ submissionIds: ids, template: own });
    await db.em().execute(`insert into mail_template (kind, language, version, subject, body, note, by, at) values ('nudge', 'ja', 1, '別の件名', '{{一覧}}', '', '{}', ?)`, [db.clock.now()]);
    await sendAll();
    expect(headerOf(jobs.sink.mails[0]?.raw ?? '', 'Subject')).toBe('北区への確認');
    expect(await db.em().execute('select template, requested_by, cycle_id from reminder_mail')).toEqual([{ template: own, requested_by: secretariat.doer, cycle_id: cycle.id }]);
  });

  it.each([
    ['template/unknown-variable', { ...own, body: '{{一覧}} {{電話番号}}' }, [{ path: 'body', message: '電話番号' }]],
    ['template/unknown-variable', { ...own, subject: '{{一覧}}' }, [{ path: 'subject', message: '一覧' }]],
    ['template/list-missing', { ...own, body: 'よろしくお願いします。' }, [{ path: 'body', message: '一覧' }]],
  ] as const)('are refused with %s where they could not be sent', async (code, template, fields) => {
    const ids = await asked('北区');
    expect(await refusalOf(preview({ submissionIds: ids, template }))).toEqual({ code, fields });
    expect(await refusalOf(send({ submissionIds: ids, template }))).toEqual({ code, fields });
    expect(await db.em().execute('select 1 from reminder_mail')).toEqual([]);
  });
});

describe('予約', () => {
  it('waits for the office to open and is not sent before; what is handed in meanwhile drops out', async () => {
    const ids = await asked('北区', '西区');
    expect(await send({ submissionIds: ids, when: 'office_hours' })).toMatchObject({ mails: 2, notBefore: '2025-05-15T00:00:00.000Z' });
    await sendAll();
    expect(jobs.arrived()).toEqual([]);
    expect(await refusalOf(send({ submissionIds: ids, when: 'office_hours' }))).toMatchObject({ code: 'nudge/nobody-to-send-to' });
    await db.em().execute(`update submission set state = 'submitted' where organisation_id = ?`, [nishi.id]);
    await db.em().execute('update cycle set ladder = ?::jsonb', [JSON.stringify({ steps: [50], thenEvery: 50, copyFrom: 50, callFrom: 50, escalateAfter: null })]);
    await jobs.lookAt('2025-05-15', '09:00');
    expect(jobs.arrived()).toEqual([`${kitaStaff.email}: 回答のお願い（期限を過ぎています）`]);
  });

  it('is previewed for the day on which it goes: who was written to today, and by a 予約 already', async () => {
    const ids = await asked('北区');
    await send({ submissionIds: ids });
    expect(await preview({ submissionIds: ids })).toMatchObject({ mails: [], leftOut: [{ why: 'sent_today' }] });
    expect(await preview({ submissionIds: ids, when: 'office_hours' })).toMatchObject({ mails: [{ name: '北野 花' }], leftOut: [] });
    expect(await send({ submissionIds: ids, when: 'office_hours' })).toMatchObject({ mails: 1 });
    expect(await preview({ submissionIds: ids, when: 'office_hours' })).toMatchObject({ mails: [], leftOut: [{ why: 'sent_today' }] });
  });

  it('is previewed in the words of that moment, and asks for what is due then', async () => {
    await db.em().execute(`update cycle set ward_deadline = '2025-05-14' where id = ?`, [cycle.id]);
    const ids = await asked('北区');
    expect((await preview({ submissionIds: ids })).mails.map(({ subject }) => subject)).toEqual(['回答のお願い（本日までです）']);
    const { mails: [shown] } = await preview({ submissionIds: ids, when: 'office_hours' });
    expect(shown?.subject).toBe('回答のお願い（期限を過ぎています）');
    await send({ submissionIds: ids, when: 'office_hours' });
    db.clock.moveTo(new Date('2025-05-15T00:00:00Z'));
    await sendAll();
    expect(jobs.textTo(kitaStaff.email)).toBe(`${shown?.parts.map(({ text }) => text).join('').trimEnd()}\n`);
    db.clock.moveTo(new Date('2025-05-13T12:00:00Z'));
    expect(await preview({ submissionIds: ids })).toMatchObject({ mails: [], leftOut: [{ why: 'not_due' }] });
  });

  it('goes to who is there then, not to who stands in for them tonight', async () => {
    const ids = await asked('北区');
    await away(kitaStaff.personId, '2025-05-14', '2025-05-14');
    expect((await preview({ submissionIds: ids })).mails.map(({ name }) => name)).toEqual(['北島 進']);
    expect((await preview({ submissionIds: ids, when: 'office_hours' })).mails.map(({ name }) => name)).toEqual(['北野 花']);
    await send({ submissionIds: ids, when: 'office_hours' });
    db.clock.moveTo(new Date('2025-05-15T00:00:00Z'));
    await sendAll();
    expect(jobs.subjects()).toEqual([`${kitaStaff.email}: 回答のお願い（期限を過ぎています）`]);
  });

  it('in office hours is at once', async () => {
    db.clock.moveTo(new Date('2025-05-14T03:00:00Z'));
    expect(await send({ submissionIds: await asked('北区'), when: 'office_hours' })).toMatchObject({ notBefore: null });
  });
});

it('all mails wake the workers in one statement', async () => {
  const ids = await asked('北区', '西区');
  const asks = jest.spyOn(EntityManager.prototype, 'execute');
  await send({ submissionIds: ids });
  const woken = asks.mock.calls.filter(([sql]) => String(sql).includes('pg_notify(?'));
  asks.mockRestore();
  expect(woken).toEqual([[expect.any(String), [MAIL_CHANNEL, expect.stringMatching(/^\{[^,]+,[^,]+\}$/)]]]);
});

it('a mail holds nothing that is the ward’s own: neither what it types nor why it was sent back inside', async () => {
  const card = await aCard(cycle).build(db);
  const answer = await aSubmission(card).by(kita).draft({ answer: 'no', reason: '内緒の理由' }).build(db);
  await db.em().execute(`update submission set sent_back_reason = '区内だけの話' where id = ?`, [answer.id]);
  await send({ submissionIds: [answer.id], copyTo: [kitaApprover.personId, committeeLead.personId] });
  await sendAll();
  expect(jobs.sink.mails).toHaveLength(3);
  for (const { to } of jobs.sink.mails) {
    const text = jobs.textTo(to[0] ?? '');
    expect(text).toContain(card.code);
    for (const secret of ['内緒の理由', '区内だけの話', 'いいえ']) expect(text).not.toContain(secret);
  }
});
