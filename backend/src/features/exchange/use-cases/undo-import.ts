import { undoImport as contract } from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { undoBatch } from '../undo-batch.ts';

/** Takes the last import back. */
export const undoImport = useCase(contract, async ({ em, actor, now }) => {
  orForbid(whyNot(actor, 'sheet.import', null));
  const { cycleId, ...undone } = await undoBatch(em, now, null);
  const { planName, fiscalYear, cards } = undone;
  return { output: undone, changes: [], log: { cycleId, before: { planName, fiscalYear, cards } } };
});
