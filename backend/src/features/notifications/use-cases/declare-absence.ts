import * as contracts from '@furikaeri/contracts';
import { isDeputyPeriod, whyNot } from '@furikaeri/model';
import { newId } from '../../../platform/commands/new-id.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';

/** 不在の期間を知らせる: no mail goes to this person on these days. The same days may be said as for a 代理. */
export const declareAbsence = useCase(contracts.declareAbsence, async ({ em, actor, now, today }, { from, to, note }) => {
  orForbid(whyNot(actor, 'absence.declare', null));
  if (!isDeputyPeriod(from, to, today)) throw new ProblemError('absence/wrong-period');
  // The person's row is the lock: of two at once the second sees the first.
  await em.execute('select 1 from person where id = ? for no key update', [actor.personId]);
  const overlapping = await em.execute<object[]>('select 1 from absence where person_id = ? and from_day <= ?::date and to_day >= ?::date', [actor.personId, to, from]);
  if (overlapping.length > 0) throw new ProblemError('absence/overlaps');
  const absence: contracts.AbsenceView = { id: newId() as contracts.AbsenceId, from, to, note };
  await em.execute('insert into absence (id, person_id, from_day, to_day, note, created_at) values (?, ?, ?, ?, ?, ?)', [absence.id, actor.personId, from, to, note, now]);
  return { output: absence, changes: [], log: { organisationId: actor.organisationId, after: { absenceId: absence.id, from, to } } };
});
