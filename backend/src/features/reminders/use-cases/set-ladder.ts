import * as contracts from '@furikaeri/contracts';
import { faultsOfLadder, isSettled, whyNot } from '@furikaeri/model';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { CycleEntity } from '../../cycles/index.ts';
import { ladderOf, presentLadder } from '../ladder-row.ts';

/** 段取りを決める. What was already sent stays sent: of the new ladder only steps later than those are told. */
export const setLadder = useCase(contracts.setLadder, async ({ em, actor }, { cycleId, expectedVersion, ladder }) => {
  orForbid(whyNot(actor, 'reminder.configure', null));
  const before = await ladderOf(em, cycleId, { lock: true });
  const { phase } = await em.findOneOrFail(CycleEntity, { id: cycleId });
  if (isSettled(phase)) throw new ProblemError('cycle/settled');
  if (before.version !== expectedVersion) throw new ProblemError('ladder/changed-meanwhile', { current: before });
  const faults = ladder === null ? [] : faultsOfLadder(ladder);
  if (faults.length > 0) throw new ProblemError('ladder/not-in-order', { fields: faults.map((index) => ({ path: `ladder.steps.${index}`, message: `${ladder?.steps[index] ?? ''}` })) });
  const version = before.version + 1;
  await em.execute('update cycle set ladder = ?::jsonb, ladder_version = ? where id = ?', [ladder === null ? null : JSON.stringify(ladder), version, cycleId]);
  const output = presentLadder(ladder, version);
  return { output, changes: [], log: { cycleId, before: { ladder: before.ladder }, after: { ladder: output.ladder } } };
});
