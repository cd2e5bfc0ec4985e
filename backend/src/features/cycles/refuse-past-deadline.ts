import { mayBeDue } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { holdCalendar, readClosedDays } from './closed-days.ts';

/** Refuses a new deadline that nobody could keep. */
export async function refusePastDeadline(em: EntityManager, deadline: string, today: string): Promise<void> {
  await holdCalendar(em);
  if (!mayBeDue(deadline, today, await readClosedDays(em))) throw new ProblemError('submission/deadline-passed');
}
