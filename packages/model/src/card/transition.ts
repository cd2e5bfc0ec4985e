import { hasPassed } from '../cycle/deadlines.ts';
import { isLatePhase, isSettled, takesReview } from '../cycle/phases.ts';
import { reopenAuthority, reviewAuthority, type ReviewAuthority } from '../permissions/authority.ts';
import { type Action, whyNot } from '../permissions/can.ts';
import type { Actor } from '../permissions/roles.ts';
import { isWritten, refuse, type Result } from '../refusal.ts';
import type { SubmissionFacts } from '../submission/facts.ts';
import type { SubmissionState } from '../submission/states.ts';
import { closeSubmission, restoreSubmission, type SubmissionEvent } from '../submission/transition.ts';
import type { CardFacts } from './facts.ts';
import { type DecidedProgress, judgeReasonNeeded } from './progress.ts';
import { CARD_TEXTS, type CardText, type Stage } from './stages.ts';

/** What a person may do to a card. `standInReason`: why 事務局 acts for an absent 部会長 (代行). */
export type CardAction =
  /** `today`: ISO date, to see whether the wards' deadline has passed. */
  | { type: 'start_review'; by: Actor; today: string; standInReason?: string | undefined }
  /** `noFigure`: every asked ward is 対象外 (「対象なし」), which needs a reason as missing answers do. */
  | { type: 'approve'; by: Actor; reason?: string | undefined; noFigure?: boolean | undefined; standInReason?: string | undefined }
  | { type: 'reopen'; by: Actor; reason: string; standInReason?: string | undefined }
  /** Counts as in the figure shown; `suggestion` as {@link suggestProgress} gave it. */
  | { type: 'judge'; by: Actor; progress: DecidedProgress; reason?: string | undefined; no: number; unanswered: number; suggestion: DecidedProgress | null }
  /** `written`: the field now holds a text or 「—」; false when it was emptied. */
  | { type: 'write_text'; by: Actor; field: CardText; written: boolean }
  /** `removed`: answers no longer asked; `hasContent` ids among them need `confirmed`. */
  | { type: 'change_asked'; by: Actor; removedWithContent: readonly string[]; confirmed: boolean };
export type CardActionType = CardAction['type'];

export const CARD_EVENTS = [
  'card.review-started', 'card.approved', 'card.reopened', 'card.judged', 'card.text-written', 'card.asked-changed', 'card.stage-followed',
] as const;
export type CardEventType = (typeof CARD_EVENTS)[number];
export interface CardEvent { type: CardEventType; cardId: string; from: Stage; to: Stage }

const PERMISSION: Readonly<Record<CardActionType, Action & ('assignment.change' | `card.${string}`)>> = {
  start_review: 'card.start-review',
  approve: 'card.approve',
  reopen: 'card.reopen',
  judge: 'card.judge',
  write_text: 'card.write-text',
  change_asked: 'assignment.change',
};

const EVENT: Readonly<Record<CardActionType, CardEventType>> = {
  start_review: 'card.review-started',
  approve: 'card.approved',
  reopen: 'card.reopened',
  judge: 'card.judged',
  write_text: 'card.text-written',
  change_asked: 'card.asked-changed',
};

/** DOMAIN 4.3, second table (and 4.4, 4.7): stage × action → next stage. Missing: the stage refuses. */
export const CARD_TABLE: Readonly<Record<Stage, Readonly<Partial<Record<CardActionType, Stage>>>>> = {
  draft: { start_review: 'committee_review', judge: 'draft', write_text: 'draft', change_asked: 'draft' },
  ward_submitted: { start_review: 'committee_review', judge: 'ward_submitted', write_text: 'ward_submitted', change_asked: 'ward_submitted' },
  committee_review: { approve: 'reviewed', judge: 'committee_review', write_text: 'committee_review' },
  // Writing a text on a reviewed card is 事務局's alone, in 事務局確認 and 区長会議: a tracked change.
  reviewed: { reopen: 'committee_review', write_text: 'reviewed' },
};

export type CardOutcome<C extends CardFacts = CardFacts, S extends SubmissionFacts = SubmissionFacts> = Result<{
  next: C;
  /** The answers that the step changed (部会承認 and 審査を再開), as they are afterwards. */
  answers: S[];
  events: (CardEvent | SubmissionEvent)[];
  authority: ReviewAuthority | null;
  /** A text changed by 事務局 over the 部会's head: mark it, inform the owner. */
  tracked: boolean;
}>;

/** The stage a card takes by itself: 下書き ⇄ 区提出, following its asked answers. Later stages do not follow. */
export function stageFollowing(stage: Stage, askedStates: readonly SubmissionState[]): Stage {
  if (stage !== 'draft' && stage !== 'ward_submitted') return stage;
  return askedStates.length > 0 && askedStates.every((state) => state === 'submitted') ? 'ward_submitted' : 'draft';
}

/**
 * One step of one card, with every asked answer of it, under the card's lock. Refuses in this order: person, kind of
 * card, phase, stage, what has to be written or decided.
 */
export function transitionCard<C extends CardFacts, S extends SubmissionFacts>(
  card: C, answers: readonly S[], action: CardAction,
): CardOutcome<C, S> {
  const forbidden = whyNot(action.by, PERMISSION[action.type], card);
  if (forbidden !== null) return { ok: false, problem: forbidden };
  if (card.kind !== 'live') return refuse(card.kind === 'frozen' ? 'card/frozen' : 'card/reference');
  if (!isOpen(card, action)) return refuse('cycle/not-open-for-review');

  const to = CARD_TABLE[card.stage][action.type];
  if (to === undefined) return refuse(stageRefusal(card, action));
  const problem = problemOf(card, answers, action);
  if (problem !== null) return problem;

  const authority = authorityOf(card, action);
  if (authority === 'stand_in' && !('standInReason' in action && isWritten(action.standInReason))) {
    return refuse('permission/stand-in-reason-required');
  }
  const closed = closings(answers, action);
  return {
    ok: true,
    next: { ...card, ...changesOf(card, action), stage: to },
    answers: closed.map((answer) => answer.next),
    events: [{ type: EVENT[action.type], cardId: card.id, from: card.stage, to }, ...closed.map((answer) => answer.event)],
    authority,
    tracked: action.type === 'write_text' && action.by.role === 'secretariat' && card.committeeId !== null,
  };
}

/** §4.5: card steps from 照会 to 区長会議. Whom to ask may also be prepared in 準備. */
const isOpen = (card: CardFacts, { type }: CardAction): boolean =>
  type === 'change_asked' ? !isSettled(card.phase) : takesReview(card.phase);

function stageRefusal(card: CardFacts, { type }: CardAction) {
  if (type === 'change_asked') return 'card/asked-locked';
  return card.stage === 'reviewed' ? 'card/already-reviewed' : 'card/wrong-stage';
}

function problemOf(card: CardFacts, answers: readonly SubmissionFacts[], action: CardAction) {
  switch (action.type) {
    case 'start_review': {
      if (card.stage !== 'draft' || hasPassed(card.wardDeadline, action.today)) return null;
      return refuse('card/wards-still-answering', unsubmitted(answers));
    }
    case 'approve': {
      const missing = CARD_TEXTS.filter((text) => !card.texts[text]);
      if (missing.length > 0) return refuse('card/texts-missing', missing);
      if (!card.progressDecided) return refuse('card/progress-undecided');
      const owed = unsubmitted(answers);
      const needsReason = owed.length > 0 || action.noFigure === true;
      return needsReason && !isWritten(action.reason) ? refuse('card/reason-required', owed) : null;
    }
    case 'reopen': return isWritten(action.reason) ? null : refuse('card/reason-required');
    case 'judge': {
      const needed = judgeReasonNeeded({ ...action, from: card.progress, to: action.progress, recurring: card.recurring });
      return needed.length > 0 && !isWritten(action.reason) ? refuse('card/reason-required', needed) : null;
    }
    case 'write_text': {
      // On a reviewed card only 事務局 may, and it may only in the late phases.
      const isTooLate = card.stage === 'reviewed' && !(action.by.role === 'secretariat' && isLatePhase(card.phase));
      return isTooLate ? refuse('card/already-reviewed') : null;
    }
    case 'change_asked':
      return action.removedWithContent.length > 0 && !action.confirmed
        ? refuse('card/asked-has-content', action.removedWithContent)
        : null;
  }
}

const unsubmitted = (answers: readonly SubmissionFacts[]): string[] =>
  answers.filter((answer) => answer.state !== 'submitted').map((answer) => answer.id);

function authorityOf(card: CardFacts, action: CardAction): ReviewAuthority | null {
  if (action.type === 'start_review' || action.type === 'approve') return reviewAuthority(action.by, card);
  return action.type === 'reopen' ? reopenAuthority(action.by, card) : null;
}

function closings<S extends SubmissionFacts>(answers: readonly S[], { type }: CardAction) {
  if (type === 'approve') return answers.map((answer) => closeSubmission(answer));
  return type === 'reopen' ? answers.map((answer) => restoreSubmission(answer)) : [];
}

/** What a step changes besides the stage. */
function changesOf(card: CardFacts, action: CardAction): Partial<CardFacts> {
  switch (action.type) {
    case 'approve': return { reopenedLate: false };
    case 'reopen': return { reopenedLate: isLatePhase(card.phase) };
    case 'judge': return { progress: action.progress, progressDecided: true };
    case 'write_text': return { texts: { ...card.texts, [action.field]: action.written } };
    default: return {};
  }
}
