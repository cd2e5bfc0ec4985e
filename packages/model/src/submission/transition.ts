import type { CardFacts } from '../card/facts.ts';
import { effectiveDeadline, faultOfExtension, unextendedDeadline } from '../cycle/deadlines.ts';
import { isLatePhase, takesAnswers, takesReview } from '../cycle/phases.ts';
import { returnAuthority, type ReviewAuthority } from '../permissions/authority.ts';
import { type Action, whyNot } from '../permissions/can.ts';
import type { Actor } from '../permissions/roles.ts';
import { isWritten, refuse, type Result } from '../refusal.ts';
import type { SubmissionFacts } from './facts.ts';
import { lastWishDay } from './last-wish-day.ts';
import type { AnswerField, SubmissionState } from './states.ts';

/** What a person may do to an answer. Confirming, waiving and restoring belong to the card's approval and reopening. */
export type SubmissionAction =
  | { type: 'edit'; by: Actor }
  | { type: 'request_check'; by: Actor }
  | { type: 'withdraw'; by: Actor }
  | { type: 'send_back'; by: Actor; reason: string }
  | { type: 'submit'; by: Actor }
  /** `deadline`: the new one, an ISO date. `standInReason`: why 事務局 acts for an absent 部会長 (代行). */
  | { type: 'return'; by: Actor; reason: string; fields: readonly AnswerField[]; deadline: string; standInReason?: string | undefined }
  | { type: 'cancel_return'; by: Actor; standInReason?: string | undefined }
  /** `until`: an ISO date later than the deadline without an extension; another one takes the place of the first. */
  | { type: 'extend'; by: Actor; until: string }
  /** The ward's wish for more time, `until` an ISO date, at most {@link lastWishDay}; nothing moves until 事務局 decides. */
  | { type: 'ask_extension'; by: Actor; until: string; reason: string }
  | { type: 'cancel_extension_request'; by: Actor }
  /** 認めない; granting is `extend`. */
  | { type: 'refuse_extension'; by: Actor; reason: string }
  /** 委任 to another 課 of the same organisation; the state stays. */
  | { type: 'delegate'; by: Actor };
export type SubmissionActionType = SubmissionAction['type'];

export const SUBMISSION_EVENTS = [
  'submission.edited', 'submission.check-requested', 'submission.withdrawn', 'submission.sent-back',
  'submission.submitted', 'submission.returned', 'submission.return-cancelled', 'submission.extended',
  'submission.extension-asked', 'submission.extension-request-cancelled', 'submission.extension-refused', 'submission.delegated',
  'submission.confirmed', 'submission.waived', 'submission.restored',
] as const;
export type SubmissionEventType = (typeof SUBMISSION_EVENTS)[number];
export interface SubmissionEvent { type: SubmissionEventType; submissionId: string; from: SubmissionState; to: SubmissionState }

/** `back`: returned while a 差戻し is open, else draft. `stay`: unchanged. Missing: wrong state. */
type Next = SubmissionState | 'stay' | 'back';

/** Facts beside the state (DOMAIN 4.3): possible as long as the answer is owed. */
const WHILE_OWED = { extend: 'stay', ask_extension: 'stay', cancel_extension_request: 'stay', refuse_extension: 'stay', delegate: 'stay' } as const;

/** DOMAIN 4.3, first table: state × action → next state. A ward's answer walks all of it. */
export const SUBMISSION_TABLE: Readonly<Record<SubmissionState, Readonly<Partial<Record<SubmissionActionType, Next>>>>> = {
  not_started: { edit: 'draft', ...WHILE_OWED },
  draft: { edit: 'stay', request_check: 'checking', submit: 'submitted', ...WHILE_OWED },
  checking: { edit: 'stay', withdraw: 'back', send_back: 'back', submit: 'submitted', cancel_return: 'submitted', ...WHILE_OWED },
  returned: { edit: 'stay', request_check: 'checking', submit: 'submitted', cancel_return: 'submitted', ...WHILE_OWED },
  submitted: { withdraw: 'checking', return: 'returned' },
  confirmed: {},
  waived: {},
};

const PERMISSION: Readonly<Record<SubmissionActionType, Action & `submission.${string}`>> = {
  edit: 'submission.edit',
  request_check: 'submission.request-check',
  withdraw: 'submission.withdraw',
  send_back: 'submission.send-back',
  submit: 'submission.submit',
  return: 'submission.return',
  cancel_return: 'submission.cancel-return',
  extend: 'submission.extend',
  ask_extension: 'submission.ask-extension',
  cancel_extension_request: 'submission.ask-extension',
  refuse_extension: 'submission.extend',
  delegate: 'submission.delegate',
};

const EVENT: Readonly<Record<SubmissionActionType, SubmissionEventType>> = {
  edit: 'submission.edited',
  request_check: 'submission.check-requested',
  withdraw: 'submission.withdrawn',
  send_back: 'submission.sent-back',
  submit: 'submission.submitted',
  return: 'submission.returned',
  cancel_return: 'submission.return-cancelled',
  extend: 'submission.extended',
  ask_extension: 'submission.extension-asked',
  cancel_extension_request: 'submission.extension-request-cancelled',
  refuse_extension: 'submission.extension-refused',
  delegate: 'submission.delegated',
};

/**
 * DOMAIN 4.5: answers are open in 照会 and 審査期間; in 事務局確認 and 区長会議 only those with an open 差戻し and those of
 * a card reopened there; in 準備 and from 確定 on none.
 */
export const isOpenForAnswer = (card: CardFacts, submission: SubmissionFacts): boolean =>
  takesAnswers(card.phase) || (isLatePhase(card.phase) && (submission.openReturn || card.reopenedLate));

function next(submission: SubmissionFacts, action: SubmissionActionType): SubmissionState | null {
  const to = SUBMISSION_TABLE[submission.state][action];
  if (to === undefined) return null;
  if (to === 'stay') return submission.state;
  if (to === 'back') return submission.openReturn ? 'returned' : 'draft';
  // A 局 or 事務局 has no 区内確認: what it takes back is a draft again.
  if (to === 'checking' && submission.organisationKind !== 'ward') return 'draft';
  return to;
}

export type SubmissionOutcome<S extends SubmissionFacts = SubmissionFacts> = Result<{
  next: S;
  events: SubmissionEvent[];
  /** In what capacity a 部会長's step was done; null for the others' steps. The log and the card say 代行. */
  authority: ReviewAuthority | null;
}>;

/**
 * One step of one answer, under its card's lock. Refuses in this order: person, kind of card, phase, state, stage of the
 * card, what has to be written. The caller then lets the card follow ({@link stageFollowing}).
 */
export function transitionSubmission<S extends SubmissionFacts>(
  submission: S, card: CardFacts, action: SubmissionAction,
): SubmissionOutcome<S> {
  const forbidden = whyNot(action.by, PERMISSION[action.type], { card, submission });
  if (forbidden !== null) return { ok: false, problem: forbidden };
  if (card.kind !== 'live') return refuse(card.kind === 'frozen' ? 'card/frozen' : 'card/reference');

  const isReviewStep = action.type === 'return' || action.type === 'cancel_return';
  if (isReviewStep && !takesReview(card.phase)) return refuse('cycle/not-open-for-review');
  if (!isReviewStep && !isOpenForAnswer(card, submission)) return refuse('cycle/not-open-for-answers');

  const to = next(submission, action.type);
  if (to === null) return refuse(action.type === 'extend' || action.type === 'ask_extension' ? 'submission/nothing-to-extend' : 'submission/wrong-state');
  const problem = stageProblem(submission, card, action) ?? inputProblem(submission, card, action);
  if (problem !== null) return problem;

  const authority = isReviewStep ? returnAuthority(action.by, card) : null;
  if (authority === 'stand_in' && !('standInReason' in action && isWritten(action.standInReason))) {
    return refuse('permission/stand-in-reason-required');
  }
  return {
    ok: true,
    next: { ...submission, ...changesOf(action), state: to },
    events: [{ type: EVENT[action.type], submissionId: submission.id, from: submission.state, to }],
    authority,
  };
}

function stageProblem(submission: SubmissionFacts, card: CardFacts, { type }: SubmissionAction) {
  // 取下げ of a submitted answer ends where the 部会 begins to read it.
  if (type === 'withdraw' && submission.state === 'submitted' && (card.stage === 'committee_review' || card.stage === 'reviewed')) {
    return refuse('submission/review-started');
  }
  if ((type === 'return' || type === 'cancel_return') && card.stage === 'reviewed') return refuse('card/already-reviewed');
  if (type === 'cancel_return' && !submission.openReturn) return refuse('submission/wrong-state');
  return null;
}

function inputProblem(submission: SubmissionFacts, card: CardFacts, action: SubmissionAction) {
  if (action.type === 'send_back' && !isWritten(action.reason)) return refuse('submission/reason-required');
  if (action.type === 'return') {
    if (!isWritten(action.reason)) return refuse('submission/reason-required');
    if (action.fields.length === 0) return refuse('submission/fields-required');
  }
  if (action.type === 'ask_extension' && !isWritten(action.reason)) return refuse('submission/reason-required');
  if (action.type === 'refuse_extension' && !isWritten(action.reason)) return refuse('submission/reason-required');
  if ((action.type === 'refuse_extension' || action.type === 'cancel_extension_request') && submission.extensionRequested !== true) {
    return refuse('submission/no-extension-request');
  }
  if (action.type === 'extend') {
    const unextended = unextendedDeadline(submission);
    if (faultOfExtension({ deadline: effectiveDeadline(submission), unextended }, action.until) !== null) return refuse('submission/extension-not-later', [unextended ?? action.until]);
  }
  if (action.type === 'ask_extension') {
    const current = effectiveDeadline(submission);
    if (current !== null && action.until <= current) return refuse('submission/deadline-not-later', [current]);
  }
  if (action.type === 'ask_extension' && action.until > lastWishDay(card.conferenceOn)) return refuse('submission/wish-too-late');
  return null;
}

/** What a step changes besides the state. */
function changesOf(action: SubmissionAction): Partial<SubmissionFacts> {
  switch (action.type) {
    case 'return': return { openReturn: true, returnedFields: action.fields, returnDeadline: action.deadline };
    // Who hands in needs no more time: the wish is over with it.
    case 'submit': return { openReturn: false, returnedFields: [], extensionRequested: false };
    case 'cancel_return': return { openReturn: false, returnedFields: [], extensionRequested: false };
    case 'extend': return { extensionDeadline: action.until, extensionRequested: false };
    case 'ask_extension': return { extensionRequested: true };
    case 'cancel_extension_request':
    case 'refuse_extension': return { extensionRequested: false };
    default: return {};
  }
}

const closing = <S extends SubmissionFacts>(submission: S, type: SubmissionEventType, state: SubmissionState, waivedFrom: SubmissionState | null) => ({
  next: { ...submission, state, waivedFrom },
  event: { type, submissionId: submission.id, from: submission.state, to: state } satisfies SubmissionEvent,
});

/** By the card's approval: submitted → 確認済, everything else → 未提出扱い, remembering where it stood. */
export function closeSubmission<S extends SubmissionFacts>(submission: S): { next: S; event: SubmissionEvent } {
  return submission.state === 'submitted'
    ? closing(submission, 'submission.confirmed', 'confirmed', null)
    : closing(submission, 'submission.waived', 'waived', submission.state);
}

/** By the card's reopening: 確認済 → submitted, 未提出扱い → the state before. */
export function restoreSubmission<S extends SubmissionFacts>(submission: S): { next: S; event: SubmissionEvent } {
  const state = submission.state === 'waived' ? (submission.waivedFrom ?? 'not_started') : 'submitted';
  return closing(submission, 'submission.restored', state, null);
}
