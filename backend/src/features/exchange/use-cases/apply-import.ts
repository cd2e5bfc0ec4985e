import { applyImport as contract } from '@furikaeri/contracts';
import { streamName, whyNot } from '@furikaeri/model';
import type { ParsedSheet } from '@furikaeri/sheet';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { findingsOf, prepareCycle, waitForOtherImports } from '../prepare-cycle.ts';

/** The import of the start command: a parsed sheet becomes a cycle in one transaction, without a review. */
export const applyImport = useCase(contract, async ({ em, actor, now, today }, input) => {
  orForbid(whyNot(actor, 'sheet.import', null));
  const sheet = input.sheet as unknown as ParsedSheet;
  const { fiscalYear } = sheet;
  if (fiscalYear === null) throw new ProblemError('import/no-fiscal-year');
  const { planName, setup, schedule, fileName, sha256 } = input;
  await waitForOtherImports(em);
  const prepared = await prepareCycle(em, { sheet, fiscalYear, planName, setup, schedule, today });
  if (prepared.isTaken) throw new ProblemError('cycle/already-open');
  const { batchId, cycle } = await prepared.save({ fileName, sha256, draftId: null }, now);
  const { counts, organisations } = prepared;
  return {
    output: { batchId, cycleId: cycle.id, fiscalYear, planName, counts, findings: findingsOf(sheet), organisationsMade: organisations.made },
    changes: [{ streams: [streamName({ kind: 'cycle', cycleId: cycle.id })], payload: { type: 'cycle.changed', cycle } }],
    log: { cycleId: cycle.id, after: { planName, fiscalYear, fileName, sha256, counts } },
  };
});
