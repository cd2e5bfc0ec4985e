import type { CardFacts } from '../card/facts.ts';
import { isLatePhase } from '../cycle/phases.ts';
import type { SubmissionFacts } from '../submission/facts.ts';
import type { Actor } from './roles.ts';

/**
 * In what capacity someone does a 部会長's step: as the `lead` (代理 included, who holds the lead's post for the period),
 * as the `office` whose own step it is (card without 部会, or a card reopened in 事務局確認 or 区長会議),
 * or as a `stand_in` (代行), which needs a reason. Null: not at all.
 */
export type ReviewAuthority = 'lead' | 'office' | 'stand_in';

/** True for the lead of the card's 部会. */
export const leads = (actor: Actor, card: CardFacts): boolean =>
  actor.role === 'committee_lead' && card.committeeId !== null && actor.organisationId === card.committeeId;

/** True for the staff of the card's 局. */
export const isCardsBureau = (actor: Actor, card: CardFacts): boolean =>
  actor.role === 'bureau_staff' && card.bureauId !== null && actor.organisationId === card.bureauId;

/** True for those who answer for the asked organisation: the ward's two roles, its 局's staff, or 事務局 for its own answer. */
export function answersFor(actor: Actor, submission: SubmissionFacts): boolean {
  if (actor.organisationId !== submission.organisationId) return false;
  if (submission.organisationKind === 'ward') return actor.role === 'ward_staff' || actor.role === 'ward_approver';
  if (submission.organisationKind === 'bureau') return actor.role === 'bureau_staff';
  return actor.role === 'secretariat';
}

/** DOMAIN 4.3: who does a 部会長's step on this card, and in what capacity. */
export function reviewAuthority(actor: Actor, card: CardFacts): ReviewAuthority | null {
  if (leads(actor, card)) return 'lead';
  if (actor.role !== 'secretariat') return null;
  return card.committeeId === null ? 'office' : 'stand_in';
}

/** As {@link reviewAuthority}; on a card reopened in 事務局確認 or 区長会議, 事務局 may return answers in its own name. */
export function returnAuthority(actor: Actor, card: CardFacts): ReviewAuthority | null {
  if (actor.role === 'secretariat' && card.reopenedLate && isLatePhase(card.phase)) return 'office';
  return reviewAuthority(actor, card);
}

/** Reopening belongs to the 部会長 until 事務局確認, and to 事務局 alone in 事務局確認 and 区長会議. */
export function reopenAuthority(actor: Actor, card: CardFacts): ReviewAuthority | null {
  if (isLatePhase(card.phase)) return actor.role === 'secretariat' ? 'office' : null;
  return reviewAuthority(actor, card);
}
