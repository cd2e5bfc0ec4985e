import type { CardFacts } from '../card/facts.ts';
import { PROGRESSES, STAGES, type Progress, type Stage } from '../card/stages.ts';
import type { CardActionType } from '../card/transition.ts';

/** The switch above the board: lanes by 実施状況, where it opens, or by 審査状態. */
export const LANE_AXES = ['progress', 'stage'] as const;
export type LaneAxis = (typeof LANE_AXES)[number];
export type Lane = Stage | Progress;

/** The lanes of an axis from left to right. 完了済み is a locked rail, not a lane: {@link isOnRail}. */
export const lanesOf = (axis: LaneAxis): readonly Lane[] =>
  axis === 'stage' ? STAGES : PROGRESSES.filter((progress) => progress !== 'completed_earlier');

type Placed = Pick<CardFacts, 'kind' | 'stage' | 'progress'>;

/** The lane in which a card lies; null for frozen cards and references, which are counted in no lane. */
export function laneOf(card: Placed, axis: LaneAxis): Lane | null {
  if (card.kind !== 'live') return null;
  return axis === 'stage' ? card.stage : card.progress;
}

/** 完了済み: one collapsed rail on both axes. */
export const isOnRail = (card: Placed): boolean => card.kind === 'frozen';

const STAGE_MOVES: Readonly<Record<string, CardActionType>> = {
  'draft>committee_review': 'start_review',
  'ward_submitted>committee_review': 'start_review',
  'committee_review>reviewed': 'approve',
  'reviewed>committee_review': 'reopen',
};

/**
 * The one named action that a drop, a menu entry or a key stands for; null where no action leads there. A move is
 * never more than that action: whether it is allowed is asked of it.
 */
export function actionForMove(axis: LaneAxis, from: Lane, to: Lane): CardActionType | null {
  if (from === to) return null;
  if (axis === 'stage') return STAGE_MOVES[`${from}>${to}`] ?? null;
  return lanesOf('progress').includes(from) && lanesOf('progress').includes(to) ? 'judge' : null;
}
