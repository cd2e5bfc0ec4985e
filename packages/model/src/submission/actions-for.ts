import type { CardFacts } from '../card/facts.ts';
import type { Actor } from '../permissions/roles.ts';
import type { Refusal } from '../refusal.ts';
import type { SubmissionFacts } from './facts.ts';
import { lastWishDay } from './last-wish-day.ts';
import { type SubmissionAction, type SubmissionActionType, transitionSubmission } from './transition.ts';

/** One button: whether it may be pressed, why not, and whether it will ask for a reason of 代行. */
export interface ActionChoice<T extends string> {
  action: T;
  allowed: boolean;
  whyNot: Refusal | null;
  standIn: boolean;
}

/** Tries every action with its input filled in, so that a button can never disagree with the command behind it. */
export function actionsFor(actor: Actor, card: CardFacts, submission: SubmissionFacts): ActionChoice<SubmissionActionType>[] {
  const by = actor;
  const tried: SubmissionAction[] = [
    { type: 'edit', by },
    { type: 'request_check', by },
    { type: 'withdraw', by },
    { type: 'send_back', by, reason: '—' },
    { type: 'submit', by },
    { type: 'return', by, reason: '—', fields: ['answer'], deadline: '9999-12-31', standInReason: '—' },
    { type: 'cancel_return', by, standInReason: '—' },
    { type: 'extend', by, until: '9999-12-31' },
    { type: 'ask_extension', by, until: lastWishDay(card.conferenceOn), reason: '—' },
    { type: 'cancel_extension_request', by },
    { type: 'refuse_extension', by, reason: '—' },
    { type: 'delegate', by },
  ];
  return tried.map((action) => {
    const outcome = transitionSubmission(submission, card, action);
    return {
      action: action.type,
      allowed: outcome.ok,
      whyNot: outcome.ok ? null : outcome.problem,
      standIn: outcome.ok && outcome.authority === 'stand_in',
    };
  });
}
