import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCard, anAnswer, cast, type Player, PLAYERS } from '../test-kit/cast.ts';
import {
  type CardAction, type CardFacts, effectiveDeadline, type Phase, PHASES, stageFollowing, type SubmissionAction, type SubmissionFacts,
  transitionCard, transitionCycle, transitionSubmission, visibleContent,
} from './index.ts';

interface World { card: CardFacts; answers: SubmissionFacts[] }
type Move =
  | { on: 'answer'; index: number; action: SubmissionAction }
  | { on: 'card'; action: CardAction }
  | { on: 'cycle'; by: Player; back: boolean };

const WARDS = ['kita', 'nishi', 'minato'];
const start = (phase: Phase): World => ({
  card: aCard({ phase, progressDecided: false, texts: { results: true, issues: true, nextSteps: true } }),
  answers: WARDS.map((ward) => anAnswer({ id: ward, organisationId: ward, state: 'not_started' })),
});

/** What the backend does under the card's lock: the step, then the card follows its answers. */
function play(world: World, move: Move): World {
  if (move.on === 'cycle') {
    const action = move.back ? { type: 'step_back' as const, by: cast[move.by], reason: 'r' } : { type: 'advance' as const, by: cast[move.by] };
    const result = transitionCycle(world.card.phase, [world.card], action);
    return result.ok ? { ...world, card: { ...world.card, phase: result.next } } : world;
  }
  if (move.on === 'card') {
    const result = transitionCard(world.card, world.answers, move.action);
    if (!result.ok) return world;
    const changed = new Map(result.answers.map((answer) => [answer.id, answer]));
    return { card: result.next, answers: world.answers.map((answer) => changed.get(answer.id) ?? answer) };
  }
  const answer = world.answers[move.index];
  if (answer === undefined) return world;
  const result = transitionSubmission(answer, world.card, move.action);
  if (!result.ok) return world;
  const answers = world.answers.with(move.index, result.next);
  return { card: { ...world.card, stage: stageFollowing(world.card.stage, answers.map(({ state }) => state)) }, answers };
}

const players = fc.constantFrom(...PLAYERS);
const reason = fc.constantFrom(undefined, '', '理由');
const day = fc.constantFrom('2025-05-10', '2025-05-15', '2025-06-01');
const answerAction: fc.Arbitrary<SubmissionAction> = fc.oneof(
  fc.record({ type: fc.constantFrom('edit' as const, 'request_check' as const, 'withdraw' as const, 'submit' as const), by: players.map((who) => cast[who]) }),
  fc.record({ type: fc.constant('send_back' as const), by: players.map((who) => cast[who]), reason: fc.constantFrom('', '理由') }),
  fc.record({ type: fc.constant('return' as const), by: players.map((who) => cast[who]), reason: fc.constantFrom('', '理由'), fields: fc.subarray(['answer', 'example'] as const), deadline: day, standInReason: reason }),
  fc.record({ type: fc.constant('cancel_return' as const), by: players.map((who) => cast[who]), standInReason: reason }),
  fc.record({ type: fc.constant('extend' as const), by: players.map((who) => cast[who]), until: day }),
);
const cardAction: fc.Arbitrary<CardAction> = fc.oneof(
  fc.record({ type: fc.constant('start_review' as const), by: players.map((who) => cast[who]), today: day, standInReason: reason }),
  fc.record({ type: fc.constant('approve' as const), by: players.map((who) => cast[who]), reason, standInReason: reason }),
  fc.record({ type: fc.constant('reopen' as const), by: players.map((who) => cast[who]), reason: fc.constantFrom('', '理由'), standInReason: reason }),
  fc.record({ type: fc.constant('judge' as const), by: players.map((who) => cast[who]), progress: fc.constantFrom('in_progress' as const, 'completed' as const), reason, no: fc.nat(1), unanswered: fc.nat(1), suggestion: fc.constant(null) }),
);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ on: fc.constant('answer' as const), index: fc.nat(2), action: answerAction }) },
  { weight: 3, arbitrary: fc.record({ on: fc.constant('card' as const), action: cardAction }) },
  { weight: 1, arbitrary: fc.record({ on: fc.constant('cycle' as const), by: players, back: fc.boolean() }) },
);
// Most random moves are refused, so the walk also follows moves known to lead somewhere.
const who = (ward: number): { staff: (typeof cast)[Player]; approver: (typeof cast)[Player] } => ({
  staff: { ...cast.kitaStaff, organisationId: WARDS[ward] ?? '' }, approver: { ...cast.kitaApprover, organisationId: WARDS[ward] ?? '' },
});
const usefulMove: fc.Arbitrary<Move> = fc.tuple(fc.nat(2), fc.nat(7)).map(([index, step]): Move => {
  const { staff, approver } = who(index);
  switch (step) {
    case 0: return { on: 'answer', index, action: { type: 'edit', by: staff } };
    case 1: return { on: 'answer', index, action: { type: 'submit', by: approver } };
    case 2: return { on: 'answer', index, action: { type: 'return', by: cast.lead, reason: '理由', fields: ['answer'], deadline: '2025-06-01' } };
    case 3: return { on: 'answer', index, action: { type: 'request_check', by: staff } };
    case 4: return { on: 'card', action: { type: 'start_review', by: cast.lead, today: '2025-06-01' } };
    case 5: return { on: 'card', action: { type: 'judge', by: cast.lead, progress: 'in_progress', reason: '理由', no: 0, unanswered: 0, suggestion: null } };
    case 6: return { on: 'card', action: { type: 'approve', by: cast.lead, reason: '期限後' } };
    default: return { on: 'card', action: { type: 'reopen', by: cast.secretariat, reason: '訂正', standInReason: '不在' } };
  }
});
const walk = fc.array(fc.oneof({ weight: 1, arbitrary: move }, { weight: 2, arbitrary: usefulMove }), { maxLength: 40, size: 'max' });
const phases = fc.oneof({ weight: 3, arbitrary: fc.constantFrom<Phase>('collection', 'review', 'check') }, { weight: 1, arbitrary: fc.constantFrom(...PHASES) });

/** Walks and checks each step with the world before and after it. */
const along = (check: (before: World, step: Move, after: World) => void): void => {
  fc.assert(fc.property(phases, walk, (phase, moves) => {
    let world = start(phase);
    for (const step of moves) {
      const after = play(world, step);
      check(world, step, after);
      world = after;
    }
  }), { numRuns: 200 });
};

describe('laws, for any sequence of allowed and refused steps', () => {
  it('審査完了 ⇒ every asked answer is 確認済, or 未提出扱い with a reason', () => {
    let reviewed = 0;
    along((before, step, after) => {
      if (after.card.stage !== 'reviewed') return;
      reviewed += 1;
      expect(after.answers.every(({ state }) => state === 'confirmed' || state === 'waived')).toBe(true);
      if (before.card.stage === 'reviewed' || !after.answers.some(({ state }) => state === 'waived')) return;
      expect(step).toMatchObject({ on: 'card', action: { type: 'approve', reason: expect.stringMatching(/\S/) } });
    });
    expect(reviewed).toBeGreaterThan(50);
  });

  it('確認済 and 未提出扱い exist only under 審査完了', () => {
    along((_, __, { card, answers }) => {
      if (card.stage === 'reviewed') return;
      expect(answers.some(({ state }) => state === 'confirmed' || state === 'waived')).toBe(false);
    });
  });

  it("no step by a ward changes another ward's answer", () => {
    along((before, step, after) => {
      if (step.on !== 'answer' || !step.action.by.role.startsWith('ward_')) return;
      before.answers.forEach((answer, index) => {
        if (answer.organisationId !== (step.action.by.organisationId)) expect(after.answers[index]).toBe(answer);
      });
    });
  });

  it('before the review a card lies where its answers put it', () => {
    along((_, __, { card, answers }) => {
      expect(card.stage).toBe(stageFollowing(card.stage, answers.map(({ state }) => state)));
    });
  });

  it('a 差戻し is open only on its way back', () => {
    along((_, __, { answers }) => {
      for (const { state, openReturn } of answers) {
        if (openReturn) expect(['returned', 'checking', 'waived']).toContain(state);
        if (state === 'returned') expect(openReturn).toBe(true);
      }
    });
  });

  it('in 準備, and from 確定 on, no answer and no card moves', () => {
    along((before, step, after) => {
      if (step.on === 'cycle' || !['preparation', 'settled', 'published'].includes(before.card.phase)) return;
      expect(after).toBe(before);
    });
  });

  it('a viewer, an admin and another ward read nothing before 確定', () => {
    along((_, __, { card, answers }) => {
      if (card.phase === 'settled' || card.phase === 'published') return;
      for (const stranger of [cast.viewer, cast.admin, cast.otherLead, cast.otherBureau]) {
        for (const answer of answers) expect(visibleContent(stranger, card, answer)).toBe('none');
      }
      expect(answers[0] && visibleContent(cast.nishiStaff, card, answers[0])).toBe('none');
    });
  });

  it('the same step on the same world gives the same world, and leaves the old one alone', () => {
    along((before, step, after) => {
      const kept: unknown = JSON.parse(JSON.stringify(before));
      expect(play(before, step)).toEqual(after);
      expect(before).toEqual(kept);
    });
  });

  it('an effective deadline never moves forward by one more date', () => {
    const date = fc.option(fc.constantFrom('2025-05-14', '2025-05-20', '2026-01-01'), { nil: null });
    fc.assert(fc.property(date, date, date, (groupDeadline, extensionDeadline, returnDeadline) => {
      const latest = effectiveDeadline({ groupDeadline, extensionDeadline, returnDeadline });
      for (const one of [groupDeadline, extensionDeadline, returnDeadline]) expect(one === null || (latest !== null && one <= latest)).toBe(true);
    }));
  });
});
