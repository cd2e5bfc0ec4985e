import type { CardFacts } from '../card/facts.ts';
import { isLatePhase, isSettled } from '../cycle/phases.ts';
import type { ModelProblem, Refusal } from '../refusal.ts';
import type { SubmissionFacts } from '../submission/facts.ts';
import { answersFor, isCardsBureau, leads, reopenAuthority, returnAuthority, reviewAuthority } from './authority.ts';
import type { Actor, Role } from './roles.ts';
import { scopeOf, takesPart } from './scope.ts';
import { mayJoin } from './streams.ts';

/** An answer is judged together with its card: rights follow the card's 部会, 局, stage and phase. */
export interface AnswerSubject { card: CardFacts; submission: SubmissionFacts }
/** A comment hangs on a card, or (with `submission`) on one answer. */
export interface CommentSubject { card: CardFacts; submission: SubmissionFacts | null }

/** What each action is done to. `null`: to nothing in particular. */
export interface Subjects {
  'cycle.read': null;
  'cycle.advance': null;
  'cycle.step-back': null;
  'card.read': CardFacts;
  /** The answers by ward: strip in official order, list of answers with their state. */
  'card.read-breakdown': CardFacts;
  'card.start-review': CardFacts;
  'card.approve': CardFacts;
  'card.reopen': CardFacts;
  'card.judge': CardFacts;
  'card.write-text': CardFacts;
  'assignment.change': CardFacts | null;
  'submission.read-state': AnswerSubject;
  'submission.read-content': AnswerSubject;
  /** Who is typing in an answer (presence). */
  'submission.read-presence': AnswerSubject;
  'submission.edit': AnswerSubject;
  'submission.request-check': AnswerSubject;
  'submission.withdraw': AnswerSubject;
  'submission.send-back': AnswerSubject;
  'submission.submit': AnswerSubject;
  'submission.return': AnswerSubject;
  'submission.cancel-return': AnswerSubject;
  'submission.extend': AnswerSubject;
  'submission.ask-extension': AnswerSubject;
  'submission.delegate': AnswerSubject;
  'comment.read': CommentSubject;
  'comment.write': CommentSubject;
  'progress-table.read': null;
  'nudge.send': null;
  'mailbox.read': null;
  'log.read': null;
  'settings.change': null;
  'accounts.manage': null;
  'sheet.import': null;
  /** Files that help in answering: the 回答ファイル, and a table of wards out of Excel. */
  'answer-file.use': null;
  /** 整合チェック: reading the findings, and acknowledging one of this card. */
  'lint.read': null;
  'lint.acknowledge': CardFacts;
  /** 局の数値 of one 局. */
  'bureau-figure.write': { bureauId: string };
  /** Naming one's own 代理. */
  'deputy.name': null;
  /** 閉庁日, and the deadlines of a cycle. */
  'calendar.change': null;
  /** The ladder of a cycle and the words of its mails. */
  'reminder.configure': null;
  /** Who got what when; failed mails and jobs, tried again. */
  'mail-log.use': null;
  /** Saying when one is away. */
  'absence.declare': null;
  'stream.join': string;
}
export type Action = keyof Subjects;

type Rule<S> = (actor: Actor, subject: S) => ModelProblem | null;

const onlyRoles = (...roles: readonly Role[]): Rule<unknown> => (actor) =>
  roles.includes(actor.role) ? null : 'permission/denied';

const when = (allowed: boolean, problem: ModelProblem): ModelProblem | null => (allowed ? null : problem);

/** The card's 部会長, its 局 and 事務局: those who see each ward by name. */
const seesByWard = (actor: Actor, card: CardFacts): boolean =>
  actor.role === 'secretariat' || leads(actor, card) || isCardsBureau(actor, card);

const seesState = (actor: Actor, { card, submission }: AnswerSubject): boolean =>
  answersFor(actor, submission) || seesByWard(actor, card);

/** §4.3, first table: the ward's (or 局's, or 事務局's own) side of an answer. */
const ownStep = (allowed: (actor: Actor, submission: SubmissionFacts) => boolean): Rule<AnswerSubject> =>
  (actor, { submission }) =>
    when(answersFor(actor, submission) && allowed(actor, submission), 'submission/not-yours');

const isWardsRole = (actor: Actor, submission: SubmissionFacts, role: Role): boolean =>
  submission.organisationKind !== 'ward' || actor.role === role;

/**
 * True for those who may read each answer by itself: {@link seesByWard}, and from 確定 everybody. Of one that was never
 * submitted nobody else reads anything even then, and some questions stay withheld.
 */
export const seesEachAnswer = (actor: Actor, card: CardFacts): boolean =>
  seesByWard(actor, card) || (isSettled(card.phase) && card.withheld !== true);

const returns: Rule<AnswerSubject> = (actor, { card }) => when(returnAuthority(actor, card) !== null, 'card/not-yours');

const reviews: Rule<CardFacts> = (actor, card) => when(reviewAuthority(actor, card) !== null, 'card/not-yours');

/** §4.4: 部会長; without 部会 the 局; without 局 事務局; in 事務局確認 also 事務局. There is no 代行 for this judgement. */
function judges(actor: Actor, card: CardFacts): boolean {
  if (actor.role === 'secretariat') {
    return card.phase === 'check' || (card.committeeId === null && card.bureauId === null);
  }
  return leads(actor, card) || (card.committeeId === null && isCardsBureau(actor, card));
}

/** §4.4: 部会長 and 局 of the card; 事務局 in 事務局確認 and 区長会議, and where the card has no 部会. */
function writesText(actor: Actor, card: CardFacts): boolean {
  if (actor.role === 'secretariat') return isLatePhase(card.phase) || card.committeeId === null;
  return leads(actor, card) || isCardsBureau(actor, card);
}

const RULES: { [A in Action]: Rule<Subjects[A]> } = {
  'cycle.read': () => null,
  'cycle.advance': onlyRoles('secretariat'),
  'cycle.step-back': onlyRoles('secretariat'),
  'card.read': () => null,
  'card.read-breakdown': (actor, card) => when(seesByWard(actor, card), 'permission/denied'),
  'card.start-review': reviews,
  'card.approve': reviews,
  'card.reopen': (actor, card) => when(reopenAuthority(actor, card) !== null, 'card/not-yours'),
  'card.judge': (actor, card) => when(judges(actor, card), 'card/not-yours'),
  'card.write-text': (actor, card) => when(writesText(actor, card), 'card/not-yours'),
  'assignment.change': onlyRoles('secretariat'),
  'submission.read-state': (actor, subject) => when(seesState(actor, subject), 'permission/denied'),
  'submission.read-content': (actor, { card, submission }) =>
    when(visibleContent(actor, card, submission) !== 'none', 'permission/denied'),
  'submission.read-presence': (actor, { submission }) => when(answersFor(actor, submission), 'permission/denied'),
  'submission.edit': ownStep((actor, submission) =>
    submission.state !== 'checking' || isWardsRole(actor, submission, 'ward_approver')),
  'submission.request-check': ownStep((actor, submission) =>
    submission.organisationKind === 'ward' && actor.role === 'ward_staff'),
  'submission.withdraw': ownStep((actor, submission) =>
    isWardsRole(actor, submission, submission.state === 'checking' ? 'ward_staff' : 'ward_approver')),
  'submission.send-back': ownStep((actor, submission) =>
    submission.organisationKind === 'ward' && actor.role === 'ward_approver'),
  'submission.submit': ownStep((actor, submission) => isWardsRole(actor, submission, 'ward_approver')),
  'submission.return': returns,
  'submission.cancel-return': returns,
  'submission.extend': onlyRoles('secretariat'),
  'submission.ask-extension': ownStep(() => true),
  'submission.delegate': ownStep((_, submission) => submission.organisationKind === 'ward'),
  'comment.read': (actor, { card, submission }) =>
    when(submission === null || seesState(actor, { card, submission }), 'permission/denied'),
  'comment.write': (actor, { card, submission }) => {
    // 閲覧者 and 管理者 read the conversation of a card; taking part in it is for those who work on the review.
    if (!takesPart(actor)) return 'permission/denied';
    return when(submission === null || seesState(actor, { card, submission }), 'permission/denied');
  },
  'progress-table.read': onlyRoles('secretariat'),
  'nudge.send': onlyRoles('secretariat'),
  'mailbox.read': onlyRoles('secretariat'),
  'log.read': onlyRoles('secretariat', 'admin'),
  'settings.change': onlyRoles('secretariat', 'admin'),
  'accounts.manage': onlyRoles('admin'),
  'sheet.import': onlyRoles('secretariat'),
  'answer-file.use': (actor) => when(scopeOf(actor).own !== null, 'permission/denied'),
  'lint.read': onlyRoles('committee_lead', 'bureau_staff', 'secretariat'),
  'lint.acknowledge': (actor, card) => when(seesByWard(actor, card), 'card/not-yours'),
  'bureau-figure.write': (actor, { bureauId }) => when(actor.role === 'bureau_staff' && actor.organisationId === bureauId, 'permission/denied'),
  // A 代理 does not name the next one: who is away has to say so.
  'deputy.name': (actor) => when((actor.role === 'ward_approver' || actor.role === 'committee_lead') && actor.deputyFor === null, 'permission/denied'),
  'calendar.change': onlyRoles('secretariat'),
  'reminder.configure': onlyRoles('secretariat'),
  'mail-log.use': onlyRoles('secretariat'),
  'absence.declare': (actor) => when(takesPart(actor), 'permission/denied'),
  'stream.join': (actor, name) => when(mayJoin(actor, name), 'permission/denied'),
};

export const ACTIONS = Object.keys(RULES) as readonly Action[];

/**
 * Why this person may not do this, or null if they may. Answers for persons and rights alone: whether the state of the
 * card or the phase of the cycle lets it happen now is asked of the transitions.
 */
export function whyNot<A extends Action>(actor: Actor, action: A, subject: Subjects[A]): Refusal | null {
  const code = RULES[action](actor, subject);
  return code === null ? null : { code, details: [] };
}

/** DOMAIN 4.6 in one question, asked alike by the server and by the screen's buttons. */
export function can<A extends Action>(actor: Actor, action: A, subject: Subjects[A]): boolean {
  return whyNot(actor, action, subject) === null;
}

/**
 * Which text of an answer someone may read: the ward itself what it is typing (`draft`), the card's 部会長, 局 and 事務局
 * the last submitted version, others nothing until 確定. An open 差戻し keeps the submitted version readable; 取下げ hides it.
 */
export function visibleContent(actor: Actor, card: CardFacts, submission: SubmissionFacts): 'draft' | 'submitted' | 'none' {
  if (answersFor(actor, submission)) return 'draft';
  const isOut = submission.state === 'submitted' || submission.state === 'confirmed' || submission.openReturn;
  if (!isOut) return 'none';
  return seesEachAnswer(actor, card) ? 'submitted' : 'none';
}
