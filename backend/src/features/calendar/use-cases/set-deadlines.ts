import * as contracts from '@furikaeri/contracts';
import type { ProblemCode } from '@furikaeri/contracts';
import { DATE_STEPS, type DateFault, datesOf, faultsOfDates, formatWareki, isSettled, streamName, whyNot } from '@furikaeri/model';
import { LockMode } from '@mikro-orm/core';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { CycleEntity, holdCalendar, PlanEntity, presentCycle, readClosedDays } from '../../cycles/index.ts';
import { tellDeadlinesMoved } from '../../notifications/index.ts';
import { NAME_OF_STEP } from '../name-of-step.ts';

/**
 * 日程を決める. The cycle's live cards are locked first, as for every change of what its answers depend on, so that nobody
 * hands in by a deadline that is just moving.
 */
export const setDeadlines = useCase(contracts.setDeadlines, async ({ em, actor, now, today }, input) => {
  orForbid(whyNot(actor, 'calendar.change', null));
  await em.execute(`select id from card where cycle_id = ? and kind = 'live' order by id for update`, [input.cycleId]);
  await holdCalendar(em);
  const cycle = await em.findOne(CycleEntity, { id: input.cycleId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (cycle === null) throw new ProblemError('cycle/not-found');
  if (isSettled(cycle.phase)) throw new ProblemError('cycle/settled');
  const plan = await em.findOneOrFail(PlanEntity, { id: cycle.planId });
  if (cycle.version !== input.expectedVersion) throw new ProblemError('cycle/changed-meanwhile', { current: presentCycle(cycle, plan.name) });
  const [before, after] = [datesOf(cycle), datesOf(input)];
  refuseFaults(faultsOfDates(after, { before, today, closed: await readClosedDays(em) }));
  const moved = DATE_STEPS.filter((step) => before[step] !== after[step]);
  if (moved.length === 0) return { output: presentCycle(cycle, plan.name), changes: [], log: { cycleId: cycle.id } };
  Object.assign(cycle, after);
  cycle.version += 1;
  const output = presentCycle(cycle, plan.name);
  const told = moved.map((step) => ({ what: NAME_OF_STEP[step], from: before[step], to: after[step] }));
  return {
    output,
    changes: [
      { streams: [streamName({ kind: 'cycle', cycleId: cycle.id })], payload: { type: 'cycle.changed', cycle: output } },
      ...(await tellDeadlinesMoved(em, { actor, now, today }, [{ cycleId: cycle.id, fiscalYear: cycle.fiscalYear, changes: told }])),
    ],
    log: {
      cycleId: cycle.id, reason: input.reason ?? null,
      before: Object.fromEntries(moved.map((step) => [step, before[step]])), after: Object.fromEntries(moved.map((step) => [step, after[step]])),
    },
  };
});

const CODES = { closed: 'cycle/deadline-on-closed-day', out_of_order: 'cycle/deadlines-out-of-order', passed: 'cycle/deadline-passed' } as const satisfies Record<DateFault['kind'], ProblemCode>;

/** Refused with the first kind of fault, and every date that has it. */
function refuseFaults(faults: readonly DateFault[]): void {
  const kind = (['closed', 'passed', 'out_of_order'] as const).find((one) => faults.some((fault) => fault.kind === one));
  if (kind === undefined) return;
  throw new ProblemError(CODES[kind], { fields: faults.filter((fault) => fault.kind === kind).map((fault) => ({ path: fault.step, message: sayFault(fault) })) });
}

const sayFault = (fault: DateFault): string => (fault.kind === 'out_of_order' ? `前後する日付: ${fault.against}` : `次の開庁日は${formatWareki(fault.next)}（${fault.next}）です。`);
