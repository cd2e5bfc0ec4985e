import * as contracts from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { allClosedDays, keepClosedDays, removeClosedDays } from '../closed-day-rows.ts';
import { isClosedAnyway } from '../closed-day-source.ts';
import { compareClosedDays } from '../compare-closed-days.ts';
import { calendarChanged, lockForCalendar, moveOffClosedDays } from '../move-off-closed-days.ts';

/** Takes a list of 閉庁日 in, as the preview showed it; on request also takes out what the list does not name of its years. */
export const importClosedDays = useCase(contracts.importClosedDays, async (context, { days, removeMissing }) => {
  const { em, actor } = context;
  orForbid(whyNot(actor, 'calendar.change', null));
  if (days.length === 0) throw new ProblemError('closed-day/no-days');
  await lockForCalendar(em);
  const { added, renamed, missing } = compareClosedDays(await allClosedDays(em), days);
  if (added.some(({ date }) => isClosedAnyway(date))) throw new ProblemError('closed-day/weekend');
  const removed = removeMissing ? missing : [];
  await keepClosedDays(em, [...added, ...renamed]);
  await removeClosedDays(em, removed.map(({ date }) => date));
  const { effects, changes, cycleId } = await moveOffClosedDays(context);
  const isSame = added.length + renamed.length + removed.length === 0;
  return {
    output: { days: await allClosedDays(em), ...effects },
    changes: isSame ? changes : [...changes, await calendarChanged(em)],
    log: { cycleId, before: { removed }, after: { added, renamed, moved: effects.moved } },
  };
});
