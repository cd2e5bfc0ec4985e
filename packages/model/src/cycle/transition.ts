import type { CardFacts } from '../card/facts.ts';
import { whyNot } from '../permissions/can.ts';
import type { Actor } from '../permissions/roles.ts';
import { isWritten, refuse, type Result } from '../refusal.ts';
import { type Phase, PHASES } from './phases.ts';

export type CycleAction =
  | { type: 'advance'; by: Actor }
  | { type: 'step_back'; by: Actor; reason: string };

/**
 * DOMAIN 4.5: 事務局 moves the cycle one step on, or before 確定 one step back with a reason. 確定 needs every live card
 * 審査完了; the refusal's details are the ids of those that are not.
 */
export function transitionCycle(
  phase: Phase, cards: readonly Pick<CardFacts, 'id' | 'kind' | 'stage'>[], action: CycleAction,
): Result<{ next: Phase }> {
  const forbidden = whyNot(action.by, action.type === 'advance' ? 'cycle.advance' : 'cycle.step-back', null);
  if (forbidden !== null) return { ok: false, problem: forbidden };
  const at = PHASES.indexOf(phase);
  const next = PHASES[action.type === 'advance' ? at + 1 : at - 1];
  if (next === undefined) return refuse('cycle/wrong-step');
  if (action.type === 'step_back') {
    // 確定 is a promise: from there a 訂正 is the only road.
    if (at >= PHASES.indexOf('settled')) return refuse('cycle/wrong-step');
    if (!isWritten(action.reason)) return refuse('cycle/reason-required');
  }
  if (next === 'settled') {
    const open = unreviewed(cards);
    if (open.length > 0) return refuse('cycle/cards-not-reviewed', open);
  }
  return { ok: true, next };
}

/** The live cards that keep the cycle from 確定, by id. */
export const unreviewed = (cards: readonly Pick<CardFacts, 'id' | 'kind' | 'stage'>[]): string[] =>
  cards.filter((card) => card.kind === 'live' && card.stage !== 'reviewed').map((card) => card.id);
