import { randomUUID } from 'node:crypto';
import * as contracts from '@furikaeri/contracts';
import { can, streamsFor, type Phase } from '@furikaeri/model';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actingOn, no, refusalOf, theAnswer, theAnswers, theCard, yes } from '../../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow, type CycleRow, type SubmissionRow } from '../../../../../test/kit/builders.ts';
import { admin, bureauStaff, cast, committeeLead, kita, kitaApprover, kitaStaff, nishi, nishiApprover, nishiStaff, otherCommittee, otherBureau, otherLead, secretariat, viewer, type CastMember } from '../../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../test/kit/database.ts';
import { assignCards } from '../../assignments/use-cases/assign-cards.ts';
import { ReadChanges } from '../../../platform/realtime/read-changes.ts';
import { readLog } from '../../audit/queries/read-log.ts';
import { cardFacts, presentCard } from '../../cards/index.ts';
import { addComment } from '../../comments/use-cases/add-comment.ts';
import { editComment } from '../../comments/use-cases/edit-comment.ts';
import { removeComment } from '../../comments/use-cases/remove-comment.ts';
import { CycleEntity } from '../../cycles/index.ts';
import { approveCard } from '../../reviews/use-cases/approve-card.ts';
import { returnSubmissions } from '../../reviews/use-cases/return-submissions.ts';
import { startReview } from '../../reviews/use-cases/start-review.ts';
import { listMySubmissions } from '../../submissions/queries/list-my-submissions.ts';
import { submissionFacts } from '../../submissions/index.ts';
import { editSubmission } from '../../submissions/use-cases/edit-submission.ts';
import { submitSubmission } from '../../submissions/use-cases/submit-submission.ts';
import { withdrawSubmission } from '../../submissions/use-cases/withdraw-submission.ts';
import { Boards } from './open-board.ts';
import { openCard } from './open-card.ts';
import { readCardHistory } from './read-card-history.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
let cycle: CycleRow;
let card: CardRow;
let kitas: SubmissionRow;
let nishis: SubmissionRow;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  cycle = await aCycle().build(db);
  card = await aCard(cycle).asking('北区', '西区').withTexts().decided().build(db);
  kitas = await aSubmission(card).by(kita).build(db);
  nishis = await aSubmission(card).by(nishi).build(db);
});

const board = async (who: CastMember) => contracts.openBoard.output.parse(JSON.parse(await new Boards().open(db.em(), who, { cycleId: cycle.id })));
const detail = async (who: CastMember) => contracts.openCard.output.parse(await openCard(db.em(), who, { cardId: card.id }));
const history = async (who: CastMember) => contracts.readCardHistory.output.parse(await readCardHistory(db.em(), who, { cardId: card.id })).entries;
const mine = async (who: CastMember) => contracts.listMySubmissions.output.parse(await listMySubmissions(db.em(), who, { cycleId: cycle.id }));
const own = async (answer: SubmissionRow, more: object = {}) => ({ submissionId: answer.id, expectedVersion: (await theAnswer(db, answer.id)).draftVersion, ...more });
const whole = async (more: object = {}) => ({ cardId: card.id, expectedVersion: (await theCard(db, card.id)).version, ...more });
const setPhase = (phase: Phase) => db.em().execute('update cycle set phase = ? where id = ?', [phase, cycle.id]);
async function handIn(answer: SubmissionRow, approver: CastMember, words = yes()) {
  await act(approver, editSubmission, await own(answer, { content: words }));
  return act(approver, submitSubmission, await own(answer));
}

describe('ボード', () => {
  it('is remembered until a command says that something changed, for each reader apart', async () => {
    const boards = new Boards();
    const open = async (who: CastMember) => JSON.parse(await boards.open(db.em(), who, { cycleId: cycle.id })) as Awaited<ReturnType<typeof board>>;
    for (const who of [secretariat, kitaStaff, viewer]) expect(await open(who)).toEqual(await board(who));
    await handIn(kitas, kitaApprover);
    for (const who of [secretariat, kitaStaff, viewer]) expect(await open(who)).toEqual(await board(who));
    expect((await open(viewer)).cards[0]?.figure?.yes).toBe(1);
    await act(kitaStaff, addComment, { cardId: card.id, text: '数を確かめました。' });
    expect((await open(viewer)).cards[0]?.comments).toBe(1);
    expect((await open(viewer)).strips).toEqual({});
    expect((await open(secretariat)).strips).not.toEqual({});
  });

  it('shows every card in the order of the sheet, as the contract says, with the streams of its reader', async () => {
    const frozen = await aCard(cycle).frozen().build(db);
    await handIn(kitas, kitaApprover);
    for (const who of cast) {
      const seen = await board(who);
      expect(seen.cards.map(({ id }) => id)).toEqual([card.id, frozen.id]);
      expect(seen.cards[0]).toMatchObject({ figure: { yes: 1, unanswered: 1 }, version: 2 });
      expect(seen.cards).toEqual([presentCard(await theCard(db, card.id)), presentCard(await theCard(db, frozen.id))]);
      expect(Object.keys(seen.seqs).sort()).toEqual(streamsFor(who, cycle.id).sort());
      expect(seen.seqs[`cycle:${cycle.id}`]).toBe(1);
    }
    expect((await board(viewer)).cycle).toMatchObject({ id: cycle.id, wardDeadline: '2025-05-20' });
    expect((await board(viewer)).sections).toEqual([{ number: '3', title: '安全・安心' }, { number: '3(1)', title: '地域の備え' }]);
    expect(JSON.parse(await new Boards().open(db.em(), viewer, { cycleId: cycle.id }))).toEqual(await board(viewer));
  });

  it('gives strips exactly to those who see a card by ward', async () => {
    const others = await aCard(cycle).of(otherCommittee).ofBureau(otherBureau).asking('北区').build(db);
    await handIn(kitas, kitaApprover);
    const facts = await Promise.all([card, others].map(async ({ id }) => cardFacts(await theCard(db, id), await db.em().findOneOrFail(CycleEntity, { id: cycle.id }))));
    for (const who of cast) {
      const strips = Object.keys((await board(who)).strips).sort();
      expect([who.login, strips]).toEqual([who.login, facts.filter((one) => can(who, 'card.read-breakdown', one)).map(({ id }) => id).sort()]);
    }
  });

  it('gives each ward’s mark to everybody from 確定 on, unless the indicator withholds it', async () => {
    const withheld = await aCard(cycle).asking('北区').measuring({ withheld: true }).build(db);
    await handIn(kitas, kitaApprover);
    await setPhase('settled');
    expect((await board(viewer)).strips).toEqual({ [card.id]: `y    .${' '.repeat(18)}` });
    expect(Object.keys((await board(secretariat)).strips).sort()).toEqual([card.id, withheld.id].sort());
  });

  it('refuses a cycle that is not there', async () => {
    expect((await refusalOf(new Boards().open(db.em(), viewer, { cycleId: randomUUID() }))).code).toBe('cycle/not-found');
    expect((await refusalOf(new Boards().open(db.em(), viewer, { cycleId: 'x' }))).code).toBe('request/invalid');
  });
});

describe('カード', () => {
  it('lists the answers one may see, and each of them passes can()', async () => {
    await handIn(kitas, kitaApprover);
    const seen = new Map<string, number>();
    const facts = cardFacts(await theCard(db, card.id), await db.em().findOneOrFail(CycleEntity, { id: cycle.id }));
    for (const who of cast) {
      const { answers } = await detail(who);
      seen.set(who.login, answers.length);
      for (const answer of answers) {
        const submission = submissionFacts(await theAnswer(db, answer.id), cycle);
        expect(can(who, 'submission.read-state', { card: facts, submission })).toBe(true);
        if (answer.content !== null) expect(can(who, 'submission.read-content', { card: facts, submission })).toBe(true);
      }
    }
    expect(Object.fromEntries(seen)).toEqual({
      'kita-staff': 1, 'kita-approver': 1, 'nishi-staff': 1, 'nishi-approver': 1, lead: 2, 'other-lead': 0, bureau: 2, secretariat: 2, viewer: 0, admin: 0,
    });
  });

  it('gives others what each ward said from 確定 on, but not how late', async () => {
    await setPhase('collection');
    await handIn(kitas, kitaApprover, no('会場が取れなかった'));
    await handIn(nishis, nishiApprover);
    await act(committeeLead, startReview, await whole());
    await act(committeeLead, approveCard, await whole());
    expect((await detail(viewer)).answers).toEqual([]);
    await db.em().execute('update submission set submitted_late = true, extension = ? where card_id = ?', ['2025-05-30', card.id]);
    await setPhase('settled');
    const { answers } = await detail(nishiStaff);
    expect(answers.find(({ organisationId }) => organisationId === kita.id)).toMatchObject({ content: { answer: 'no' }, submittedLate: false, extended: false, submittedAt: null, deadline: cycle.wardDeadline });
  });

  it('shows texts, decision, suggestion, titles and comments', async () => {
    await act(nishiStaff, addComment, { cardId: card.id, text: '参考になります' });
    await handIn(kitas, kitaApprover);
    expect(await detail(viewer)).toMatchObject({
      sectionTitles: ['安全・安心', '地域の備え'], texts: [{ field: 'results', text: '—' }, { field: 'issues' }, { field: 'nextSteps' }],
      decision: { by: committeeLead.doer }, approval: null, suggestion: { progress: 'in_progress', why: 'still_unanswered' },
      comments: [{ text: '参考になります' }], card: { comments: 1 },
    });
    expect((await refusalOf(openCard(db.em(), viewer, { cardId: randomUUID() }))).code).toBe('card/not-found');
  });
});

describe('自分の所属の回答', () => {
  it('lists one’s own organisation’s answers and no others', async () => {
    await aCard(cycle).frozen().build(db);
    await act(kitaStaff, editSubmission, await own(kitas, { content: yes('書きかけの文') }));
    const seen = await mine(kitaStaff);
    expect(seen).toMatchObject({ items: [{ answer: { id: kitas.id, draft: { example: '書きかけの文' }, version: 2 }, question: { code: card.code, sectionTitle: '地域の備え' }, stage: 'draft' }], notAsked: 1 });
    for (const who of [nishiStaff, bureauStaff, secretariat]) {
      const { items } = await mine(who);
      expect(items.every(({ answer }) => answer.organisationId === who.organisationId)).toBe(true);
      expect(JSON.stringify(items)).not.toContain('書きかけの文');
    }
    for (const other of [committeeLead, viewer, admin]) expect((await refusalOf(listMySubmissions(db.em(), other, { cycleId: cycle.id }))).code).toBe('permission/denied');
    expect((await refusalOf(listMySubmissions(db.em(), kitaStaff, { cycleId: randomUUID() }))).code).toBe('cycle/not-found');
  });
});

describe('what 北区 types', () => {
  const SECRET = 'まだ出していない文';
  const everywhere = async (who: CastMember): Promise<string> => JSON.stringify([
    await board(who), await detail(who), await history(who), who.role === 'committee_lead' || who.role === 'viewer' || who.role === 'admin' ? null : await mine(who),
  ]);
  const outsiders = cast.filter(({ organisationId }) => organisationId !== kita.id);

  it.each(['下書き', '差戻しの後', '取下げの後', '照会先から外した後'])('is seen by nobody else in any screen: %s', async (when) => {
    if (when === '差戻しの後') {
      await handIn(kitas, kitaApprover, yes('出した文'));
      await act(committeeLead, returnSubmissions, { cardId: card.id, submissions: [{ id: kitas.id, expectedVersion: (await theAnswer(db, kitas.id)).version }], reason: '直し', fields: ['example'], deadline: '2025-05-26' });
    }
    if (when === '取下げの後') {
      await handIn(kitas, kitaApprover, yes(SECRET));
      await act(kitaApprover, withdrawSubmission, await own(kitas));
    } else {
      await act(kitaApprover, editSubmission, await own(kitas, { content: yes(SECRET) }));
    }
    if (when === '照会先から外した後') {
      await act(secretariat, assignCards, { cycleId: cycle.id, cards: [{ id: card.id, expectedVersion: (await theCard(db, card.id)).version }], wardIds: [nishi.id], removeAnswered: true });
    }
    for (const who of outsiders) expect([who.login, (await everywhere(who)).includes(SECRET)]).toEqual([who.login, false]);
    expect(JSON.stringify([await mine(kitaStaff), await history(kitaStaff)])).toContain(SECRET);
    if (when === '差戻しの後') expect(JSON.stringify(await detail(committeeLead))).toContain('出した文');
    const rows = await db.em().execute<{ n: string }[]>(`select count(*) as n from change where (stream like ? or stream = ?) and payload::text like ?`, [`cycle:${cycle.id}%`, `ward:${nishi.id}`, `%${SECRET}%`]);
    // A version that was handed in was heard by those who may, until it was taken back.
    if (when !== '取下げの後') expect(Number(rows[0]?.n)).toBe(0);
  });

  it('is kept where a conflict was decided against it, however much is typed afterwards, for 北区 alone', async () => {
    const lost = '選ばなかった文';
    const left = [{ field: 'example', text: lost }];
    await act(kitaStaff, editSubmission, await own(kitas, { content: yes('一') }));
    await act(kitaStaff, editSubmission, await own(kitas, { content: yes('選んだ文'), notChosen: left }));
    for (const words of ['選んだ文、続き', '選んだ文、続きの続き']) await act(kitaStaff, editSubmission, await own(kitas, { content: yes(words) }));
    await act(kitaApprover, submitSubmission, await own(kitas));
    for (const who of [kitaStaff, kitaApprover]) expect((await history(who)).flatMap(({ after }) => after?.['notChosen'] ?? [])).toEqual(left);
    for (const who of outsiders) expect([who.login, (await everywhere(who)).includes(lost)]).toEqual([who.login, false]);
    expect(await db.em().execute(`select 1 from change where payload::text like ?`, [`%${lost}%`])).toEqual([]);
  });
});

describe('カードの履歴', () => {
  it('tells other wards and 閲覧者 nothing of single answers', async () => {
    await handIn(kitas, kitaApprover);
    await act(committeeLead, startReview, await whole({})).catch(() => undefined);
    await act(committeeLead, addComment, { cardId: card.id, submissionId: kitas.id, text: '北区へ' });
    await act(nishiStaff, addComment, { cardId: card.id, text: '皆さんへ' });
    const commands = async (who: CastMember) => (await history(who)).map(({ command }) => command);
    expect(await commands(viewer)).toEqual(['comment.add']);
    expect(await commands(nishiStaff)).toEqual(['comment.add']);
    expect(await commands(otherLead)).toEqual(['comment.add']);
    expect(await commands(kitaStaff)).toEqual(['comment.add', 'comment.add', 'submission.submit', 'submission.edit']);
    expect(await commands(committeeLead)).toEqual(await commands(kitaStaff));
    const lead = await history(committeeLead);
    expect(lead.find(({ command }) => command === 'submission.edit')).toMatchObject({ organisation: '北区', by: kitaApprover.doer, before: null, after: null });
    expect(lead.find(({ command }) => command === 'submission.submit')).toMatchObject({ after: { state: 'submitted', content: { answer: 'yes' } } });
    expect((await history(admin)).find(({ command }) => command === 'submission.submit')).toMatchObject({ before: null, after: null, reason: null });
  });

  it('joins the savings of one sitting, and shows a 差戻し to several to each ward as its own', async () => {
    for (const words of ['一', '一二', '一二三']) await act(kitaStaff, editSubmission, await own(kitas, { content: yes(words) }));
    const [sitting, ...more] = await history(kitaStaff);
    expect(more).toEqual([]);
    expect(sitting).toMatchObject({ before: { state: 'not_started', content: { example: '' } }, after: { content: { example: '一二三' } } });
    await act(kitaApprover, submitSubmission, await own(kitas));
    await handIn(nishis, nishiApprover);
    const submissions = (await theAnswers(db, card.id)).map(({ id, version }) => ({ id, expectedVersion: version }));
    await act(committeeLead, returnSubmissions, { cardId: card.id, submissions, reason: '回数を足してください', fields: ['example'], deadline: '2025-05-26' });
    const [latest] = await history(nishiStaff);
    expect(latest).toMatchObject({ command: 'submission.return', reason: '回数を足してください' });
    expect(JSON.stringify(await history(nishiStaff))).not.toContain(kita.id);
    expect((await history(viewer)).length).toBe(0);
  });

  it('shows an assignment of several rows on each of them, and what it changed to those who see by ward', async () => {
    const other = await aCard(cycle).asking('北区').build(db);
    const cards = await Promise.all([card, other].map(async ({ id }) => ({ id, expectedVersion: (await theCard(db, id)).version })));
    await act(secretariat, assignCards, { cycleId: cycle.id, cards, wardIds: [nishi.id], removeAnswered: true });
    expect(await history(secretariat)).toMatchObject([{ command: 'card.assign', before: { cardId: card.id, removed: [{ organisation: '北区', state: 'not_started' }] }, after: { wardIds: [nishi.id] } }]);
    expect(await history(viewer)).toMatchObject([{ command: 'card.assign', before: null, after: null }]);
  });

  it('names 代行', async () => {
    await handIn(kitas, kitaApprover);
    await handIn(nishis, nishiApprover);
    await act(secretariat, startReview, await whole({ actingReason: '部会長が出張のため' }));
    expect((await history(viewer))[0]).toMatchObject({ command: 'card.start-review', by: { post: expect.stringContaining('部会長の代行') } });
    expect((await refusalOf(readCardHistory(db.em(), viewer, { cardId: randomUUID() }))).code).toBe('card/not-found');
  });
});

describe('the reason of a 部会承認', () => {
  it('may name late wards, so only those who see the card by ward read it', async () => {
    await handIn(kitas, kitaApprover);
    await db.em().execute("update cycle set ward_deadline = '2025-05-01' where id = ?", [cycle.id]);
    await act(committeeLead, startReview, await whole());
    await act(committeeLead, approveCard, await whole({ reason: '西区は未提出のため' }));
    for (const who of cast) {
      const facts = cardFacts(await theCard(db, card.id), await db.em().findOneOrFail(CycleEntity, { id: cycle.id }));
      const reason = can(who, 'card.read-breakdown', facts) ? '西区は未提出のため' : null;
      expect([who.login, (await detail(who)).approval]).toEqual([who.login, expect.objectContaining({ by: committeeLead.doer, reason })]);
      expect([who.login, (await history(who)).find(({ command }) => command === 'card.approve')?.reason]).toEqual([who.login, reason]);
    }
    const logged = async (who: CastMember) => (await readLog(db.em(), who, { cardId: card.id })).entries.find(({ command }) => command === 'card.approve')?.reason;
    expect([await logged(secretariat), await logged(admin)]).toEqual(['西区は未提出のため', null]);
  });
});

describe('the tail of a stream asked for later', () => {
  const tail = async (who: CastMember, stream: string) => {
    const { changes } = await new ReadChanges(db.em(), db.clock).run(who, { stream, after: 0 });
    for (const change of changes) expect(contracts.Change.parse(change)).toEqual(change);
    return changes.map(({ payload }) => payload);
  };

  it('does not give back what a 取下げ has hidden again', async () => {
    const office = `cycle:${cycle.id}:office`;
    const heard = async () => (await tail(secretariat, office)).flatMap((payload) => payload.type === 'answer.changed' && payload.answer.content !== null ? [payload.answer.content.example] : []);
    await handIn(kitas, kitaApprover, yes('先の版'));
    expect(await heard()).toEqual(['先の版']);
    await act(kitaApprover, withdrawSubmission, await own(kitas));
    expect(await heard()).toEqual([]);
    const [, submitted] = await tail(secretariat, office);
    expect(submitted).toMatchObject({ type: 'answer.changed', answer: { id: kitas.id, state: 'submitted', content: null, submittedAt: null } });
    await handIn(kitas, kitaApprover, yes('後の版'));
    expect(await heard()).toEqual(['後の版']);
  });

  it('tells a comment as it stands', async () => {
    const { id } = await act(kitaStaff, addComment, { cardId: card.id, text: '書き損じ' });
    const other = await act(nishiStaff, addComment, { cardId: card.id, text: '前の文' });
    await act(kitaStaff, removeComment, { commentId: id, expectedVersion: 1 });
    await act(nishiStaff, editComment, { commentId: other.id, expectedVersion: 1, text: '後の文' });
    const texts = (await tail(viewer, `cycle:${cycle.id}`)).flatMap((payload) => (payload.type === 'comment.changed' ? [payload.comment.text] : []));
    expect(texts).toEqual(['', '後の文', '', '後の文']);
  });
});
