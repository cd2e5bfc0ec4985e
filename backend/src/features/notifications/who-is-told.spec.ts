import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actingOn, changesSaid, heardOn, refusalOf, theAnswer, theCard, yes } from '../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow, type CycleRow, type SubmissionRow } from '../../../../test/kit/builders.ts';
import {
  bureau, bureauStaff, type CastMember, committeeLead, kita, kitaApprover, kitaStaff, nishi, nishiApprover, nishiStaff, secretariat,
} from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { nameDeputy } from '../accounts/use-cases/name-deputy.ts';
import { writeCardText } from '../cards/use-cases/write-card-text.ts';
import { approveCard } from '../reviews/use-cases/approve-card.ts';
import { cancelReturn } from '../reviews/use-cases/cancel-return.ts';
import { reopenCard } from '../reviews/use-cases/reopen-card.ts';
import { returnSubmissions } from '../reviews/use-cases/return-submissions.ts';
import { askExtension } from '../submissions/use-cases/ask-extension.ts';
import { extendSubmission } from '../submissions/use-cases/extend-submission.ts';
import { refuseExtension } from '../submissions/use-cases/refuse-extension.ts';
import { requestCheck } from '../submissions/use-cases/request-check.ts';
import { sendBackSubmission } from '../submissions/use-cases/send-back-submission.ts';
import { submitSubmission } from '../submissions/use-cases/submit-submission.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
let cycle: CycleRow;
let card: CardRow;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.em().execute('delete from notification');
  await db.em().execute('delete from post where deputy_of is not null');
  cycle = await aCycle().build(db);
  card = await aCard(cycle).asking('北区', '西区').decided().withTexts().build(db);
});

interface Told { login: string; kind: string; submissionId: string | null; organisationId: string | null; field: string | null; facts: Record<string, string> }
const told = () => db.em().execute<Told[]>(
  `select p.login, n.kind, n.submission_id as "submissionId", n.organisation_id as "organisationId", n.field, n.facts
     from notification n join person p on p.id = n.person_id order by p.login, n.id`,
);
/** Exactly these people have a notice, of this kind each. */
async function expectTold(kind: string, ...people: readonly CastMember[]): Promise<Told[]> {
  const all = await told();
  expect(all.map((one) => `${one.kind} ${one.login}`)).toEqual(people.map(({ login }) => `${kind} ${login}`).sort());
  return all;
}
const at = async (answer: { id: string }, whose: 'draftVersion' | 'version' = 'draftVersion') => ({ submissionId: answer.id, expectedVersion: (await theAnswer(db, answer.id))[whose] });
const atCard = async () => ({ cardId: card.id, expectedVersion: (await theCard(db, card.id)).version });

describe('inside a ward', () => {
  it('確認を依頼 tells its approver, with the answer to open', async () => {
    const answer = await aSubmission(card).by(kita).draft(yes()).build(db);
    await act(kitaStaff, requestCheck, await at(answer));
    const [notice] = await expectTold('check_requested', kitaApprover);
    expect(notice).toMatchObject({ submissionId: answer.id, organisationId: kita.id, facts: { code: card.code, title: card.title } });
    expect(await heardOn(db, `person:${kitaApprover.personId}`)).toMatchObject([{ type: 'notice.added', unread: 1, notice: { kind: 'check_requested', by: kitaStaff.doer, readAt: null } }]);
  });

  it('区内で差し戻す tells its staff, and the reason goes nowhere else', async () => {
    const answer = await aSubmission(card).by(kita).checking(yes()).build(db);
    await act(kitaApprover, sendBackSubmission, { ...(await at(answer)), reason: '区内だけの理由' });
    const [notice] = await expectTold('sent_back', kitaStaff);
    expect(notice?.facts).toEqual({ code: card.code, title: card.title, reason: '区内だけの理由' });
    const elsewhere = await db.em().execute<{ stream: string }[]>(`select stream from change where payload::text like '%区内だけの理由%' and stream not in (?, ?)`, [`ward:${kita.id}`, `person:${kitaStaff.personId}`]);
    expect(elsewhere).toEqual([]);
  });

  it('a 代理 hears what the approver hears, once', async () => {
    await act(kitaApprover, nameDeputy, { personId: kitaStaff.personId, from: '2025-05-14', to: '2025-05-16' });
    await db.em().execute('delete from notification');
    const answer = await aSubmission(card).by(kita).draft(yes()).build(db);
    const approverAsStaff = { ...kitaStaff, personId: kitaApprover.personId, doer: kitaApprover.doer };
    await act(approverAsStaff, requestCheck, await at(answer));
    await expectTold('check_requested', kitaStaff);
  });
});

describe('差戻し', () => {
  let answer: SubmissionRow;
  let other: SubmissionRow;
  beforeEach(async () => {
    answer = await aSubmission(card).by(kita).submitted().build(db);
    other = await aSubmission(card).by(nishi).submitted().build(db);
  });
  const back = async (answers: readonly SubmissionRow[], fields: string[] = ['example']) => act(committeeLead, returnSubmissions, {
    cardId: card.id, submissions: await Promise.all(answers.map(async ({ id }) => ({ id, expectedVersion: (await theAnswer(db, id)).version }))), reason: '例が足りません', fields, deadline: '2025-05-19',
  });

  it('tells both roles of the ward which field, why and until when, and no other ward', async () => {
    await back([answer]);
    for (const notice of await expectTold('returned', kitaApprover, kitaStaff)) {
      expect(notice).toMatchObject({ submissionId: answer.id, field: 'example', organisationId: kita.id, facts: { deadline: '2025-05-19', reason: '例が足りません' } });
    }
    expect((await heardOn(db, `person:${nishiStaff.personId}`)).length).toBe(0);
  });

  it('of two wards tells each of its own answer', async () => {
    await back([answer, other]);
    const all = await expectTold('returned', kitaApprover, kitaStaff, nishiApprover, nishiStaff);
    expect(all.map(({ submissionId, organisationId }) => [submissionId, organisationId])).toEqual([[answer.id, kita.id], [answer.id, kita.id], [other.id, nishi.id], [other.id, nishi.id]]);
  });

  it('taken back says so to the same people', async () => {
    await back([answer]);
    await db.em().execute('delete from notification');
    await act(committeeLead, cancelReturn, await at(answer, 'version'));
    for (const { facts } of await expectTold('returned', kitaApprover, kitaStaff)) expect(facts['cancelled']).toBe('yes');
  });

  it('answered tells the 部会長 whose answer it is; a first 提出 tells nobody', async () => {
    await back([answer]);
    await db.em().execute('delete from notification');
    await act(kitaApprover, submitSubmission, await at(answer));
    expect(await expectTold('resubmitted', committeeLead)).toMatchObject([{ submissionId: answer.id, facts: { organisation: '北区' } }]);
    await db.em().execute('delete from notification');
    const first = await aSubmission(await aCard(cycle).asking('北区').build(db)).by(kita).checking(yes()).build(db);
    await act(kitaApprover, submitSubmission, await at(first));
    expect(await told()).toEqual([]);
  });
});

describe('the card', () => {
  beforeEach(async () => {
    await aSubmission(card).by(kita).submitted().build(db);
    await db.em().execute(`update card set stage = 'committee_review' where id = ?`, [card.id]);
  });

  it('部会承認 tells all asked organisations, those without an answer that it counts as not submitted', async () => {
    await act(committeeLead, approveCard, { ...(await atCard()), reason: '期限までに提出がなかったため' });
    const all = await expectTold('approved', kitaApprover, kitaStaff, nishiApprover, nishiStaff);
    expect(all.map(({ facts }) => facts['waived'] ?? null)).toEqual([null, null, 'yes', 'yes']);
    expect(all[2]?.facts['reason']).toBe('期限までに提出がなかったため');
  });

  it('審査を再開 tells them and 事務局, with the reason', async () => {
    await act(committeeLead, approveCard, { ...(await atCard()), reason: '理由' });
    await db.em().execute('delete from notification');
    await act(committeeLead, reopenCard, { ...(await atCard()), reason: '数の誤り' });
    const all = await expectTold('reopened', kitaApprover, kitaStaff, nishiApprover, nishiStaff, secretariat);
    expect(all.every(({ facts }) => facts['reason'] === '数の誤り')).toBe(true);
    expect(all.at(-1)).toMatchObject({ login: 'secretariat', submissionId: null });
  });

  it('a text that 事務局 corrects in 事務局確認 is told to the 部会長, once until they have looked', async () => {
    await db.em().execute(`update cycle set phase = 'check' where id = ?`, [cycle.id]);
    const write = (text: string, expectedVersion: number) => act(secretariat, writeCardText, { cardId: card.id, field: 'issues', expectedVersion, text });
    await write('会場が', 1);
    await write('会場が足りない', 2);
    expect(await expectTold('text_changed', committeeLead)).toMatchObject([{ field: 'issues', submissionId: null, facts: { field: 'issues' } }]);
    await db.em().execute('update notification set read_at = at');
    await write('会場が足りなかった', 3);
    await expectTold('text_changed', committeeLead, committeeLead);
    await write('会場が足りなかった', 4);
    await expectTold('text_changed', committeeLead, committeeLead);
  });

  it('a text that its 部会長 writes is told to nobody', async () => {
    await act(committeeLead, writeCardText, { cardId: card.id, field: 'issues', expectedVersion: 1, text: '会場' });
    expect(await told()).toEqual([]);
  });
});

describe('期限延長', () => {
  it('wished for tells 事務局, whose answer and until when', async () => {
    const answer = await aSubmission(card).by(kita).draft().build(db);
    await act(kitaStaff, askExtension, { ...(await at(answer)), until: '2025-05-23', reason: '集計中' });
    expect(await expectTold('extension_asked', secretariat)).toMatchObject([{ submissionId: answer.id, facts: { organisation: '北区', until: '2025-05-23', reason: '集計中' } }]);
  });

  it.each(['granted', 'refused'] as const)('%s tells its people and the 部会長, to whom the ward is named', async (what) => {
    const answer = await aSubmission(card).by(kita).draft().with({ extensionRequest: { until: '2025-05-23', reason: '集計中', by: kitaStaff.doer, at: '2025-05-13T01:00:00Z' } } as never).build(db);
    if (what === 'granted') await act(secretariat, extendSubmission, { ...(await at(answer, 'version')), deadline: '2025-05-23', reason: '認めます' });
    else await act(secretariat, refuseExtension, { ...(await at(answer, 'version')), reason: '間に合うはずです' });
    const all = await expectTold('extension_decided', kitaApprover, kitaStaff, committeeLead);
    const granted = what === 'granted' ? 'yes' : 'no';
    expect(all.map(({ login, facts }) => [login, facts['granted'], facts['organisation'] ?? null])).toEqual([['kita-approver', granted, null], ['kita-staff', granted, null], ['lead', granted, '北区']]);
  });

  it('of the 局’s own answer tells the 局', async () => {
    const asked = await aCard(cycle).askingBureau().build(db);
    const answer = await aSubmission(asked).by(bureau).build(db);
    await act(secretariat, extendSubmission, { ...(await at(answer, 'version')), deadline: '2025-05-23', reason: '認めます' });
    await expectTold('extension_decided', bureauStaff, committeeLead);
  });
});

describe('who is told', () => {
  it('代理を立てる tells who stands in', async () => {
    await act(kitaApprover, nameDeputy, { personId: kitaStaff.personId, from: '2025-05-15', to: '2025-05-16' });
    expect(await expectTold('deputy_named', kitaStaff)).toMatchObject([{ organisationId: null, facts: { post: '北区 総務課長', from: '2025-05-15', to: '2025-05-16' } }]);
  });

  it('is never who acts, even through another post', async () => {
    const both = { id: randomUUID(), personId: kitaApprover.personId, organisationId: card.committeeId ?? '', role: 'committee_lead' as const };
    await db.em().execute('insert into post (id, person_id, organisation_id, role, title) values (?, ?, ?, ?, ?)', [both.id, both.personId, both.organisationId, both.role, '']);
    const answer = await aSubmission(card).by(kita).submitted().returned().build(db);
    await act(kitaApprover, submitSubmission, await at(answer));
    await expectTold('resubmitted', committeeLead);
    await db.em().execute('delete from post where id = ?', [both.id]);
  });

  it('is nobody whose post has ended or has not begun, nor who may not come in any more', async () => {
    const answer = await aSubmission(card).by(kita).draft(yes()).build(db);
    for (const [from, to] of [[null, '2025-05-13'], ['2025-05-15', null]]) {
      await db.em().execute('update post set valid_from = ?, valid_to = ? where id = ?', [from, to, kitaApprover.postId]);
      await act(kitaStaff, requestCheck, await at(answer));
      expect(await told()).toEqual([]);
      await db.em().execute(`update submission set state = 'draft' where id = ?`, [answer.id]);
    }
    await db.em().execute('update post set valid_from = null, valid_to = null where id = ?', [kitaApprover.postId]);
    await db.em().execute('update person set disabled_at = now() where id = ?', [kitaApprover.personId]);
    await act(kitaStaff, requestCheck, await at(answer));
    expect(await told()).toEqual([]);
    await db.em().execute('update person set disabled_at = null where id = ?', [kitaApprover.personId]);
  });

  it('hears once of a command that is sent twice, and nothing of one that is refused', async () => {
    const answer = await aSubmission(card).by(kita).draft(yes()).build(db);
    const sent = { commandId: randomUUID(), ...(await at(answer)) };
    await act(kitaStaff, requestCheck, sent);
    const said = await changesSaid(db);
    await act(kitaStaff, requestCheck, sent);
    await expectTold('check_requested', kitaApprover);
    expect(await changesSaid(db)).toBe(said);
    expect((await refusalOf(act(kitaStaff, requestCheck, await at(answer)))).code).toBeDefined();
    await expectTold('check_requested', kitaApprover);
  });

  it('is counted rightly when many are told at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, async () => aSubmission(await aCard(cycle).asking('北区').build(db)).by(kita).draft(yes()).build(db)));
    const before = (await heardOn(db, `person:${kitaApprover.personId}`)).length;
    await Promise.all(answers.map(async (answer) => act(kitaStaff, requestCheck, await at(answer))));
    const heard = (await heardOn(db, `person:${kitaApprover.personId}`)).slice(before);
    expect(heard.map((change) => (change.type === 'notice.added' ? change.unread : null))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
