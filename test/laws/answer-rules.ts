import type { Action } from './actions.ts';
import { isComplete } from './figure.ts';
import { PEOPLE, type PersonName } from './people.ts';
import { Refusals } from './refusals.ts';
import { type Answer, answerOf, BUREAU_DEADLINE, type Card, cardOf, follow, isLatePhase, type State, takesReview, WARD_DEADLINE, type World } from './world.ts';

type OfAnswer = Extract<Action, { of: string }>;
type Return = Extract<Action, { does: 'return' }>;
type OwnVerb = 'edit' | 'request_check' | 'withdraw' | 'send_back' | 'submit';
type Part = 'staff' | 'approver' | 'office';
interface Row { in: readonly State[]; does: OwnVerb; by: readonly Part[]; then: State | 'unchanged' | 'back' }

/** DOMAIN 4.3, first table, as far as the asked organisation itself acts. `back`: 差戻し while one is open, else 下書き. */
const WARD: readonly Row[] = [
  { in: ['not_started'], does: 'edit', by: ['staff', 'approver'], then: 'draft' },
  { in: ['draft', 'returned'], does: 'edit', by: ['staff', 'approver'], then: 'unchanged' },
  { in: ['checking'], does: 'edit', by: ['approver'], then: 'unchanged' },
  { in: ['draft', 'returned'], does: 'request_check', by: ['staff'], then: 'checking' },
  { in: ['checking'], does: 'withdraw', by: ['staff'], then: 'back' },
  { in: ['checking'], does: 'send_back', by: ['approver'], then: 'back' },
  { in: ['draft', 'returned', 'checking'], does: 'submit', by: ['approver'], then: 'submitted' },
  { in: ['submitted'], does: 'withdraw', by: ['approver'], then: 'checking' },
];
/** The same of a 局 or the 事務局: no 確認を依頼, no 区内で差し戻す, no 区内確認中. */
const OFFICE: readonly Row[] = [
  { in: ['not_started'], does: 'edit', by: ['office'], then: 'draft' },
  { in: ['draft', 'returned'], does: 'edit', by: ['office'], then: 'unchanged' },
  { in: ['draft', 'returned'], does: 'submit', by: ['office'], then: 'submitted' },
  { in: ['submitted'], does: 'withdraw', by: ['office'], then: 'draft' },
];
const tableOf = ({ organisation }: Answer): readonly Row[] => (organisation.kind === 'ward' ? WARD : OFFICE);

function partOf(by: PersonName, { organisation }: Answer): Part | null {
  const { role, organisationId } = PEOPLE[by];
  if (organisationId !== organisation.id) return null;
  switch (role) {
    case 'ward_staff': return 'staff';
    case 'ward_approver': return 'approver';
    case 'bureau_staff':
    case 'secretariat': return 'office';
    default: return null;
  }
}

const rowFor = (answer: Answer, does: OwnVerb, part: Part | null): Row | undefined =>
  tableOf(answer).find((row) => row.does === does && row.in.includes(answer.state) && part !== null && row.by.includes(part));

/** 4.5: open in 照会 and 審査期間; later only with an open 差戻し, or on a card reopened there. */
const isOpen = (world: World, card: Card, answer: Answer): boolean =>
  world.phase === 'collection' || world.phase === 'review' || (isLatePhase(world.phase) && (answer.openReturn !== null || card.reopenedLate));

/** 4.7: the latest of group deadline, extension and 差戻し deadline. */
export const deadlineOf = ({ organisation, extension, returnDeadline }: Answer): string =>
  [organisation.kind === 'ward' ? WARD_DEADLINE : BUREAU_DEADLINE, extension ?? '', returnDeadline ?? ''].toSorted().at(-1) ?? '';

/** In what capacity somebody does a 部会長's step on an answer. */
function returnsAs(world: World, card: Card, by: PersonName): 'lead' | 'own right' | '代行' | null {
  const { role, organisationId } = PEOPLE[by];
  if (role === 'committee_lead') return card.committee?.id === organisationId ? 'lead' : null;
  if (role !== 'secretariat') return null;
  return card.committee === null || (card.reopenedLate && isLatePhase(world.phase)) ? 'own right' : '代行';
}

const isOpenDay = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const OWED: readonly State[] = ['not_started', 'draft', 'checking', 'returned'];

export function refusalsOfOwn(world: World, action: OfAnswer & { does: OwnVerb }): Refusals {
  const card = cardOf(world, action.card);
  const answer = answerOf(world, action.card, action.of);
  const part = partOf(action.by, answer);
  const refusals = new Refusals()
    .forbid(part === null)
    .when(action.does === 'send_back' && !action.reason, 'request/invalid', 'submission/reason-required')
    .when(action.stale, 'submission/changed-meanwhile')
    .when(!isOpen(world, card, answer), 'cycle/not-open-for-answers')
    .when((action.does === 'submit' || action.does === 'request_check') && !isComplete(card, answer.draft), 'submission/incomplete');
  if (rowFor(answer, action.does, part) === undefined) return refusals.when(true, 'submission/wrong-state', 'submission/not-yours');
  const isTaken = action.does === 'withdraw' && answer.state === 'submitted' && (card.stage === 'committee_review' || card.stage === 'reviewed');
  return refusals.when(isTaken, 'submission/review-started');
}

export function happenOwn(world: World, action: OfAnswer & { does: OwnVerb }, mark: string): void {
  const answer = answerOf(world, action.card, action.of);
  const row = rowFor(answer, action.does, partOf(action.by, answer));
  if (row === undefined) throw new Error('Nothing in the table.');
  if (action.does === 'edit' || action.does === 'send_back') world.typed.push({ mark, organisationId: answer.organisation.id, card: action.card, submitted: false });
  if (action.does === 'edit') answer.draft = { says: action.says, mark };
  if (row.then === 'back') answer.state = answer.openReturn === null ? 'draft' : 'returned';
  else if (row.then !== 'unchanged') answer.state = row.then;
  if (action.does === 'submit') {
    answer.submitted = answer.draft;
    answer.late = world.today > deadlineOf(answer);
    answer.openReturn = null;
    for (const typed of world.typed) if (typed.mark === answer.submitted?.mark) typed.submitted = true;
  }
  follow(cardOf(world, action.card));
}

export function refusalsOfReturn(world: World, action: Return | Extract<Action, { does: 'cancel_return' }>): Refusals {
  const card = cardOf(world, action.card);
  const answers = [action.of].flat().map((asked) => answerOf(world, action.card, asked));
  const capacity = returnsAs(world, card, action.by);
  const isInState = ({ state, openReturn }: Answer): boolean =>
    action.does === 'return' ? state === 'submitted' : state === 'returned' || (state === 'checking' && openReturn !== null);
  const refusals = new Refusals()
    .forbid(capacity === null)
    .when(action.stale, 'submission/changed-meanwhile')
    .when(!takesReview(world.phase), 'cycle/not-open-for-review')
    .when(card.stage === 'reviewed', 'card/already-reviewed')
    .when(!answers.every(isInState), 'submission/wrong-state')
    .when(capacity === '代行' && !action.acting, 'permission/stand-in-reason-required');
  if (action.does === 'cancel_return') return refusals;
  return refusals
    .when(!action.reason, 'request/invalid', 'submission/reason-required')
    .when(action.fields === 'none', 'submission/fields-required')
    // A text is no value: its form has none to correct.
    .when(action.fields === 'value' && card.counts === 'text_only', 'submission/field-not-on-form')
    .when(action.until <= world.today || !isOpenDay(action.until), 'submission/deadline-passed');
}

export function happenReturn(world: World, action: Return | Extract<Action, { does: 'cancel_return' }>): void {
  for (const asked of [action.of].flat()) {
    const answer = answerOf(world, action.card, asked);
    if (action.does === 'return') {
      Object.assign(answer, { state: 'returned', openReturn: action.fields === 'value' ? 'value' : 'text', returnDeadline: action.until } satisfies Partial<Answer>);
    } else {
      Object.assign(answer, { state: 'submitted', openReturn: null } satisfies Partial<Answer>);
    }
  }
  follow(cardOf(world, action.card));
}

export function refusalsOfExtension(world: World, action: Extract<Action, { does: 'extend' }>): Refusals {
  const answer = answerOf(world, action.card, action.of);
  return new Refusals()
    .forbid(PEOPLE[action.by].role !== 'secretariat')
    .when(action.stale, 'submission/changed-meanwhile')
    .when(!isOpen(world, cardOf(world, action.card), answer), 'cycle/not-open-for-answers')
    .when(!OWED.includes(answer.state), 'submission/nothing-to-extend')
    .when(action.until <= deadlineOf({ ...answer, extension: null }) || action.until === deadlineOf(answer), 'submission/extension-not-later')
    .when(action.until <= world.today || !isOpenDay(action.until), 'submission/deadline-passed');
}
