import { takeBackAcknowledgement as contract } from '@furikaeri/contracts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { openFinding } from '../open-finding.ts';

/** The finding is open again. Of two people who take it back the second finds it so. */
export const takeBackAcknowledgement = useCase(contract, async (context, { cycleId, key }) => {
  const { finding, changes, log } = await openFinding(context, { cycleId, key });
  const gone = await context.em.execute<unknown[]>('delete from lint_acknowledgement where cycle_id = ? and key = ? returning key', [cycleId, key]);
  const output = { ...finding, acknowledged: null };
  return { output, changes: gone.length === 0 ? [] : changes, log: { ...log, before: { finding }, after: { finding: output } } };
});
