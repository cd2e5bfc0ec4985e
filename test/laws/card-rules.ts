import type { Action } from './actions.ts';
import { totals } from './figure.ts';
import { PEOPLE, type PersonName } from './people.ts';
import { Refusals } from './refusals.ts';
import { asks, BUREAU_DEADLINE, type Card, cardOf, follow, isLatePhase, isSettled, PHASES, takesReview, WARD_DEADLINE, type World } from './world.ts';
import { secretariatOffice as OFFICE, wards } from '../kit/cast.ts';

type Closing = Extract<Action, { does: 'approve' | 'reopen' }>;
type Of<V extends Action['does']> = Extract<Action, { does: V }>;

const leads = (by: PersonName, { committee }: Card): boolean => PEOPLE[by].role === 'committee_lead' && committee?.id === PEOPLE[by].organisationId;
const isBureau = (by: PersonName, { bureau }: Card): boolean => PEOPLE[by].role === 'bureau_staff' && bureau?.id === PEOPLE[by].organisationId;
const isOffice = (by: PersonName): boolean => PEOPLE[by].role === 'secretariat';
/** 事務局 for an absent 部会長, which takes a reason. */
const standsIn = (by: PersonName, card: Card): boolean => isOffice(by) && card.committee !== null;
const owes = (card: Card): boolean => card.answers.some(({ state }) => state !== 'submitted');

export function refusalsOfStart(world: World, action: Of<'start_review'>): Refusals {
  const card = cardOf(world, action.card);
  const deadline = asks(card) === 'wards' ? WARD_DEADLINE : BUREAU_DEADLINE;
  return new Refusals()
    .forbid(!leads(action.by, card) && !isOffice(action.by))
    .when(action.stale, 'card/changed-meanwhile')
    .when(!takesReview(world.phase), 'cycle/not-open-for-review')
    .when(card.stage === 'committee_review', 'card/wrong-stage')
    .when(card.stage === 'reviewed', 'card/already-reviewed')
    .when(card.stage === 'draft' && world.today <= deadline, 'card/wards-still-answering')
    .when(standsIn(action.by, card) && !action.acting, 'permission/stand-in-reason-required');
}

export function refusalsOfApproval(world: World, action: Closing): Refusals {
  const card = cardOf(world, action.card);
  const { asked, notApplicable } = totals(card);
  return new Refusals()
    .forbid(!leads(action.by, card) && !isOffice(action.by))
    .when(action.stale, 'card/changed-meanwhile')
    .when(!takesReview(world.phase), 'cycle/not-open-for-review')
    .when(card.stage === 'draft' || card.stage === 'ward_submitted', 'card/wrong-stage')
    .when(card.stage === 'reviewed', 'card/already-reviewed')
    .when(!Object.values(card.texts).every(Boolean), 'card/texts-missing')
    .when(!card.decided, 'card/progress-undecided')
    .when((owes(card) || asked === notApplicable) && !action.reason, 'card/reason-required')
    .when(standsIn(action.by, card) && !action.acting, 'permission/stand-in-reason-required');
}

export function happenApproval(card: Card): void {
  card.stage = 'reviewed';
  card.reopenedLate = false;
  for (const answer of card.answers) {
    answer.before = answer.state === 'submitted' ? null : answer.state;
    answer.state = answer.state === 'submitted' ? 'confirmed' : 'waived';
  }
}

export function refusalsOfReopening(world: World, action: Closing): Refusals {
  const card = cardOf(world, action.card);
  const isLate = isLatePhase(world.phase);
  return new Refusals()
    .forbid(!isOffice(action.by) && (isLate || !leads(action.by, card)))
    .when(!action.reason, 'request/invalid', 'card/reason-required')
    .when(action.stale, 'card/changed-meanwhile')
    .when(!takesReview(world.phase), 'cycle/not-open-for-review')
    .when(card.stage !== 'reviewed', 'card/wrong-stage')
    .when(!isLate && standsIn(action.by, card) && !action.acting, 'permission/stand-in-reason-required');
}

export function happenReopening(world: World, card: Card): void {
  card.stage = 'committee_review';
  card.reopenedLate = isLatePhase(world.phase);
  for (const answer of card.answers) {
    answer.state = answer.before ?? 'submitted';
    answer.before = null;
  }
}

/** 4.4: 部会長; without 部会 the 局; without 局 事務局; in 事務局確認 also 事務局. */
function judges(world: World, card: Card, by: PersonName): boolean {
  if (isOffice(by)) return world.phase === 'check' || (card.committee === null && card.bureau === null);
  return leads(by, card) || (card.committee === null && isBureau(by, card));
}

export function refusalsOfJudgement(world: World, action: Of<'judge'>): Refusals {
  const card = cardOf(world, action.card);
  const { no, unanswered } = totals(card);
  const isBack = card.progress === 'completed' && action.progress === 'in_progress';
  const isDone = card.progress === 'in_progress' && action.progress === 'completed';
  return new Refusals()
    .forbid(!judges(world, card, action.by))
    .when(action.stale, 'card/changed-meanwhile')
    .when(!takesReview(world.phase), 'cycle/not-open-for-review')
    .when(card.stage === 'reviewed', 'card/already-reviewed')
    // The suggestion is against 完了 exactly where a ward says いいえ, is missing, or the goal is 毎年度.
    .when((isBack || (isDone && (no > 0 || unanswered > 0 || card.everyYear))) && !action.reason, 'card/reason-required');
}

export function refusalsOfText(world: World, action: Of<'write_text'>): Refusals {
  const card = cardOf(world, action.card);
  const isOfficesTurn = isOffice(action.by) && (isLatePhase(world.phase) || card.committee === null);
  return new Refusals()
    .forbid(!leads(action.by, card) && !isBureau(action.by, card) && !isOfficesTurn)
    .when(action.stale, 'card/changed-meanwhile')
    .when(!takesReview(world.phase), 'cycle/not-open-for-review')
    .when(card.stage === 'reviewed' && !(isOffice(action.by) && isLatePhase(world.phase)), 'card/already-reviewed');
}

/** 4.7: whom to ask, for 事務局, while the card is 下書き or 区提出. */
export function refusalsOfAssignment(world: World, action: Of<'assign'>): Refusals {
  const card = cardOf(world, action.card);
  const goes = card.answers.filter(({ organisation }) => !askedBy(card, action).some(({ id }) => id === organisation.id));
  return new Refusals()
    .forbid(!isOffice(action.by))
    .when(action.stale, 'card/changed-meanwhile')
    .when(isSettled(world.phase), 'cycle/not-open-for-review')
    .when(card.stage === 'committee_review' || card.stage === 'reviewed', 'card/asked-locked')
    .when(goes.some(({ state }) => state !== 'not_started') && !action.confirmed, 'card/asked-has-content');
}

function askedBy(card: Card, { wards: chosen }: Of<'assign'>) {
  if (chosen.length > 0) return wards.filter(({ id }) => chosen.includes(id));
  return [card.bureau ?? OFFICE];
}

export function happenAssignment(world: World, action: Of<'assign'>): void {
  const card = cardOf(world, action.card);
  card.answers = askedBy(card, action).map((organisation) => card.answers.find((answer) => answer.organisation.id === organisation.id) ?? {
    organisation, state: 'not_started', openReturn: null, returnDeadline: null, extension: null, draft: null, submitted: null, late: false, before: null,
  });
  follow(card);
}

/** 4.5: one step on, or before 確定 one step back with a reason; 確定 needs every live card 審査完了. */
export function refusalsOfMove(world: World, action: Of<'move'>): Refusals {
  const at = PHASES.indexOf(world.phase);
  const isTooLate = at >= PHASES.indexOf('settled');
  return new Refusals()
    .forbid(!isOffice(action.by))
    .when(action.stale, 'cycle/changed-meanwhile')
    .when(action.on ? world.phase === 'published' : at === 0 || isTooLate, 'cycle/wrong-step')
    .when(!action.on && !action.reason, 'cycle/reason-required')
    .when(action.on && world.phase === 'conference' && world.cards.some(({ stage }) => stage !== 'reviewed'), 'cycle/cards-not-reviewed');
}
