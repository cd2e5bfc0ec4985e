import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Home } from '@furikaeri/contracts';
import { EMPTY_CONTENT } from '@furikaeri/model';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { firstStart } from '../../seeds/first-start.ts';
import { readLog } from '../audit/queries/read-log.ts';
import { CardEntity } from '../cards/index.ts';
import { returnSubmissions } from '../reviews/use-cases/return-submissions.ts';
import { SubmissionEntity } from '../submissions/index.ts';
import { askExtension } from '../submissions/use-cases/ask-extension.ts';
import { cancelExtensionRequest } from '../submissions/use-cases/cancel-extension-request.ts';
import { editSubmission } from '../submissions/use-cases/edit-submission.ts';
import { requestCheck } from '../submissions/use-cases/request-check.ts';
import { submitSubmission } from '../submissions/use-cases/submit-submission.ts';
import { openHome } from './queries/open-home.ts';

/** The demo on Tuesday 2025-05-20, a day after the wards' deadline. */
let db: TestDatabase;
let cycleId: string;
beforeAll(async () => {
  db = await createTestDatabase({ cast: false });
  db.clock.moveTo(new Date('2025-05-20T01:00:00Z'));
  await firstStart({ orm: db.orm, runner: db.runner, clock: db.clock, args: [] });
  cycleId = (await db.em().execute(`select id from cycle where phase = 'review'`))[0]!.id;
}, 60_000);
afterAll(async () => { await db.close(); });

const as = async (login: string): Promise<SignedIn> => {
  const [row] = await db.em().execute(
    `select p.id, p.name, o.id as post, o.role, o.title, g.id as organisation, g.name as at from person p join post o on o.person_id = p.id
     join organisation g on g.id = o.organisation_id where p.login = ? order by o.id limit 1`, [login]);
  if (row === undefined) throw new Error(`Nobody logs in as ${login}`);
  return { personId: row.id, postId: row.post, role: row.role, organisationId: row.organisation, deputyFor: null, doer: { personId: row.id, name: row.name, post: `${row.at} ${row.title}`.trim() } };
};
const homeOf = async (login: string): Promise<Home> => openHome(db.em(), await as(login), '2025-05-20', { cycleId });
const waits = ({ waiting }: Home) => waiting.map(({ kind, code }) => `${kind} ${code}`);
const answerOf = async (code: string, ward: string): Promise<SubmissionEntity> => {
  const card = await db.em().findOneOrFail(CardEntity, { cycleId, code });
  const [organisation] = await db.em().execute('select id from organisation where name = ?', [ward]);
  return db.em().findOneOrFail(SubmissionEntity, { cardId: card.id, organisationId: organisation!.id });
};
const wardsNamedIn = (value: unknown): string[] => [...JSON.stringify(value).matchAll(/[^"\s・]+区(?=["・\s])/g)].map(([name]) => name);

describe('home', () => {
  it('tells 北区 staff what the ward owes, the late ones first, and the 差戻し with its reason', async () => {
    const home = await homeOf('kita-staff');
    expect(waits(home)).toEqual(['answer 2-(2)-14', 'answer 3-(1)-17b', 'returned 3-(3)-22c']);
    expect(home.waiting[0]).toMatchObject({ deadline: '2025-05-19', late: true });
    expect(home.waiting[2]).toMatchObject({ deadline: '2025-05-22', late: false, facts: { reason: expect.stringContaining('開催した回数') } });
    expect(home.counts).toMatchObject({ answersAsked: 20, answersSubmitted: 17, live: 35, byStage: { draft: 9, ward_submitted: 12, committee_review: 8, reviewed: 6 }, byProgress: { in_progress: 30, completed: 5, completed_earlier: 8 } });
  });

  it('tells an approver what waits for the signature, and nothing that staff still writes', async () => {
    expect(waits(await homeOf('nishi-approver'))).toEqual(['check 3-(1)-17b']);
    expect(waits(await homeOf('kita-approver'))).toEqual([]);
  });

  it('tells an approver what is owed where none of the staff is there, as the mail does', async () => {
    const staff = await as('kita-staff');
    await db.em().execute(`insert into absence (id, person_id, from_day, to_day, note, created_at) values (?, ?, '2025-05-20', '2025-05-21', '', ?)`, [newId(), staff.personId, db.clock.now()]);
    expect(waits(await homeOf('kita-approver'))).toEqual(['answer 2-(2)-14', 'answer 3-(1)-17b', 'returned 3-(3)-22c']);
    expect(waits(await homeOf('nishi-approver'))).toEqual(['check 3-(1)-17b']);
    await db.em().execute('delete from absence where person_id = ?', [staff.personId]);
    expect(waits(await homeOf('kita-approver'))).toEqual([]);
  });

  it('tells a 部会長 which own cards are ready, late or in review, and who is late', async () => {
    const home = await homeOf('kodomo-lead');
    expect(waits(home)).toEqual([
      'review 3-(1)-16a', 'start_review 3-(1)-16b', 'start_review 3-(1)-17a', 'late_ward 3-(1)-17b', 'review 3-(1)-17c', 'start_review 3-(1)-17d',
      'start_review 3-(1)-18a', 'review 3-(1)-18c', 'late_ward 3-(1)-19a', 'late_ward 3-(1)-19b', 'review 3-(1)-19c',
    ]);
    expect(home.waiting[0]).toMatchObject({ deadline: '2025-05-28', late: false, facts: { answered: 23, asked: 24, organisation: '東住吉区' } });
    expect(home.lateOrganisations.map(({ name }) => name)).toEqual(['北区', '西区', '東住吉区', '西成区', '福祉局']);
    expect(home.counts.answersAsked).toBe(24 * 8 + 5);
  });

  it('tells 事務局 of cards without 部会, and of everybody who is late but no ward within an extension', async () => {
    const home = await homeOf('jimukyoku');
    expect(waits(home)).toEqual(['unowned 2-(1)-12a', 'unowned 4-(1)-24']);
    const late = home.lateOrganisations.map(({ name }) => name);
    expect(late).toEqual(expect.arrayContaining(['北区', '西区', '此花区', '天王寺区', '市民局', 'デジタル統括室']));
    expect(late).not.toContain('福島区');
    expect(home.lateOrganisations.find(({ name }) => name === '北区')?.answers).toBe(2);
    expect(home.counts).toMatchObject({ answersAsked: 495, overdueGoals: 1 });
  });

  it('tells 事務局 alone of a wish for more time, with the day it would move', async () => {
    const answer = await answerOf('2-(2)-14', '北区');
    const staff = await as('kita-staff');
    const wish = { commandId: newId(), submissionId: answer.id, expectedVersion: answer.draftVersion, until: '2025-05-27', reason: '集計がそろわない' };
    const asked = await db.runner.run(askExtension, staff, wish);
    const [first] = (await homeOf('jimukyoku')).waiting;
    expect(first).toMatchObject({ kind: 'extension', submissionId: answer.id, code: '2-(2)-14', deadline: '2025-05-19', late: true, facts: { organisation: '北区', until: '2025-05-27' } });
    expect(waits(await homeOf('chiiki-lead')).filter((one) => one.startsWith('extension'))).toEqual([]);
    await db.runner.run(cancelExtensionRequest, staff, { commandId: newId(), submissionId: answer.id, expectedVersion: asked.version });
    expect(waits(await homeOf('jimukyoku'))).toEqual(['unowned 2-(1)-12a', 'unowned 4-(1)-24']);
  });

  it('tells a 局 its own open answer', async () => {
    expect(waits(await homeOf('shimin-bureau'))).toEqual(['answer 3-(3)-22b']);
  });

  it('tells a viewer and 管理者 totals only, and no ward by name', async () => {
    for (const login of ['etsuran', 'kanri']) {
      const home = await homeOf(login);
      expect([home.waiting, home.lateOrganisations]).toEqual([[], []]);
      expect(home.counts.answersAsked).toBe(495);
      expect(home.activity.every(({ organisation, command }) => organisation === null && !command.startsWith('submission.'))).toBe(true);
    }
  });

  it('never tells a ward which others are late or what they did', async () => {
    const home = await homeOf('nishi-staff');
    expect(home.lateOrganisations).toEqual([]);
    expect(home.activity.every(({ organisation }) => organisation === null || organisation === '西区')).toBe(true);
    expect(wardsNamedIn(home.waiting)).toEqual([]);
  });

  it('has a cycle or says that there is none', async () => {
    await expect(openHome(db.em(), await as('etsuran'), '2025-05-20', { cycleId: newId() })).rejects.toMatchObject({ code: 'cycle/not-found' });
  });
});

describe('the activity and the log, as a ward works', () => {
  const sees = async (login: string) => (await homeOf(login)).activity.filter(({ cardCode, command }) => cardCode === '3-(1)-17b' && command.startsWith('submission.')).map(({ command, organisation }) => `${command} ${organisation}`);

  it('shows 北区 its own steps, the 部会長 the 提出 alone, and 西区 nothing', async () => {
    const before = { kita: await sees('kita-staff'), nishi: await sees('nishi-staff'), lead: await sees('kodomo-lead') };
    db.clock.moveTo(new Date('2025-05-20T02:00:00Z'));
    const target = await answerOf('3-(1)-17b', '北区');
    const [staff, approver] = [await as('kita-staff'), await as('kita-approver')];
    const edited = await db.runner.run(editSubmission, staff, { commandId: newId(), submissionId: target.id, expectedVersion: target.draftVersion, content: { ...EMPTY_CONTENT, answer: 'yes', example: '北区だけの下書き' } });
    const asked = await db.runner.run(requestCheck, staff, { commandId: newId(), submissionId: target.id, expectedVersion: edited.version });
    expect((await sees('kita-staff')).length - before.kita.length).toBe(1);
    expect(await sees('kodomo-lead')).toEqual(before.lead);
    await db.runner.run(submitSubmission, approver, { commandId: newId(), submissionId: target.id, expectedVersion: asked.version });
    expect(await sees('kita-staff')).toEqual(['submission.submit 北区', 'submission.request-check 北区', ...before.kita]);
    expect(await sees('kodomo-lead')).toEqual(['submission.submit 北区', ...before.lead].slice(0, (await sees('kodomo-lead')).length));
    expect(await sees('nishi-staff')).toEqual(before.nishi);
    expect(await sees('kurashi-lead')).toEqual([]);
    expect(JSON.stringify(await homeOf('kodomo-lead'))).not.toContain('北区だけの下書き');
  });

  it('lets 管理者 and 事務局 read who did what, without content; others not at all', async () => {
    const page = await readLog(db.em(), await as('kanri'), { cycleId, limit: '3' });
    expect(page.entries.map(({ command, organisation }) => `${command} ${organisation}`)).toEqual(['submission.submit 北区', 'submission.request-check 北区', 'submission.edit 北区']);
    expect(page.more).toBe(true);
    expect(page.entries.every(({ before, after }) => before === null && after === null)).toBe(true);
    expect(JSON.stringify(await readLog(db.em(), await as('jimukyoku'), { limit: 200 }))).not.toContain('北区だけの下書き');
    const next = await readLog(db.em(), await as('kanri'), { cycleId, limit: 2, before: page.entries[2]?.id });
    expect(next.entries).toHaveLength(2);
    expect(next.entries.some(({ id }) => page.entries.some((entry) => entry.id === id))).toBe(false);
    for (const login of ['kita-staff', 'kodomo-lead', 'fukushi-bureau', 'etsuran']) {
      await expect(readLog(db.em(), await as(login), { cycleId })).rejects.toBeInstanceOf(ProblemError);
    }
  });

  it('moves 3-(1)-17b to 区提出 with its last open answer, and the 部会長 may start', async () => {
    const last = await answerOf('3-(1)-17b', '西区');
    await db.runner.run(submitSubmission, await as('nishi-approver'), { commandId: newId(), submissionId: last.id, expectedVersion: last.draftVersion });
    expect(await db.em().findOneOrFail(CardEntity, { id: last.cardId })).toMatchObject({ stage: 'ward_submitted', figure: { value: '24', denominator: '24' } });
    expect(waits(await homeOf('kodomo-lead'))).toContain('start_review 3-(1)-17b');
  });

  it('tells the 部会長 of a resubmission', async () => {
    db.clock.moveTo(new Date('2025-05-20T03:00:00Z'));
    const lead = await as('kodomo-lead');
    const answer = await answerOf('3-(1)-18c', '北区');
    await db.runner.run(returnSubmissions, lead, {
      commandId: newId(), cardId: answer.cardId, submissions: [{ id: answer.id, expectedVersion: answer.version }], reason: '例を書いてください', fields: ['example'], deadline: '2025-05-23',
    });
    expect(waits(await homeOf('kita-staff'))).toContain('returned 3-(1)-18c');
    expect(waits(await homeOf('kodomo-lead'))).toContain('review 3-(1)-18c');
    db.clock.moveTo(new Date('2025-05-20T04:00:00Z'));
    const back = await answerOf('3-(1)-18c', '北区');
    await db.runner.run(submitSubmission, await as('kita-approver'), { commandId: newId(), submissionId: back.id, expectedVersion: back.draftVersion });
    const item = (await homeOf('kodomo-lead')).waiting.find(({ code }) => code === '3-(1)-18c');
    expect(item).toMatchObject({ kind: 'resubmitted', facts: { organisation: '北区' } });
  });
});
