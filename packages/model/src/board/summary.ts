import type { CardFacts } from '../card/facts.ts';
import { STAGES, type Stage } from '../card/stages.ts';

/**
 * The counts in the head of the board. They add up: Σ byStage = live = inProgress + completed, and
 * live + frozen + references = rows (real sheet: 35 = 30 + 5; 35 + 8 + 6 = 49).
 */
export interface BoardSummary {
  rows: number;
  live: number;
  inProgress: number;
  completed: number;
  frozen: number;
  references: number;
  byStage: Record<Stage, number>;
  /** Live cards whose 取組 is 期限超過. */
  overdue: number;
}

export function boardSummary(cards: readonly (Pick<CardFacts, 'kind' | 'stage' | 'progress'> & { isOverdue: boolean })[]): BoardSummary {
  const live = cards.filter((card) => card.kind === 'live');
  const completed = live.filter((card) => card.progress === 'completed').length;
  const inStage = (stage: Stage): number => live.filter((card) => card.stage === stage).length;
  return {
    rows: cards.length,
    live: live.length,
    inProgress: live.length - completed,
    completed,
    frozen: cards.filter((card) => card.kind === 'frozen').length,
    references: cards.filter((card) => card.kind === 'reference').length,
    byStage: Object.fromEntries(STAGES.map((stage) => [stage, inStage(stage)])) as Record<Stage, number>,
    overdue: live.filter((card) => card.isOverdue).length,
  };
}
