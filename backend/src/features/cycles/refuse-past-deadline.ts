import { isBusinessDay } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../platform/http/problem-error.ts';

/** A new deadline is an open day after today: nobody can hand anything in on a day the office is closed. */
export async function refusePastDeadline(em: EntityManager, deadline: string, today: string): Promise<void> {
  const rows = await em.execute<{ date: string }[]>('select date::text as date from closed_day where date = ?', [deadline]);
  const closed = new Set(rows.map(({ date }) => date));
  if (deadline <= today || !isBusinessDay(deadline, closed)) throw new ProblemError('submission/deadline-passed');
}
