import type { MissedCases, MovedDeadline } from '@furikaeri/contracts';
import { caseDay, type ClosedDays, type DateMove, datesOf, isBusinessDay, isSettled, missesCases, movedOffClosedDays, nextBusinessDay, PHASES, withMoves } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CycleEntity } from '../cycles/index.ts';
import { SubmissionEntity } from '../submissions/index.ts';
import { NAME_OF_STEP } from './name-of-step.ts';

/** An answer with a day of its own on which the office is closed, and where that day goes. */
export interface MovedAnswer { submission: SubmissionEntity; extension: string | null; returnDeadline: string | null }
export interface MovedCycle { cycle: CycleEntity; moves: DateMove[]; answers: MovedAnswer[] }

const OPEN_PHASES = PHASES.filter((phase) => !isSettled(phase));

/**
 * Deadlines of open cycles that lie on one of these closed days: a cycle's own dates, extensions and 差戻し. What has passed
 * before today is history. Nothing is written.
 */
export async function deadlinesOnClosedDays(em: EntityManager, closed: ClosedDays, today: string): Promise<MovedCycle[]> {
  const cycles = await em.find(CycleEntity, { phase: { $in: OPEN_PHASES } }, { orderBy: { id: 'asc' } });
  const found: MovedCycle[] = [];
  for (const cycle of cycles) {
    const answers = await answersWithOwnDays(em, cycle.id, today);
    const moved = answers.map((submission) => ({ submission, ...newDays(submission, closed, today) })).filter(({ extension, returnDeadline }) => extension !== null || returnDeadline !== null);
    const moves = movedOffClosedDays(cycle, closed, today);
    if (moves.length > 0 || moved.length > 0) found.push({ cycle, moves, answers: moved });
  }
  return found;
}

async function answersWithOwnDays(em: EntityManager, cycleId: string, today: string): Promise<SubmissionEntity[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select s.id from submission s join card c on c.id = s.card_id
     where c.cycle_id = ? and (s.extension >= ?::date or coalesce(s.return_deadline, (s.open_return ->> 'deadline')::date) >= ?::date)`, [cycleId, today, today],
  );
  return rows.length === 0 ? [] : em.find(SubmissionEntity, { id: { $in: rows.map(({ id }) => id) } }, { orderBy: { id: 'asc' } });
}

function newDays(submission: SubmissionEntity, closed: ClosedDays, today: string): Omit<MovedAnswer, 'submission'> {
  const moved = (day: string | null | undefined): string | null => (day == null || day < today || isBusinessDay(day, closed) ? null : nextBusinessDay(day, closed));
  return { extension: moved(submission.extension), returnDeadline: moved(returnDay(submission)) };
}

/** The 差戻し's own words hold the day, the column the same day for as long as it counts. */
const returnDay = ({ returnDeadline, openReturn }: SubmissionEntity): string | null => returnDeadline ?? openReturn?.deadline ?? null;

/** One date of a cycle, or the days of answers that go from one day to another, with the answers. */
export type MovedDay = MovedDeadline & { submissionIds: string[] };

/** What moved in one cycle: each of its dates, and answers together that go the same way. */
export function movedDays({ cycle: { fiscalYear }, moves, answers }: MovedCycle): MovedDay[] {
  const own = new Map<string, MovedDay>();
  const add = (what: MovedDay['what'], from: string | null, to: string | null, id: string): void => {
    if (from === null || to === null) return;
    const submissionIds = [...(own.get(`${from} ${what}`)?.submissionIds ?? []), id];
    own.set(`${from} ${what}`, { what, fiscalYear, from, to, count: submissionIds.length, submissionIds });
  };
  for (const { submission, extension, returnDeadline } of answers) {
    add('extension', submission.extension ?? null, extension, submission.id);
    add('return', returnDay(submission), returnDeadline, submission.id);
  }
  return [
    ...moves.map(({ step, from, to }) => ({ what: NAME_OF_STEP[step], fiscalYear, from, to, count: 1, submissionIds: [] })),
    ...[...own].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, day]) => day),
  ];
}

export const presentMoved = (found: readonly MovedCycle[]): MovedDeadline[] =>
  found.flatMap(movedDays).map(({ what, fiscalYear, from, to, count }) => ({ what, fiscalYear, from, to, count }));

/** The cycles whose check moved past the 案件締切 of their 区長会議. */
export const missedCases = (found: readonly MovedCycle[], closed: ClosedDays): MissedCases[] => found.flatMap(({ cycle, moves }) => {
  const { checkDeadline, conferenceOn } = withMoves(datesOf(cycle), moves);
  if (!moves.some(({ step }) => step === 'checkDeadline') || !missesCases({ checkDeadline, conferenceOn }, closed)) return [];
  return [{ cycleId: cycle.id as MissedCases['cycleId'], fiscalYear: cycle.fiscalYear, checkDeadline, casesOn: caseDay(conferenceOn, closed) }];
});
