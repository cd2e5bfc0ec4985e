import { isBusinessDay } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { holdCalendar, readClosedDays } from './closed-days.ts';

/** A new deadline is an open day after today: nobody can hand anything in on a day the office is closed. */
export async function refusePastDeadline(em: EntityManager, deadline: string, today: string): Promise<void> {
  await holdCalendar(em);
  if (deadline <= today || !isBusinessDay(deadline, await readClosedDays(em))) throw new ProblemError('submission/deadline-passed');
}
