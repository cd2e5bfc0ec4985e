import * as contracts from '@furikaeri/contracts';
import { isBusinessDay, whyNot } from '@furikaeri/model';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { allClosedDays, keepClosedDays } from '../closed-day-rows.ts';
import { calendarChanged, lockForCalendar, moveOffClosedDays } from '../move-off-closed-days.ts';

/** A 閉庁日 more, or another name for one. Deadlines on it move to the next open day in the same transaction. */
export const putClosedDay = useCase(contracts.putClosedDay, async (context, { date, name }) => {
  const { em, actor } = context;
  orForbid(whyNot(actor, 'calendar.change', null));
  await lockForCalendar(em);
  const before = (await allClosedDays(em)).find((day) => day.date === date) ?? null;
  // A holiday on a weekend may stand in the table; a new day there would say nothing.
  if (before === null && !isBusinessDay(date, new Set())) throw new ProblemError('closed-day/weekend');
  await keepClosedDays(em, [{ date, name }]);
  const { effects, changes, cycleId } = await moveOffClosedDays(context);
  return {
    output: { days: await allClosedDays(em), ...effects },
    changes: [...changes, await calendarChanged(em)],
    log: { cycleId, before: { name: before?.name ?? null }, after: { date, name, moved: effects.moved } },
  };
});
