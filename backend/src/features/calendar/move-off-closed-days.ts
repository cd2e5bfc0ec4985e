import type { MissedCases, MovedDeadline } from '@furikaeri/contracts';
import { datesOf, streamName, withMoves } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChangeDraft, UseCaseContext } from '../../platform/commands/use-case.ts';
import { CardEntity } from '../cards/index.ts';
import { type CycleEntity, PlanEntity, presentCycle, readClosedDays, takeCalendar } from '../cycles/index.ts';
import { tellDeadlinesMoved } from '../notifications/index.ts';
import { changesOfAnswer, type SubmissionEntity } from '../submissions/index.ts';
import { deadlinesOnClosedDays, missedCases, type MovedAnswer, type MovedCycle, movedDays, presentMoved } from './deadlines-on-closed-days.ts';

/**
 * Every card that could owe something is locked before the calendar is: whoever writes a deadline holds a card first, the
 * calendar second and the cycle last, so nobody waits for another in a ring.
 */
export async function lockForCalendar(em: EntityManager): Promise<void> {
  await em.execute(
    `select id from card where kind = 'live' and cycle_id in (select id from cycle where phase not in ('settled', 'published')) order by id for update`,
  );
  await takeCalendar(em);
  await em.execute(`select id from cycle where phase not in ('settled', 'published') order by id for update`);
}

interface Effects { effects: { moved: MovedDeadline[]; missedCases: MissedCases[] }; changes: ChangeDraft[]; cycleId: string | null }

/** Moves what lies on a closed day to the next open one, in the transaction that closed the day. The locks of {@link lockForCalendar} are held. */
export async function moveOffClosedDays({ em, actor, now, today }: UseCaseContext): Promise<Effects> {
  const closed = await readClosedDays(em);
  const found = await deadlinesOnClosedDays(em, closed, today);
  const effects = { moved: presentMoved(found), missedCases: missedCases(found, closed) };
  const changes: ChangeDraft[] = [];
  // Before anything is written: afterwards the days it came from are gone.
  const told = found.map((one) => ({ cycleId: one.cycle.id, fiscalYear: one.cycle.fiscalYear, changes: movedDays(one) }));
  for (const { cycle, moves, answers } of found) {
    if (moves.length > 0) {
      Object.assign(cycle, withMoves(datesOf(cycle), moves));
      cycle.version += 1;
      changes.push(await changeOfCycle(em, cycle));
    }
    for (const answer of answers) move(answer);
    changes.push(...(await changesOfAnswers(em, cycle, answers.map(({ submission }) => submission))));
  }
  changes.push(...(await tellDeadlinesMoved(em, { actor, now, today }, told)));
  return { effects, changes, cycleId: onlyCycleOf(found) };
}

function move({ submission, extension, returnDeadline }: MovedAnswer): void {
  if (extension !== null) {
    const decision = submission.extensionDecision;
    // What was granted is shown beside the deadline: the two never say different days.
    if (decision != null && decision.until === submission.extension) submission.extensionDecision = { ...decision, until: extension };
    submission.extension = extension;
  }
  if (returnDeadline !== null) {
    submission.returnDeadline = returnDeadline;
    if (submission.openReturn != null) submission.openReturn = { ...submission.openReturn, deadline: returnDeadline };
  }
  submission.version += 1;
}

async function changeOfCycle(em: EntityManager, cycle: CycleEntity): Promise<ChangeDraft> {
  const plan = await em.findOneOrFail(PlanEntity, { id: cycle.planId });
  return { streams: [streamName({ kind: 'cycle', cycleId: cycle.id })], payload: { type: 'cycle.changed', cycle: presentCycle(cycle, plan.name) } };
}

async function changesOfAnswers(em: EntityManager, cycle: CycleEntity, answers: readonly SubmissionEntity[]): Promise<ChangeDraft[]> {
  if (answers.length === 0) return [];
  const cards = new Map((await em.find(CardEntity, { id: { $in: [...new Set(answers.map(({ cardId }) => cardId))] } })).map((card) => [card.id, card]));
  return answers.flatMap((answer) => {
    const card = cards.get(answer.cardId);
    return card === undefined ? [] : changesOfAnswer(card, cycle, answer);
  });
}

/** The history of a cycle shows what concerned it alone. */
const onlyCycleOf = (found: readonly MovedCycle[]): string | null => (found.length === 1 ? (found[0]?.cycle.id ?? null) : null);

/** Everybody who works on a cycle that is not over counts its days anew. */
export async function calendarChanged(em: EntityManager): Promise<ChangeDraft> {
  const cycles = await em.execute<{ id: string }[]>(`select id from cycle where phase <> 'published' order by id`);
  return { streams: cycles.map(({ id }) => streamName({ kind: 'cycle', cycleId: id })), payload: { type: 'calendar.changed' } };
}
