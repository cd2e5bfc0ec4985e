import * as contracts from '@furikaeri/contracts';
import type { Decision, ReviewFinding, SheetEdit } from '@furikaeri/sheet';
import { useCase } from '../../../platform/commands/use-case.ts';
import { type ImportDraftRow, reviewOf, saveDraft } from '../import-drafts.ts';
import { lockOpen, refuseEdit, refuseImpossible, withReceipt } from './on-draft.ts';

/** Words on findings; the last one on each counts. */
export const decideFindings = useCase(withReceipt(contracts.decideFindings), async ({ em, actor, now }, input) => {
  const draft = await lockOpen(em, actor, input);
  const findings = new Map(draft.material.findings.map((finding) => [finding.key, finding]));
  const given = input.decisions.map((decision) => ({ ...settled(decision, findings.get(decision.finding)), by: actor.doer, at: now.toISOString() }));
  const named = new Set(given.map(({ finding }) => finding));
  draft.decisions = [...draft.decisions.filter(({ finding }) => !named.has(finding)), ...given];
  refuseImpossible(draft);
  await saveDraft(em, { ...draft, state: 'reviewing' }, now);
  return { output: { importId: draft.id }, changes: [], log: { after: { importId: draft.id, fileName: draft.fileName, decisions: input.decisions.map(({ finding, choice }) => ({ finding, choice })) } } };
});

/** What a word means: the proposal is the server's own, and who leaves the sheet as printed changes nothing. */
function settled(decision: Decision, finding: ReviewFinding | undefined): Decision {
  if (finding === undefined) return refuseEdit(['この確認事項はありません。']);
  if (decision.choice === 'refused') return { ...decision, edits: [] };
  if (decision.choice === 'changed') return decision;
  return finding.proposal === null ? refuseEdit(['この確認事項に自動の提案はありません。直し方を選んでください。']) : { ...decision, edits: finding.proposal };
}

/** The findings are open again. What was changed afterwards and rests on such a word goes with it: its findings open too. */
export const reopenFindings = useCase(withReceipt(contracts.reopenFindings), async ({ em, actor, now }, input) => {
  const draft = await lockOpen(em, actor, input);
  const named = new Set<string>(input.findings);
  const reopened = withoutWhatFails({ ...draft, decisions: draft.decisions.filter(({ finding }) => !named.has(finding)) });
  await saveDraft(em, { ...reopened, state: 'reviewing' }, now);
  return { output: { importId: draft.id }, changes: [], log: { after: { importId: draft.id, fileName: draft.fileName, findings: input.findings } } };
});

/** Each round takes away a decision or a change, so it ends. */
function withoutWhatFails(draft: ImportDraftRow): ImportDraftRow {
  const { refused } = reviewOf(draft);
  if (refused.length === 0) return draft;
  const findings = new Set(refused.map(({ finding }) => finding));
  const edits = new Set(refused.map(({ edit }): SheetEdit => edit));
  return withoutWhatFails({ ...draft, decisions: draft.decisions.filter(({ finding }) => !findings.has(finding)), edits: draft.edits.filter((edit) => !edits.has(edit)) });
}

/** All changes apart from findings, anew. */
export const editImport = useCase(withReceipt(contracts.editImport), async ({ em, actor, now }, input) => {
  const draft = await lockOpen(em, actor, input);
  draft.edits = input.edits;
  refuseImpossible(draft);
  await saveDraft(em, { ...draft, state: 'reviewing' }, now);
  return { output: { importId: draft.id }, changes: [], log: { after: { importId: draft.id, fileName: draft.fileName, edits: input.edits.length } } };
});

export const discardImport = useCase(withReceipt(contracts.discardImport), async ({ em, actor, now }, input) => {
  const draft = await lockOpen(em, actor, input);
  await saveDraft(em, { ...draft, state: 'discarded' }, now);
  return { output: { importId: draft.id }, changes: [], log: { after: { importId: draft.id, fileName: draft.fileName } } };
});
