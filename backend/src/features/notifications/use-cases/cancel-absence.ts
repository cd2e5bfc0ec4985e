import * as contracts from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';

/** 不在を取り消す: one that runs ended yesterday, one to come (or of today alone) is as if never said, save for the log. */
export const cancelAbsence = useCase(contracts.cancelAbsence, async ({ em, actor, today }, { absenceId }) => {
  orForbid(whyNot(actor, 'absence.declare', null));
  const [absence] = await em.execute<{ from: string; to: string }[]>(
    `select from_day::text as "from", to_day::text as "to" from absence where id = ? and person_id = ? and to_day >= ?::date for update`, [absenceId, actor.personId, today],
  );
  if (absence === undefined) throw new ProblemError('absence/not-found');
  if (absence.from >= today) await em.execute('delete from absence where id = ?', [absenceId]);
  else await em.execute('update absence set to_day = ?::date - 1 where id = ?', [today, absenceId]);
  return { output: { absenceId }, changes: [], log: { organisationId: actor.organisationId, before: { absenceId, ...absence } } };
});
