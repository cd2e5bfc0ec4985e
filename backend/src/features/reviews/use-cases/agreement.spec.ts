import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actingOn, brokenLaws, content, no, theAnswer, theAnswers, theCard, yes } from '../../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow } from '../../../../../test/kit/builders.ts';
import { committeeLead, kita, kitaApprover, kitaStaff, nishi, nishiApprover, nishiStaff, secretariat } from '../../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../test/kit/database.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { moveCycle } from '../../cycles/use-cases/move-cycle.ts';
import { editSubmission } from '../../submissions/use-cases/edit-submission.ts';
import { requestCheck } from '../../submissions/use-cases/request-check.ts';
import { sendBackSubmission } from '../../submissions/use-cases/send-back-submission.ts';
import { submitSubmission } from '../../submissions/use-cases/submit-submission.ts';
import { withdrawSubmission } from '../../submissions/use-cases/withdraw-submission.ts';
import { approveCard } from './approve-card.ts';
import { cancelReturn } from './cancel-return.ts';
import { judgeCard } from './judge-card.ts';
import { reopenCard } from './reopen-card.ts';
import { returnSubmissions } from './return-submissions.ts';
import { startReview } from './start-review.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());

const ROUNDS = 25;
/** The codes of those that were refused; anything but a refusal fails the test. */
async function together(...commands: Promise<unknown>[]): Promise<(string | null)[]> {
  const ends = await Promise.allSettled(commands);
  return ends.map((end) => {
    if (end.status === 'fulfilled') return null;
    if (end.reason instanceof ProblemError) return end.reason.code;
    throw end.reason;
  });
}
const two = async (card: CardRow, build: (one: ReturnType<typeof aSubmission>) => ReturnType<typeof aSubmission>) => ({
  kitas: await build(aSubmission(card).by(kita)).build(db),
  nishis: await build(aSubmission(card).by(nishi)).build(db),
});

describe('under the card’s lock', () => {
  it('two last 提出 at once move the card to 区提出, and both count', async () => {
    const cycle = await aCycle().build(db);
    for (let round = 0; round < ROUNDS; round += 1) {
      const card = await aCard(cycle).asking('北区', '西区').build(db);
      const { kitas, nishis } = await two(card, (one) => one.draft());
      expect(await together(
        act(kitaApprover, submitSubmission, { submissionId: kitas.id, expectedVersion: 1 }),
        act(nishiApprover, submitSubmission, { submissionId: nishis.id, expectedVersion: 1 }),
      )).toEqual([null, null]);
      expect(await theCard(db, card.id)).toMatchObject({ stage: 'ward_submitted', figure: { yes: 2, unanswered: 0, submitted: 2 } });
    }
  });

  it('取下げ against 審査を始める: one of them wins, and card and answers agree', async () => {
    const cycle = await aCycle().build(db);
    const won = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const card = await aCard(cycle).asking('北区', '西区').at('ward_submitted').build(db);
      const { kitas } = await two(card, (one) => one.submitted());
      const commands = [
        () => act(kitaApprover, withdrawSubmission, { submissionId: kitas.id, expectedVersion: 1 }),
        () => act(committeeLead, startReview, { cardId: card.id, expectedVersion: 1 }),
      ];
      if (round % 2 === 1) commands.reverse();
      const refused = await together(...commands.map((send) => send()));
      expect(refused.filter((code) => code !== null)).toHaveLength(1);
      const { stage } = await theCard(db, card.id);
      const { state } = await theAnswer(db, kitas.id);
      expect([`${stage}/${state}`]).toEqual([expect.stringMatching(/^(draft\/checking|committee_review\/submitted)$/)]);
      won.add(state);
    }
    expect(won.size).toBeGreaterThan(0);
  });

  it('the same 提出 sent four times at once happens once', async () => {
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).asking('北区', '西区').build(db);
    const { kitas } = await two(card, (one) => one.draft());
    const commandId = '00000000-0000-7000-8000-00000000c0de';
    const sent = { commandId, submissionId: kitas.id, expectedVersion: 1 };
    expect(await together(...[1, 2, 3, 4].map(() => act(kitaApprover, submitSubmission, sent)))).toEqual([null, null, null, null]);
    const [said] = await db.em().execute<{ n: string }[]>('select count(*) as n from change where command_id = ?', [commandId]);
    expect(Number(said?.n)).toBe(5);
    expect(await theAnswer(db, kitas.id)).toMatchObject({ draftVersion: 2 });
  });

  it('確定 against 審査を再開: never a settled cycle with an open card', async () => {
    for (let round = 0; round < 10; round += 1) {
      const cycle = await aCycle().in('conference').build(db);
      const card = await aCard(cycle).asking('北区').at('reviewed').withTexts().decided().build(db);
      await aSubmission(card).by(kita).confirmed().build(db);
      await together(
        act(secretariat, moveCycle, { cycleId: cycle.id, expectedVersion: 1, direction: 'on' }),
        act(secretariat, reopenCard, { cardId: card.id, expectedVersion: 1, reason: '誤り' }),
      );
      const [after] = await db.em().execute<{ phase: string; stage: string }[]>('select c.phase, k.stage from cycle c join card k on k.cycle_id = c.id where c.id = ?', [cycle.id]);
      expect([`${after?.phase}/${after?.stage}`]).toEqual([expect.stringMatching(/^(settled\/reviewed|conference\/committee_review)$/)]);
    }
  });
});

/** A small generator of numbers that gives the same walk each time. */
function dice(seed: number) {
  let state = seed;
  return (sides: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

describe('after any walk', () => {
  it.each([1, 2, 3, 4])('card and answers agree (walk %i)', async (seed) => {
    const roll = dice(seed * 7919);
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).asking('北区', '西区').withTexts().decided().build(db);
    const done = new Map<string, number>();
    for (let step = 0; step < 90; step += 1) {
      const answers = await theAnswers(db, card.id);
      const answer = answers[roll(answers.length)];
      if (answer === undefined) throw new Error('No answer.');
      const [staff, approver] = answer.organisationId === kita.id ? [kitaStaff, kitaApprover] : [nishiStaff, nishiApprover];
      const own = { submissionId: answer.id, expectedVersion: answer.draftVersion };
      const outer = { submissionId: answer.id, expectedVersion: answer.version };
      const whole = { cardId: card.id, expectedVersion: (await theCard(db, card.id)).version };
      const words = [yes(), no(), content({ answer: 'not_applicable', reason: '対象がない' }), content()][roll(4)];
      const choices: [string, () => Promise<unknown>][] = [
        ['edit', () => act(staff, editSubmission, { ...own, content: words })],
        ['check', () => act(staff, requestCheck, own)],
        ['send back', () => act(approver, sendBackSubmission, { ...own, reason: '直し' })],
        ['submit', () => act(approver, submitSubmission, own)],
        ['submit', () => act(approver, submitSubmission, own)],
        ['withdraw', () => act(roll(2) === 0 ? staff : approver, withdrawSubmission, own)],
        ['return', () => act(committeeLead, returnSubmissions, { cardId: card.id, submissions: [{ id: answer.id, expectedVersion: answer.version }], reason: '直し', fields: [roll(2) === 0 ? 'answer' : 'example'], deadline: '2025-05-26' })],
        ['cancel', () => act(committeeLead, cancelReturn, outer)],
        ['start', () => act(committeeLead, startReview, whole)],
        ['judge', () => act(committeeLead, judgeCard, { ...whole, progress: roll(2) === 0 ? 'completed' : 'in_progress', reason: '理由' })],
        ['approve', () => act(committeeLead, approveCard, { ...whole, reason: '未提出のため' })],
        ['reopen', () => act(committeeLead, reopenCard, { ...whole, reason: '誤り' })],
      ];
      const [name, send] = choices[roll(choices.length)] ?? ['none', async () => undefined];
      const [refused] = await together(send());
      if (refused === null) done.set(name, (done.get(name) ?? 0) + 1);
      // A card that nobody has touched yet still shows what its builder wrote.
      const broken = (await theCard(db, card.id)).figure == null ? [] : await brokenLaws(db, card.id);
      expect([name, refused, broken]).toEqual([name, refused, []]);
    }
    expect(done.get('submit')).toBeGreaterThan(1);
  });
});
