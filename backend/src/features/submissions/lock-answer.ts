import { type CardFacts, answersFor, isOwed, type SubmissionAction, type SubmissionFacts, transitionSubmission, whyNot } from '@furikaeri/model';
import { LockMode, raw } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { orForbid, orRefuse } from '../../platform/commands/or-refuse.ts';
import type { UseCaseContext } from '../../platform/commands/use-case.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { CardEntity, cardFacts } from '../cards/index.ts';
import { CycleEntity } from '../cycles/index.ts';
import { SubmissionEntity } from './submission.entity.ts';
import { become, submissionFacts } from './submission.facts.ts';
import { presentAnswer, presentOwnAnswer } from './submission.presenter.ts';

interface LockedAnswer { card: CardEntity; cycle: CycleEntity; submission: SubmissionEntity; facts: SubmissionFacts; cardFacts: CardFacts }

/** The answer under its card's lock, which is taken before anything about it is read. */
export async function lockAnswer(em: EntityManager, submissionId: string): Promise<LockedAnswer> {
  const ofAnswer = raw('(select card_id from submission where id = ?)', [submissionId]);
  const card = await em.findOne(CardEntity, { id: { $eq: ofAnswer } }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (card === null) throw new ProblemError('submission/not-found');
  const cycle = await em.findOneOrFail(CycleEntity, { id: card.cycleId });
  const submission = await em.findOne(SubmissionEntity, { id: submissionId });
  if (submission === null) throw new ProblemError('submission/not-found');
  return { card, cycle, submission, facts: submissionFacts(submission, cycle), cardFacts: cardFacts(card, cycle) };
}

/** All asked answers of a card, for what depends on all of them. */
export const answersOf = (em: EntityManager, card: CardEntity): Promise<SubmissionEntity[]> =>
  em.find(SubmissionEntity, { cardId: card.id }, { orderBy: { id: 'asc' } });

interface Target { submissionId: string; expectedVersion: number }
export interface Step extends LockedAnswer { before: SubmissionFacts }

/** One step of an answer by its own organisation: refused to others before they could learn anything of the draft. */
export async function takeOwnStep({ em, actor }: UseCaseContext, target: Target, action: SubmissionAction): Promise<Step> {
  const locked = await lockAnswer(em, target.submissionId);
  const { submission, cycle, facts } = locked;
  if (!answersFor(actor, facts)) throw new ProblemError('submission/not-yours');
  if (submission.draftVersion !== target.expectedVersion) {
    throw new ProblemError('submission/changed-meanwhile', { current: presentOwnAnswer(submission, cycle) });
  }
  const { next } = orRefuse(transitionSubmission(facts, locked.cardFacts, action));
  become(submission, next);
  submission.draftVersion += 1;
  if (next.state !== facts.state) submission.version += 1;
  return { ...locked, before: facts };
}

/**
 * 期限延長 or its refusal: a fact beside the state, decided by 事務局. What the ward is typing meanwhile is no conflict.
 * What there is nothing to decide about is said before the version is looked at, whatever was seen.
 */
export async function takeOfficeStep({ em, actor }: UseCaseContext, target: Target, action: Extract<SubmissionAction, { type: 'extend' | 'refuse_extension' }>): Promise<Step> {
  const locked = await lockAnswer(em, target.submissionId);
  const { submission, cycle, facts } = locked;
  orForbid(whyNot(actor, 'submission.extend', { card: locked.cardFacts, submission: facts }));
  if (action.type === 'extend' && !isOwed(facts.state)) throw new ProblemError('submission/nothing-to-extend');
  if (action.type === 'refuse_extension' && facts.extensionRequested !== true) throw new ProblemError('submission/no-extension-request');
  if (submission.version !== target.expectedVersion) {
    throw new ProblemError('submission/changed-meanwhile', { current: presentAnswer(submission, cycle) });
  }
  const { next } = orRefuse(transitionSubmission(facts, locked.cardFacts, action));
  become(submission, next);
  submission.version += 1;
  return { ...locked, before: facts };
}
