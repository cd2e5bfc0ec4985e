import type { Actor } from '../permissions/roles.ts';
import type { ActionChoice } from '../submission/actions-for.ts';
import type { SubmissionFacts } from '../submission/facts.ts';
import type { CardFacts } from './facts.ts';
import { type CardAction, type CardActionType, transitionCard } from './transition.ts';

/**
 * Tries every action on a card with its reasons filled in, so that menus, drag and buttons can never disagree with the
 * command behind them. `today`: ISO date. `answers`: what the reader may see of the asked answers' states.
 */
export function cardActionsFor(
  actor: Actor, card: CardFacts, answers: readonly SubmissionFacts[], today: string,
): ActionChoice<CardActionType>[] {
  const by = actor;
  const given = { reason: '—', standInReason: '—' };
  const tried: CardAction[] = [
    { type: 'start_review', by, today, ...given },
    { type: 'approve', by, ...given },
    { type: 'reopen', by, ...given },
    { type: 'judge', by, progress: 'completed', no: 0, unanswered: 0, suggestion: null, ...given },
    { type: 'write_text', by, field: 'results', written: true },
    { type: 'change_asked', by, removedWithContent: [], confirmed: true },
  ];
  return tried.map((action) => {
    const outcome = transitionCard(card, answers, action);
    return {
      action: action.type,
      allowed: outcome.ok,
      whyNot: outcome.ok ? null : outcome.problem,
      standIn: outcome.ok && outcome.authority === 'stand_in',
    };
  });
}
