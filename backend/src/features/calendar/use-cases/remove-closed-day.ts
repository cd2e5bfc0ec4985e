import * as contracts from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { takeCalendar } from '../../cycles/index.ts';
import { allClosedDays, removeClosedDays } from '../closed-day-rows.ts';
import { calendarChanged } from '../move-off-closed-days.ts';

/** The office is open on that day after all. What moved away from it stays where it is: people have been told. */
export const removeClosedDay = useCase(contracts.removeClosedDay, async ({ em, actor }, { date }) => {
  orForbid(whyNot(actor, 'calendar.change', null));
  await takeCalendar(em);
  const day = (await allClosedDays(em)).find((one) => one.date === date);
  if (day === undefined) throw new ProblemError('closed-day/not-found');
  await removeClosedDays(em, [date]);
  return { output: { days: await allClosedDays(em) }, changes: [await calendarChanged(em)], log: { before: day, after: { date, name: null } } };
});
