import type { AbsenceView, listAbsences as contract, OutputOf } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';

/** One's own 不在, running and to come. */
export const listAbsences = async (em: EntityManager, { personId }: SignedIn, today: string): Promise<OutputOf<typeof contract>> => ({
  absences: await em.fork().execute<AbsenceView[]>(
    `select id, from_day::text as "from", to_day::text as "to", note from absence where person_id = ? and to_day >= ?::date order by from_day, id`, [personId, today],
  ),
});
