import * as contracts from '@furikaeri/contracts';
import { streamName } from '@furikaeri/model';
import { withoutKeys } from '@furikaeri/sheet';
import * as z from 'zod';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type ImportDraftRow, reviewOf, saveDraft } from '../import-drafts.ts';
import { prepareCycle, waitForOtherImports } from '../prepare-cycle.ts';
import { undoBatch } from '../undo-batch.ts';
import { lockOpen, lockSeen, withReceipt } from './on-draft.ts';

const { import: _, ...made } = contracts.applyImportDraft.output.shape;
const takenIn = { ...contracts.applyImportDraft, output: z.object({ importId: z.string(), ...made }) };

/** The reviewed sheet becomes plan, cycle, cards and asked answers, in one transaction. */
export const applyImportDraft = useCase(takenIn, async ({ em, actor, now, today }, input) => {
  const draft = await lockOpen(em, actor, input);
  const review = reviewOf(draft);
  if (review.open.length > 0) throw new ProblemError('import/findings-open', { list: openList(draft, review.open) });
  const sheet = withoutKeys(review.sheet);
  const { fiscalYear } = sheet;
  if (fiscalYear === null) throw new ProblemError('import/no-fiscal-year');
  const { planName, setup, schedule } = input;
  await waitForOtherImports(em);
  const prepared = await prepareCycle(em, { sheet, fiscalYear, planName, setup, schedule, today });
  if (prepared.isTaken) throw new ProblemError('cycle/already-open');
  const { fileName, sha256 } = draft;
  const { batchId, cycle } = await prepared.save({ fileName, sha256, draftId: draft.id }, now);
  await saveDraft(em, { ...draft, state: 'applied', planName, batchId }, now);
  const { counts, organisations } = prepared;
  return {
    output: { importId: draft.id, cycleId: cycle.id, fiscalYear, planName, counts, organisationsMade: organisations.made },
    changes: [{ streams: [streamName({ kind: 'cycle', cycleId: cycle.id })], payload: { type: 'cycle.changed', cycle } }],
    log: { cycleId: cycle.id, after: { importId: draft.id, planName, fiscalYear, fileName, sha256, counts } },
  };
});

const openList = ({ material }: ImportDraftRow, open: readonly string[]): { code: string; title: string }[] => {
  const keys = new Set(open);
  return material.findings.filter(({ key }) => keys.has(key)).map(({ key, message }) => ({ code: key, title: message }));
};

/** Its own cycle goes, whatever was imported later; the review is open again with all its decisions. */
export const undoImportDraft = useCase(withReceipt(contracts.undoImportDraft), async ({ em, actor, now }, input) => {
  const draft = await lockSeen(em, actor, input);
  if (draft.state !== 'applied' || draft.batchId === null) throw new ProblemError('import/none');
  const { cycleId, planName, fiscalYear, cards } = await undoBatch(em, now, draft.batchId);
  return { output: { importId: draft.id }, changes: [], log: { cycleId, before: { importId: draft.id, planName, fiscalYear, cards } } };
});
