import { describe, expect, it } from '@jest/globals';
import { aCard, anAnswer, bureauAnswer, cast, officeAnswer, PLAYERS, type Player } from '../../test-kit/cast.ts';
import type { CardFacts } from '../card/facts.ts';
import type { SubmissionFacts } from './facts.ts';
import { SUBMISSION_STATES, type SubmissionState } from './states.ts';
import { type SubmissionAction, type SubmissionActionType, transitionSubmission } from './transition.ts';

const TYPES: readonly SubmissionActionType[] = [
  'edit', 'request_check', 'withdraw', 'send_back', 'submit', 'return', 'cancel_return', 'extend',
  'ask_extension', 'cancel_extension_request', 'refuse_extension', 'delegate',
];

function act(type: SubmissionActionType, who: Player, more: Partial<Record<string, unknown>> = {}): SubmissionAction {
  const by = cast[who];
  const full: Record<SubmissionActionType, SubmissionAction> = {
    edit: { type: 'edit', by },
    request_check: { type: 'request_check', by },
    withdraw: { type: 'withdraw', by },
    send_back: { type: 'send_back', by, reason: '数を確かめてください' },
    submit: { type: 'submit', by },
    return: { type: 'return', by, reason: '例を足してください', fields: ['example'], deadline: '2025-05-23', standInReason: '部会長が不在のため' },
    cancel_return: { type: 'cancel_return', by, standInReason: '部会長が不在のため' },
    extend: { type: 'extend', by, until: '2025-05-30' },
    ask_extension: { type: 'ask_extension', by, until: '2025-05-30', reason: '調査の結果が月末に出るため' },
    cancel_extension_request: { type: 'cancel_extension_request', by },
    refuse_extension: { type: 'refuse_extension', by, reason: '部会の日に間に合わないため' },
    delegate: { type: 'delegate', by },
  };
  return { ...full[type], ...more } as SubmissionAction;
}

const outcome = (submission: SubmissionFacts, card: CardFacts, action: SubmissionAction): string => {
  const result = transitionSubmission(submission, card, action);
  return result.ok ? result.next.state : result.problem.code;
};

/** Who may do it, and where it leads: DOMAIN 4.3 once more, written down by hand. Everything absent is refused. */
const STAFF: Player[] = ['kitaStaff'];
const APPROVER: Player[] = ['kitaApprover'];
const WARD: Player[] = ['kitaStaff', 'kitaApprover'];
const LEAD: Player[] = ['lead', 'secretariat'];
const OFFICE: Player[] = ['secretariat'];
type Row = [SubmissionState, boolean, SubmissionActionType, Player[], SubmissionState];
/** 期限延長 and 委任 leave an answer where it stands, as long as it is owed. In these tables a wish already waits. */
const besideTheState = (own: Player[], states: [SubmissionState, boolean][]): Row[] => states.flatMap(([state, openReturn]): Row[] => [
  [state, openReturn, 'ask_extension', own, state],
  [state, openReturn, 'cancel_extension_request', own, state],
  [state, openReturn, 'refuse_extension', OFFICE, state],
  // Only a ward's answer crosses several 課.
  ...(own === WARD ? [[state, openReturn, 'delegate', own, state] satisfies Row] : []),
]);
const WARD_ROWS: Row[] = [
  ...besideTheState(WARD, [['not_started', false], ['draft', false], ['checking', false], ['checking', true], ['returned', true]]),
  ['not_started', false, 'edit', WARD, 'draft'],
  ['not_started', false, 'extend', OFFICE, 'not_started'],
  ['draft', false, 'edit', WARD, 'draft'],
  ['draft', false, 'request_check', STAFF, 'checking'],
  ['draft', false, 'submit', APPROVER, 'submitted'],
  ['draft', false, 'extend', OFFICE, 'draft'],
  ['checking', false, 'edit', APPROVER, 'checking'],
  ['checking', false, 'withdraw', STAFF, 'draft'],
  ['checking', false, 'send_back', APPROVER, 'draft'],
  ['checking', false, 'submit', APPROVER, 'submitted'],
  ['checking', false, 'extend', OFFICE, 'checking'],
  ['checking', true, 'edit', APPROVER, 'checking'],
  ['checking', true, 'withdraw', STAFF, 'returned'],
  ['checking', true, 'send_back', APPROVER, 'returned'],
  ['checking', true, 'submit', APPROVER, 'submitted'],
  ['checking', true, 'cancel_return', LEAD, 'submitted'],
  ['checking', true, 'extend', OFFICE, 'checking'],
  ['returned', true, 'edit', WARD, 'returned'],
  ['returned', true, 'request_check', STAFF, 'checking'],
  ['returned', true, 'submit', APPROVER, 'submitted'],
  ['returned', true, 'cancel_return', LEAD, 'submitted'],
  ['returned', true, 'extend', OFFICE, 'returned'],
  ['submitted', false, 'withdraw', APPROVER, 'checking'],
  ['submitted', false, 'return', LEAD, 'returned'],
];
const BUREAU: Player[] = ['bureau'];
const ONE_STEP_ROWS = (own: Player[]): Row[] => [
  ...besideTheState(own, [['not_started', false], ['draft', false], ['returned', true]]),
  ['not_started', false, 'edit', own, 'draft'],
  ['not_started', false, 'extend', OFFICE, 'not_started'],
  ['draft', false, 'edit', own, 'draft'],
  ['draft', false, 'submit', own, 'submitted'],
  ['draft', false, 'extend', OFFICE, 'draft'],
  ['returned', true, 'edit', own, 'returned'],
  ['returned', true, 'submit', own, 'submitted'],
  ['returned', true, 'cancel_return', LEAD, 'submitted'],
  ['returned', true, 'extend', OFFICE, 'returned'],
  ['submitted', false, 'withdraw', own, 'draft'],
  ['submitted', false, 'return', LEAD, 'returned'],
];
const SITUATIONS: [SubmissionState, boolean][] = [
  ...SUBMISSION_STATES.filter((state) => state !== 'returned').map((state): [SubmissionState, boolean] => [state, false]),
  ['checking', true], ['returned', true],
];

/** One test for each state and action; in it every player of the cast, so that nobody is forgotten. */
function everyCell(rows: Row[], situations = SITUATIONS) {
  return situations.flatMap(([state, openReturn]) => TYPES.map((type) => {
    const row = rows.find(([s, o, t]) => s === state && o === openReturn && t === type);
    const expected = Object.fromEntries(PLAYERS.map((who) => [who, row?.[3].includes(who) === true ? row[4] : null]));
    return { state, openReturn, type, to: row?.[4] ?? 'nowhere', expected };
  }));
}

const results = (submission: SubmissionFacts, card: CardFacts, type: SubmissionActionType) =>
  Object.fromEntries(PLAYERS.map((who) => {
    const result = transitionSubmission(submission, card, act(type, who));
    return [who, result.ok ? result.next.state : null];
  }));

describe("a ward's answer: every state, action and role", () => {
  it.each(everyCell(WARD_ROWS))('$state (差戻し open: $openReturn) $type → $to', ({ state, openReturn, type, expected }) => {
    expect(results(anAnswer({ state, openReturn, extensionRequested: true }), aCard(), type)).toEqual(expected);
  });
});

describe('a 局 or 事務局 that is asked walks the table without 区内確認', () => {
  const situations = SITUATIONS.filter(([state]) => state !== 'checking');
  it.each(everyCell(ONE_STEP_ROWS(BUREAU), situations))('局: $state $type → $to', ({ state, openReturn, type, expected }) => {
    expect(results(bureauAnswer({ state, openReturn, extensionRequested: true }), aCard({ asks: 'bureau' }), type)).toEqual(expected);
  });
  it.each(everyCell(ONE_STEP_ROWS(OFFICE), situations))('事務局: $state $type → $to', ({ state, openReturn, type, expected }) => {
    expect(results(officeAnswer({ state, openReturn, extensionRequested: true }), aCard({ asks: 'secretariat' }), type)).toEqual(expected);
  });
});

describe('what a refusal says', () => {
  const cases: [string, SubmissionFacts, CardFacts, SubmissionAction, string][] = [
    ["another ward's answer", anAnswer(), aCard(), act('edit', 'nishiStaff'), 'submission/not-yours'],
    ["another 部会's card", anAnswer({ state: 'submitted' }), aCard(), act('return', 'otherLead'), 'card/not-yours'],
    ['an extension by the lead', anAnswer(), aCard(), act('extend', 'lead'), 'permission/denied'],
    ['a frozen card', anAnswer(), aCard({ kind: 'frozen' }), act('edit', 'kitaStaff'), 'card/frozen'],
    ['a reference', anAnswer(), aCard({ kind: 'reference' }), act('edit', 'kitaStaff'), 'card/reference'],
    ['submit of nothing', anAnswer({ state: 'not_started' }), aCard(), act('submit', 'kitaApprover'), 'submission/wrong-state'],
    ['extending a submitted answer', anAnswer({ state: 'submitted' }), aCard(), act('extend', 'secretariat'), 'submission/nothing-to-extend'],
    ['extending a confirmed answer', anAnswer({ state: 'confirmed' }), aCard({ stage: 'reviewed' }), act('extend', 'secretariat'), 'submission/nothing-to-extend'],
    ['an extension to the same day', anAnswer(), aCard(), act('extend', 'secretariat', { until: '2025-05-14' }), 'submission/extension-not-later'],
    ['an extension to the day after', anAnswer(), aCard(), act('extend', 'secretariat', { until: '2025-05-15' }), 'draft'],
    ['an extension put back, still later than the group', anAnswer({ extensionDeadline: '2025-06-30' }), aCard(), act('extend', 'secretariat', { until: '2025-05-15' }), 'draft'],
    ['an extension put back to the group', anAnswer({ extensionDeadline: '2025-06-30' }), aCard(), act('extend', 'secretariat', { until: '2025-05-14' }), 'submission/extension-not-later'],
    ['an extension put back before a 差戻し deadline', anAnswer({ extensionDeadline: '2025-06-30', returnDeadline: '2025-05-23' }), aCard(), act('extend', 'secretariat', { until: '2025-05-23' }), 'submission/extension-not-later'],
    ['an extension that changes nothing', anAnswer({ extensionDeadline: '2025-06-30' }), aCard(), act('extend', 'secretariat', { until: '2025-06-30' }), 'submission/extension-not-later'],
    ['a first deadline by extension', anAnswer({ groupDeadline: null }), aCard(), act('extend', 'secretariat', { until: '2025-01-01' }), 'draft'],
    ["a wish for another ward's answer", anAnswer(), aCard(), act('ask_extension', 'nishiStaff'), 'submission/not-yours'],
    ['a wish for a submitted answer', anAnswer({ state: 'submitted' }), aCard(), act('ask_extension', 'kitaStaff'), 'submission/nothing-to-extend'],
    ['a wish for the same day', anAnswer(), aCard(), act('ask_extension', 'kitaStaff', { until: '2025-05-14' }), 'submission/deadline-not-later'],
    ['a wish for the day after', anAnswer(), aCard(), act('ask_extension', 'kitaStaff', { until: '2025-05-15' }), 'draft'],
    ['a wish for the day of 案件締切', anAnswer(), aCard(), act('ask_extension', 'kitaStaff', { until: '2025-06-10' }), 'draft'],
    ['a wish for the day after it', anAnswer(), aCard(), act('ask_extension', 'kitaStaff', { until: '2025-06-11' }), 'submission/wish-too-late'],
    ['an extension beyond it, which 事務局 answers for', anAnswer(), aCard(), act('extend', 'secretariat', { until: '2025-06-30' }), 'draft'],
    ['a wish without reason', anAnswer(), aCard(), act('ask_extension', 'kitaStaff', { reason: ' 　' }), 'submission/reason-required'],
    ['taking back a wish that nobody has', anAnswer(), aCard(), act('cancel_extension_request', 'kitaStaff'), 'submission/no-extension-request'],
    ['refusing a wish that nobody has', anAnswer(), aCard(), act('refuse_extension', 'secretariat'), 'submission/no-extension-request'],
    ['refusing without reason', anAnswer({ extensionRequested: true }), aCard(), act('refuse_extension', 'secretariat', { reason: '' }), 'submission/reason-required'],
    ['refusing by the lead', anAnswer({ extensionRequested: true }), aCard(), act('refuse_extension', 'lead'), 'permission/denied'],
    ['refusing after 提出', anAnswer({ state: 'submitted', extensionRequested: true }), aCard(), act('refuse_extension', 'secretariat'), 'submission/wrong-state'],
    ["委任 of another ward's answer", anAnswer(), aCard(), act('delegate', 'nishiApprover'), 'submission/not-yours'],
    ['委任 of what is handed in', anAnswer({ state: 'submitted' }), aCard(), act('delegate', 'kitaStaff'), 'submission/wrong-state'],
    ['send_back without reason', anAnswer({ state: 'checking' }), aCard(), act('send_back', 'kitaApprover', { reason: ' 　' }), 'submission/reason-required'],
    ['return without reason', anAnswer({ state: 'submitted' }), aCard(), act('return', 'lead', { reason: '' }), 'submission/reason-required'],
    ['return without fields', anAnswer({ state: 'submitted' }), aCard(), act('return', 'lead', { fields: [] }), 'submission/fields-required'],
    ['代行 without reason', anAnswer({ state: 'submitted' }), aCard(), act('return', 'secretariat', { standInReason: '' }), 'permission/stand-in-reason-required'],
    ['代行 of a cancel without reason', anAnswer({ state: 'returned', openReturn: true }), aCard(), act('cancel_return', 'secretariat', { standInReason: undefined }), 'permission/stand-in-reason-required'],
    ['no reason needed without 部会', anAnswer({ state: 'submitted' }), aCard({ committeeId: null }), act('return', 'secretariat', { standInReason: undefined }), 'returned'],
    ['no reason needed of the lead', anAnswer({ state: 'submitted' }), aCard(), act('return', 'lead', { standInReason: undefined }), 'returned'],
    ['withdraw once the review began', anAnswer({ state: 'submitted' }), aCard({ stage: 'committee_review' }), act('withdraw', 'kitaApprover'), 'submission/review-started'],
    ['withdraw after 審査完了', anAnswer({ state: 'submitted' }), aCard({ stage: 'reviewed' }), act('withdraw', 'kitaApprover'), 'submission/review-started'],
    ['withdraw from checking during the review', anAnswer({ state: 'checking' }), aCard({ stage: 'committee_review' }), act('withdraw', 'kitaStaff'), 'draft'],
    ['withdraw before the review', anAnswer({ state: 'submitted' }), aCard({ stage: 'ward_submitted' }), act('withdraw', 'kitaApprover'), 'checking'],
    ['return in the review', anAnswer({ state: 'submitted' }), aCard({ stage: 'committee_review' }), act('return', 'lead'), 'returned'],
    ['return after 審査完了', anAnswer({ state: 'submitted' }), aCard({ stage: 'reviewed' }), act('return', 'lead'), 'card/already-reviewed'],
    ['cancel without an open 差戻し', anAnswer({ state: 'checking' }), aCard(), act('cancel_return', 'lead'), 'submission/wrong-state'],
    ['cancel after 審査完了', anAnswer({ state: 'returned', openReturn: true }), aCard({ stage: 'reviewed' }), act('cancel_return', 'lead'), 'card/already-reviewed'],
  ];
  it.each(cases)('%s', (_, submission, card, action, expected) => {
    expect(outcome(submission, card, action)).toBe(expected);
  });
});

describe('the phase refuses', () => {
  const answers = 'cycle/not-open-for-answers';
  const review = 'cycle/not-open-for-review';
  const plain = anAnswer({ state: 'draft' });
  const returned = anAnswer({ state: 'returned', openReturn: true });
  const submitted = anAnswer({ state: 'submitted' });
  it.each([
    ['preparation', answers, answers, answers, review],
    ['collection', 'draft', 'returned', 'draft', 'returned'],
    ['review', 'draft', 'returned', 'draft', 'returned'],
    ['check', answers, 'returned', 'draft', 'returned'],
    ['conference', answers, 'returned', 'draft', 'returned'],
    ['settled', answers, answers, answers, review],
    ['published', answers, answers, answers, review],
  ] as const)('%s', (phase, edit, editReturned, editReopened, ret) => {
    expect(outcome(plain, aCard({ phase }), act('edit', 'kitaStaff'))).toBe(edit);
    expect(outcome(returned, aCard({ phase }), act('edit', 'kitaStaff'))).toBe(editReturned);
    expect(outcome(plain, aCard({ phase, reopenedLate: true }), act('edit', 'kitaStaff'))).toBe(editReopened);
    expect(outcome(submitted, aCard({ phase }), act('return', 'lead'))).toBe(ret);
  });

  it('lets every state of a card reopened late find its way back to 提出済', () => {
    const card = aCard({ phase: 'conference', stage: 'committee_review', reopenedLate: true });
    expect(outcome(anAnswer({ state: 'not_started' }), card, act('edit', 'kitaStaff'))).toBe('draft');
    expect(outcome(anAnswer({ state: 'draft' }), card, act('request_check', 'kitaStaff'))).toBe('checking');
    expect(outcome(anAnswer({ state: 'checking' }), card, act('submit', 'kitaApprover'))).toBe('submitted');
  });

  it('lets 事務局 return answers of a card it reopened late, in its own name', () => {
    const card = aCard({ phase: 'check', stage: 'committee_review', reopenedLate: true });
    const result = transitionSubmission(submitted, card, act('return', 'secretariat', { standInReason: undefined }));
    expect(result).toMatchObject({ ok: true, authority: 'office' });
    expect(transitionSubmission(submitted, aCard({ phase: 'check' }), act('return', 'secretariat'))).toMatchObject({ authority: 'stand_in' });
    expect(transitionSubmission(submitted, aCard({ phase: 'review', reopenedLate: true }), act('return', 'secretariat'))).toMatchObject({ authority: 'stand_in' });
  });
});

describe('what a step changes besides the state', () => {
  it('remembers which fields a 差戻し questions, and its deadline', () => {
    const result = transitionSubmission(anAnswer({ state: 'submitted' }), aCard(), act('return', 'lead'));
    expect(result).toEqual({
      ok: true,
      next: anAnswer({ state: 'returned', openReturn: true, returnedFields: ['example'], returnDeadline: '2025-05-23' }),
      events: [{ type: 'submission.returned', submissionId: 'kita-answer', from: 'submitted', to: 'returned' }],
      authority: 'lead',
    });
  });

  it.each([
    ['submit', 'kitaApprover', 'submission.submitted'], ['cancel_return', 'lead', 'submission.return-cancelled'],
  ] as const)('%s closes the open 差戻し and keeps its deadline', (type, who, event) => {
    const answer = anAnswer({ state: 'returned', openReturn: true, returnedFields: ['answer'], returnDeadline: '2025-05-23' });
    const result = transitionSubmission(answer, aCard(), act(type, who));
    expect(result).toMatchObject({
      next: { openReturn: false, returnedFields: [], returnDeadline: '2025-05-23' },
      events: [{ type: event, from: 'returned', to: 'submitted' }],
    });
  });

  it('keeps the 差戻し open while the ward checks its new answer', () => {
    const answer = anAnswer({ state: 'returned', openReturn: true, returnedFields: ['answer'] });
    expect(transitionSubmission(answer, aCard(), act('request_check', 'kitaStaff')))
      .toMatchObject({ next: { state: 'checking', openReturn: true, returnedFields: ['answer'] }, authority: null });
  });

  it('extends the deadline and nothing else', () => {
    expect(transitionSubmission(anAnswer(), aCard(), act('extend', 'secretariat')))
      .toMatchObject({ next: anAnswer({ extensionDeadline: '2025-05-30' }), events: [{ type: 'submission.extended' }] });
  });

  it.each([
    ['ask_extension', 'kitaStaff', false, true], ['cancel_extension_request', 'kitaStaff', true, false],
    ['refuse_extension', 'secretariat', true, false], ['extend', 'secretariat', true, false], ['submit', 'kitaApprover', true, false],
    ['delegate', 'kitaStaff', true, true], ['edit', 'kitaStaff', true, true],
  ] as const)('%s: what becomes of a wish for 期限延長', (type, who, before, after) => {
    expect(transitionSubmission(anAnswer({ extensionRequested: before }), aCard(), act(type, who))).toMatchObject({ next: { extensionRequested: after } });
  });

  it('a cancelled 差戻し leaves no wish for more time behind', () => {
    const answer = anAnswer({ state: 'returned', openReturn: true, extensionRequested: true });
    expect(transitionSubmission(answer, aCard(), act('cancel_return', 'lead'))).toMatchObject({ next: { extensionRequested: false } });
  });

  it('asking for more time moves no deadline', () => {
    expect(transitionSubmission(anAnswer(), aCard(), act('ask_extension', 'kitaStaff'))).toMatchObject({ next: { extensionDeadline: null, groupDeadline: '2025-05-14' } });
  });

  it.each([
    ['ask_extension', 'kitaStaff', 'draft', 'submission.extension-asked'],
    ['cancel_extension_request', 'kitaStaff', 'draft', 'submission.extension-request-cancelled'],
    ['refuse_extension', 'secretariat', 'draft', 'submission.extension-refused'],
    ['delegate', 'kitaApprover', 'checking', 'submission.delegated'],
  ] as const)('%s is told as an event and leaves the state', (type, who, state, event) => {
    expect(transitionSubmission(anAnswer({ state, extensionRequested: true }), aCard(), act(type, who))).toMatchObject({ events: [{ type: event, from: state, to: state }], authority: null });
  });

  it.each([
    ['edit', 'kitaStaff', 'draft', 'submission.edited'],
    ['request_check', 'kitaStaff', 'draft', 'submission.check-requested'],
    ['withdraw', 'kitaStaff', 'checking', 'submission.withdrawn'],
    ['send_back', 'kitaApprover', 'checking', 'submission.sent-back'],
  ] as const)('%s is told as an event', (type, who, state, event) => {
    expect(transitionSubmission(anAnswer({ state }), aCard(), act(type, who))).toMatchObject({ events: [{ type: event, from: state }] });
  });

  it('keeps whatever else the caller carries in the object', () => {
    const row = { ...anAnswer(), version: 7 };
    expect(transitionSubmission(row, aCard(), act('edit', 'kitaStaff'))).toMatchObject({ next: { version: 7 } });
  });
});
