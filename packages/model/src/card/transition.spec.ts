import { describe, expect, it } from '@jest/globals';
import { aCard, anAnswer, cast, PLAYERS, type Player } from '../../test-kit/cast.ts';
import { cardActionsFor } from './actions-for.ts';
import type { CardFacts } from './facts.ts';
import { type Stage, STAGES } from './stages.ts';
import { type CardAction, type CardActionType, stageFollowing, transitionCard } from './transition.ts';
import { PHASES } from '../cycle/phases.ts';
import type { SubmissionFacts } from '../submission/facts.ts';

const TYPES: readonly CardActionType[] = ['start_review', 'approve', 'reopen', 'judge', 'write_text', 'change_asked'];

function act(type: CardActionType, who: Player, more: Partial<Record<string, unknown>> = {}): CardAction {
  const by = cast[who];
  const full: Record<CardActionType, CardAction> = {
    start_review: { type: 'start_review', by, today: '2025-05-15', standInReason: '部会長が不在のため' },
    approve: { type: 'approve', by, reason: '期限を過ぎたため', standInReason: '部会長が不在のため' },
    reopen: { type: 'reopen', by, reason: '数の訂正', standInReason: '部会長が不在のため' },
    judge: { type: 'judge', by, progress: 'completed', reason: '全区で終えた', no: 0, unanswered: 0, suggestion: 'completed' },
    write_text: { type: 'write_text', by, field: 'issues', written: true },
    change_asked: { type: 'change_asked', by, removedWithContent: [], confirmed: false },
  };
  return { ...full[type], ...more } as CardAction;
}

const answers: SubmissionFacts[] = [
  anAnswer({ id: 'a', state: 'submitted' }),
  anAnswer({ id: 'b', state: 'returned', openReturn: true, organisationId: 'nishi' }),
];
const outcome = (card: CardFacts, action: CardAction, given: readonly SubmissionFacts[] = answers): string => {
  const result = transitionCard(card, given, action);
  return result.ok ? result.next.stage : result.problem.code;
};

/** DOMAIN 4.3 and 4.4 written down by hand, in 審査期間, for a card with 部会 and 局. Everything absent is refused. */
const REVIEWERS: Player[] = ['lead', 'secretariat'];
const ROWS: [Stage, CardActionType, Player[], Stage][] = [
  ['draft', 'start_review', REVIEWERS, 'committee_review'],
  ['draft', 'judge', ['lead'], 'draft'],
  ['draft', 'write_text', ['lead', 'bureau'], 'draft'],
  ['draft', 'change_asked', ['secretariat'], 'draft'],
  ['ward_submitted', 'start_review', REVIEWERS, 'committee_review'],
  ['ward_submitted', 'judge', ['lead'], 'ward_submitted'],
  ['ward_submitted', 'write_text', ['lead', 'bureau'], 'ward_submitted'],
  ['ward_submitted', 'change_asked', ['secretariat'], 'ward_submitted'],
  ['committee_review', 'approve', REVIEWERS, 'reviewed'],
  ['committee_review', 'judge', ['lead'], 'committee_review'],
  ['committee_review', 'write_text', ['lead', 'bureau'], 'committee_review'],
  ['reviewed', 'reopen', REVIEWERS, 'committee_review'],
];
const cells = STAGES.flatMap((stage) => TYPES.map((type) => {
  const row = ROWS.find(([s, t]) => s === stage && t === type);
  const expected = Object.fromEntries(PLAYERS.map((who) => [who, row?.[2].includes(who) === true ? row[3] : null]));
  return { stage, type, to: row?.[3] ?? 'nowhere', expected };
}));

describe('a card: every stage, action and role', () => {
  it.each(cells)('$stage $type → $to', ({ stage, type, expected }) => {
    const results = PLAYERS.map((who) => {
      const result = transitionCard(aCard({ stage }), answers, act(type, who));
      return [who, result.ok ? result.next.stage : null];
    });
    expect(Object.fromEntries(results)).toEqual(expected);
  });
});

describe('what a refusal says', () => {
  const inReview = aCard({ stage: 'committee_review' });
  const cases: [string, CardFacts, CardAction, string][] = [
    ['somebody else', aCard(), act('start_review', 'otherLead'), 'card/not-yours'],
    ['a frozen card', aCard({ kind: 'frozen' }), act('start_review', 'lead'), 'card/frozen'],
    ['a reference', aCard({ kind: 'reference' }), act('start_review', 'lead'), 'card/reference'],
    ['review on the last day', aCard(), act('start_review', 'lead', { today: '2025-05-14' }), 'card/wards-still-answering'],
    ['review without a deadline', aCard({ wardDeadline: null }), act('start_review', 'lead'), 'card/wards-still-answering'],
    ['review of 区提出 before the deadline', aCard({ stage: 'ward_submitted' }), act('start_review', 'lead', { today: '2025-05-01' }), 'committee_review'],
    ['代行 without reason', aCard(), act('start_review', 'secretariat', { standInReason: undefined }), 'permission/stand-in-reason-required'],
    ['代行 with an empty reason', inReview, act('approve', 'secretariat', { standInReason: '' }), 'permission/stand-in-reason-required'],
    ['no 代行 without 部会', aCard({ committeeId: null }), act('start_review', 'secretariat', { standInReason: undefined }), 'committee_review'],
    ['approval before the review', aCard(), act('approve', 'lead'), 'card/wrong-stage'],
    ['approval twice', aCard({ stage: 'reviewed' }), act('approve', 'lead'), 'card/already-reviewed'],
    ['approval without a text', aCard({ stage: 'committee_review', texts: { results: true, issues: false, nextSteps: true } }), act('approve', 'lead'), 'card/texts-missing'],
    ['approval without a judgement', aCard({ stage: 'committee_review', progressDecided: false }), act('approve', 'lead'), 'card/progress-undecided'],
    ['approval of missing answers without reason', inReview, act('approve', 'lead', { reason: ' ' }), 'card/reason-required'],
    ['reopening without reason', aCard({ stage: 'reviewed' }), act('reopen', 'lead', { reason: '' }), 'card/reason-required'],
    ['judging after 審査完了', aCard({ stage: 'reviewed' }), act('judge', 'lead'), 'card/already-reviewed'],
    ['writing after 審査完了', aCard({ stage: 'reviewed' }), act('write_text', 'lead'), 'card/already-reviewed'],
    ['writing after 審査完了 in 事務局確認', aCard({ stage: 'reviewed', phase: 'check' }), act('write_text', 'bureau'), 'card/already-reviewed'],
    ['writing by 事務局 after 審査完了, in 審査期間', aCard({ stage: 'reviewed', committeeId: null }), act('write_text', 'secretariat'), 'card/already-reviewed'],
    ['changing the asked in the review', inReview, act('change_asked', 'secretariat'), 'card/asked-locked'],
    ['changing the asked after it', aCard({ stage: 'reviewed' }), act('change_asked', 'secretariat'), 'card/asked-locked'],
    ['removing written answers', aCard(), act('change_asked', 'secretariat', { removedWithContent: ['a'] }), 'card/asked-has-content'],
    ['removing them, confirmed', aCard(), act('change_asked', 'secretariat', { removedWithContent: ['a'], confirmed: true }), 'draft'],
  ];
  it.each(cases)('%s', (_, card, action, expected) => {
    expect(outcome(card, action)).toBe(expected);
  });

  it('names what is missing', () => {
    const bare = aCard({ stage: 'committee_review', texts: { results: false, issues: true, nextSteps: false } });
    expect(transitionCard(bare, answers, act('approve', 'lead'))).toMatchObject({ problem: { details: ['results', 'nextSteps'] } });
    expect(transitionCard(inReview, answers, act('approve', 'lead', { reason: '' }))).toMatchObject({ problem: { details: ['b'] } });
    expect(transitionCard(aCard(), answers, act('start_review', 'lead', { today: '2025-05-01' }))).toMatchObject({ problem: { details: ['b'] } });
    expect(transitionCard(aCard(), answers, act('change_asked', 'secretariat', { removedWithContent: ['a'] }))).toMatchObject({ problem: { details: ['a'] } });
    expect(transitionCard(aCard({ recurring: true }), answers, act('judge', 'lead', { reason: '', no: 1 }))).toMatchObject({ problem: { details: ['ward_no', 'recurring'] } });
  });
});

describe('部会承認', () => {
  const card = aCard({ stage: 'committee_review', reopenedLate: true });

  it('confirms what is submitted and waives the rest, with one reason', () => {
    const result = transitionCard(card, answers, act('approve', 'lead'));
    expect(result).toMatchObject({
      ok: true, authority: 'lead', tracked: false, next: { stage: 'reviewed', reopenedLate: false },
      answers: [{ id: 'a', state: 'confirmed', waivedFrom: null }, { id: 'b', state: 'waived', waivedFrom: 'returned', openReturn: true }],
      events: [{ type: 'card.approved', cardId: 'card', from: 'committee_review', to: 'reviewed' }, { type: 'submission.confirmed' }, { type: 'submission.waived' }],
    });
  });

  it('needs no reason when every answer is in, unless there is no figure', () => {
    const all = [anAnswer({ state: 'submitted' })];
    expect(outcome(card, act('approve', 'lead', { reason: undefined }), all)).toBe('reviewed');
    expect(outcome(card, act('approve', 'lead', { reason: undefined, noFigure: true }), all)).toBe('card/reason-required');
    expect(outcome(card, act('approve', 'lead', { reason: '全区が対象外', noFigure: true }), all)).toBe('reviewed');
  });

  it('is undone by 審査を再開, which puts every answer back where it stood', () => {
    const approved = transitionCard(card, answers, act('approve', 'lead'));
    if (!approved.ok) throw new Error(approved.problem.code);
    const reopened = transitionCard(approved.next, approved.answers, act('reopen', 'lead'));
    expect(reopened).toMatchObject({ ok: true, next: { stage: 'committee_review', reopenedLate: false }, answers });
    expect(reopened.ok && reopened.events.map((event) => event.type)).toEqual(['card.reopened', 'submission.restored', 'submission.restored']);
  });

  it('restores a 未提出扱い of unknown past as 未着手', () => {
    const lost = [anAnswer({ state: 'waived', waivedFrom: null })];
    expect(transitionCard(aCard({ stage: 'reviewed' }), lost, act('reopen', 'lead'))).toMatchObject({ answers: [{ state: 'not_started' }] });
  });
});

describe('the phase', () => {
  const open = ['collection', 'review', 'check', 'conference'];
  it.each(PHASES)('%s opens card steps or refuses them', (phase) => {
    const expected = open.includes(phase);
    expect(outcome(aCard({ phase }), act('start_review', 'lead'))).toBe(expected ? 'committee_review' : 'cycle/not-open-for-review');
    expect(outcome(aCard({ phase, stage: 'committee_review' }), act('approve', 'lead'))).toBe(expected ? 'reviewed' : 'cycle/not-open-for-review');
    expect(outcome(aCard({ phase }), act('change_asked', 'secretariat'))).toBe(expected || phase === 'preparation' ? 'draft' : 'cycle/not-open-for-review');
  });

  it.each([
    ['collection', 'committee_review'], ['review', 'committee_review'],
    ['check', 'card/not-yours'], ['conference', 'card/not-yours'],
  ] as const)('%s: reopening by the lead gives %s', (phase, expected) => {
    expect(outcome(aCard({ phase, stage: 'reviewed' }), act('reopen', 'lead'))).toBe(expected);
  });

  it.each([['review', false, 'stand_in'], ['check', true, 'office'], ['conference', true, 'office']] as const)('%s: 事務局 reopens', (phase, reopenedLate, authority) => {
    const result = transitionCard(aCard({ phase, stage: 'reviewed' }), answers, act('reopen', 'secretariat'));
    expect(result).toMatchObject({ next: { stage: 'committee_review', reopenedLate }, authority });
  });

  it.each([
    ['review', 'card/not-yours', 'card/not-yours'], ['check', 'draft', 'draft'], ['conference', 'card/not-yours', 'draft'],
  ] as const)('%s: 事務局 judges → %s and writes → %s', (phase, judge, write) => {
    expect(outcome(aCard({ phase }), act('judge', 'secretariat'))).toBe(judge);
    expect(outcome(aCard({ phase }), act('write_text', 'secretariat'))).toBe(write);
  });

  it('lets 事務局 write on a reviewed card as a tracked change', () => {
    const card = aCard({ phase: 'conference', stage: 'reviewed' });
    expect(transitionCard(card, answers, act('write_text', 'secretariat'))).toMatchObject({ ok: true, tracked: true, next: { stage: 'reviewed' } });
    expect(transitionCard({ ...card, committeeId: null }, answers, act('write_text', 'secretariat'))).toMatchObject({ ok: true, tracked: false });
    expect(transitionCard(aCard(), answers, act('write_text', 'lead'))).toMatchObject({ ok: true, tracked: false, authority: null });
  });
});

describe('実施状況 and texts', () => {
  it('a judgement sets the lane and the decision', () => {
    expect(transitionCard(aCard({ progressDecided: false }), answers, act('judge', 'lead')))
      .toMatchObject({ next: { progress: 'completed', progressDecided: true, stage: 'draft' }, events: [{ type: 'card.judged' }] });
  });

  it('「このままとする」 needs no reason', () => {
    const keep = act('judge', 'lead', { progress: 'in_progress', reason: undefined, unanswered: 3, suggestion: 'completed' });
    expect(transitionCard(aCard({ progressDecided: false }), answers, keep)).toMatchObject({ next: { progress: 'in_progress', progressDecided: true } });
  });

  it('needs a reason by the rules of judgement', () => {
    expect(outcome(aCard(), act('judge', 'lead', { reason: '', no: 1 }))).toBe('card/reason-required');
    expect(outcome(aCard(), act('judge', 'lead', { reason: '' }))).toBe('draft');
  });

  it('a text is written or emptied alone', () => {
    const card = aCard({ texts: { results: true, issues: false, nextSteps: false } });
    expect(transitionCard(card, answers, act('write_text', 'bureau'))).toMatchObject({ next: { texts: { results: true, issues: true, nextSteps: false } }, events: [{ type: 'card.text-written' }] });
    expect(transitionCard(card, answers, act('write_text', 'bureau', { field: 'results', written: false }))).toMatchObject({ next: { texts: { results: false } } });
  });

  it('events name the step', () => {
    expect(transitionCard(aCard(), answers, act('start_review', 'lead'))).toMatchObject({ answers: [], events: [{ type: 'card.review-started' }] });
    expect(transitionCard(aCard(), answers, act('change_asked', 'secretariat'))).toMatchObject({ events: [{ type: 'card.asked-changed' }] });
  });
});

describe('下書き ⇄ 区提出', () => {
  it.each([
    ['draft', [], 'draft'], ['draft', ['submitted'], 'ward_submitted'], ['draft', ['submitted', 'checking'], 'draft'],
    ['ward_submitted', ['submitted', 'returned'], 'draft'], ['ward_submitted', ['submitted', 'submitted'], 'ward_submitted'],
    ['ward_submitted', [], 'draft'], ['committee_review', ['returned'], 'committee_review'], ['reviewed', ['confirmed', 'waived'], 'reviewed'],
  ] as const)('%s with %j → %s', (stage, states, expected) => {
    expect(stageFollowing(stage, states)).toBe(expected);
  });
});

describe('cardActionsFor', () => {
  it('gives each role its buttons and says why not', () => {
    const names = (who: Player, card: CardFacts, today = '2025-05-15') =>
      cardActionsFor(cast[who], card, answers, today).filter((choice) => choice.allowed).map((choice) => choice.action);
    expect(names('lead', aCard())).toEqual(['start_review', 'judge', 'write_text']);
    expect(names('lead', aCard({ stage: 'committee_review' }))).toEqual(['approve', 'judge', 'write_text']);
    expect(names('lead', aCard({ stage: 'reviewed' }))).toEqual(['reopen']);
    expect(names('secretariat', aCard())).toEqual(['start_review', 'change_asked']);
    expect(names('kitaApprover', aCard())).toEqual([]);
    const [first] = cardActionsFor(cast.secretariat, aCard(), answers, '2025-05-15');
    expect(first).toEqual({ action: 'start_review', allowed: true, whyNot: null, standIn: true });
    expect(cardActionsFor(cast.lead, aCard(), answers, '2025-05-14')[0])
      .toEqual({ action: 'start_review', allowed: false, whyNot: { code: 'card/wards-still-answering', details: ['b'] }, standIn: false });
    expect(cardActionsFor(cast.lead, aCard(), answers, '2025-05-15')[0]).toMatchObject({ allowed: true, standIn: false });
  });

  it('does not hide the judgement of a 毎年度 goal, whose reason the dialog asks for', () => {
    const judge = cardActionsFor(cast.lead, aCard({ recurring: true }), answers, '2025-05-15').find(({ action }) => action === 'judge');
    expect(judge?.allowed).toBe(true);
  });
});
