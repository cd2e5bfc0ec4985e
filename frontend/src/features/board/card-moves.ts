import type { CardTile, Cycle } from '@furikaeri/contracts';
import { actionForMove, isNoneApplicable, judgeReasonNeeded, suggestProgress, transitionCard } from '@furikaeri/model';
import type { Actor, CardAction, DecidedProgress, JudgeReason, Lane, LaneAxis, Refusal, Stage } from '@furikaeri/model';
import { cardFacts } from '../../shared/facts/card-facts.ts';

export type MoveAction = 'start_review' | 'approve' | 'reopen' | 'judge';
interface Reasons { card: CardTile; reason?: string | undefined; actingReason?: string | undefined }
export type Move = Reasons & ({ action: 'start_review' | 'approve' | 'reopen' } | { action: 'judge'; progress: DecidedProgress });

/** What has to be asked before a move can be sent. */
export type ReasonNeed = JudgeReason | 'reopen' | 'answers_missing' | 'none_applicable';
export interface MoveChoice {
  action: MoveAction;
  progress?: DecidedProgress | undefined;
  /** Where the card would lie afterwards. */
  axis: LaneAxis;
  to: Lane;
  refusal: Refusal | null;
  /** Why a reason has to be written; empty when none is needed. */
  needs: ReasonNeed[];
  /** 代行: the secretariat acts for an absent lead and says why. */
  standIn: boolean;
}
export interface Setting { actor: Actor; cycle: Cycle; today: string }

/** How many answers 部会承認 would treat as 未提出扱い: all that are not 提出済; one with an open 差戻し is among them. */
export const owed = ({ figure }: Pick<CardTile, 'figure'>): number => (figure === null ? 0 : figure.asked - figure.submitted);

function needsOf(card: CardTile, action: MoveAction, progress: DecidedProgress | undefined): ReasonNeed[] {
  const { figure } = card;
  if (action === 'reopen') return ['reopen'];
  if (action === 'approve') {
    const none = figure !== null && isNoneApplicable(figure);
    return [...(owed(card) > 0 ? ['answers_missing' as const] : []), ...(none ? ['none_applicable' as const] : [])];
  }
  if (action !== 'judge' || progress === undefined) return [];
  return judgeReasonNeeded({
    from: card.progress ?? 'in_progress', to: progress, no: figure?.no ?? 0, unanswered: figure?.unanswered ?? 0,
    recurring: card.deadline.recurring, suggestion: suggestProgress(figure, card.deadline.recurring).progress,
  });
}

const LANDING: Record<Exclude<MoveAction, 'judge'>, Stage> = { start_review: 'committee_review', approve: 'reviewed', reopen: 'committee_review' };

/** One step of one card as the model judges it, with every reason taken as given. */
export function choiceFor(card: CardTile, action: MoveAction, setting: Setting, progress?: DecidedProgress): MoveChoice {
  const { actor, cycle, today } = setting;
  const given = { reason: '—', standInReason: '—' };
  const tried: CardAction = action === 'judge'
    ? { type: 'judge', by: actor, progress: progress ?? 'in_progress', no: 0, unanswered: 0, suggestion: null, reason: '—' }
    : action === 'start_review' ? { type: 'start_review', by: actor, today, ...given } : { type: action, by: actor, ...given };
  // The board holds no answers: whether some are missing it reads from the counts, and asks for the reason itself.
  const outcome = transitionCard(cardFacts(card, cycle), [], tried);
  return {
    action, progress: action === 'judge' ? progress ?? 'in_progress' : undefined,
    axis: action === 'judge' ? 'progress' : 'stage', to: action === 'judge' ? progress ?? 'in_progress' : LANDING[action],
    refusal: outcome.ok ? null : outcome.problem, needs: outcome.ok ? needsOf(card, action, progress) : [],
    standIn: outcome.ok && outcome.authority === 'stand_in',
  };
}

/** What dropping a card on a lane would do; null where no action leads there (the wards' answers move it by themselves). */
export function choiceForLane(card: CardTile, axis: LaneAxis, to: Lane, setting: Setting): MoveChoice | null {
  const from = axis === 'stage' ? card.stage : card.progress;
  if (from === null || card.kind !== 'live') return null;
  const action = actionForMove(axis, from, to);
  if (action !== 'start_review' && action !== 'approve' && action !== 'reopen' && action !== 'judge') return null;
  return choiceFor(card, action, setting, axis === 'progress' && to !== 'completed_earlier' ? (to as DecidedProgress) : undefined);
}

/** The steps of the menu 「移動…」, both axes; those of a later stage are left out instead of being refused one by one. */
export function choicesFor(card: CardTile, setting: Setting): MoveChoice[] {
  if (card.kind !== 'live') return [];
  const stageStep: MoveAction = card.stage === 'reviewed' ? 'reopen' : card.stage === 'committee_review' ? 'approve' : 'start_review';
  const other: DecidedProgress = card.progress === 'completed' ? 'in_progress' : 'completed';
  const same: DecidedProgress = card.progress === 'completed' ? 'completed' : 'in_progress';
  const judged = card.progressDecided ? [other] : [other, same];
  return [choiceFor(card, stageStep, setting), ...judged.map((progress) => choiceFor(card, 'judge', setting, progress))];
}

/** What the card will look like, shown at once and taken back if the server refuses. */
export function guessOf(move: Move): Partial<CardTile> {
  return move.action === 'judge' ? { progress: move.progress, progressDecided: true } : { stage: LANDING[move.action] };
}
