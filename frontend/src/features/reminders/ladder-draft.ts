import { faultsOfLadder, FURTHEST_STEP } from '@furikaeri/model';
import type { Ladder } from '@furikaeri/model';

/** A ladder while it is being typed: `null` where nothing readable stands. Each step keeps its id when the others move; `touched` is the one changed last. */
export interface DraftStep { id: number; value: number | null }
export interface LadderDraft { steps: DraftStep[]; thenEvery: number | null; copyFrom: number; callFrom: number; escalates: boolean; escalateAfter: number | null; touched: number | null }

let lastId = 0;
const nextId = (): number => (lastId += 1);

export const draftOf = (ladder: Ladder): LadderDraft => ({
  steps: ladder.steps.map((value) => ({ id: nextId(), value })),
  thenEvery: ladder.thenEvery, copyFrom: ladder.copyFrom, callFrom: ladder.callFrom,
  escalates: ladder.escalateAfter !== null, escalateAfter: ladder.escalateAfter ?? 5, touched: null,
});

const inOrder = (steps: readonly DraftStep[]): DraftStep[] => steps.toSorted((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity));
/** The steps as they will follow each other: done when somebody leaves a step, not while they type in it. */
export const settled = (draft: LadderDraft): LadderDraft => ({ ...draft, steps: inOrder(draft.steps) });
export const withoutStep = (draft: LadderDraft, id: number): LadderDraft => ({ ...draft, steps: draft.steps.filter((one) => one.id !== id) });
export const withStep = (draft: LadderDraft, id: number, value: number | null): LadderDraft => ({ ...draft, touched: id, steps: draft.steps.map((one) => (one.id === id ? { id, value } : one)) });
/** One more step, the day after the last one. */
export function withNewStep(draft: LadderDraft): { draft: LadderDraft; id: number } {
  const id = nextId();
  const last = inOrder(draft.steps).findLast((one) => one.value !== null)?.value ?? -1;
  return { id, draft: { ...draft, touched: id, steps: [...draft.steps, { id, value: Math.min(last + 1, FURTHEST_STEP) }] } };
}

export type StepFault = 'empty' | 'too_far' | 'twice';
export interface LadderFaults { steps: ReadonlyMap<number, StepFault>; noSteps: boolean; thenEvery: boolean; escalateAfter: boolean }

const isWithin = (value: number | null, from: number): boolean => value !== null && Number.isInteger(value) && value >= from && value <= FURTHEST_STEP;

/** What has to be mended before the ladder can be followed, each fault at its place; of two alike it is the one that was changed. */
export function faultsOfDraft({ steps, thenEvery, escalates, escalateAfter, touched }: LadderDraft): LadderFaults {
  const ordered = inOrder(steps).filter((one) => one.value !== null);
  const found = new Map<number, StepFault>();
  for (const at of faultsOfLadder({ steps: ordered.map((one) => one.value ?? 0) })) {
    const step = ordered[at];
    if (step !== undefined) found.set(ordered.find(({ id, value }) => id === touched && value === step.value)?.id ?? step.id, 'twice');
  }
  for (const { id, value } of steps) {
    if (value === null) found.set(id, 'empty');
    else if (!isWithin(value, -FURTHEST_STEP)) found.set(id, 'too_far');
  }
  return { steps: found, noSteps: steps.length === 0, thenEvery: !isWithin(thenEvery, 1), escalateAfter: escalates && !isWithin(escalateAfter, 1) };
}

/** The ladder that the draft says, or null while something in it has to be mended. */
export function ladderOf(draft: LadderDraft): Ladder | null {
  const faults = faultsOfDraft(draft);
  if (faults.steps.size > 0 || faults.noSteps || faults.thenEvery || faults.escalateAfter || draft.thenEvery === null) return null;
  return {
    steps: inOrder(draft.steps).map((one) => one.value ?? 0), thenEvery: draft.thenEvery,
    copyFrom: draft.copyFrom, callFrom: draft.callFrom, escalateAfter: draft.escalates ? draft.escalateAfter : null,
  };
}

export const sameLadder = (a: Ladder, b: Ladder): boolean =>
  a.steps.join() === b.steps.join() && a.thenEvery === b.thenEvery && a.copyFrom === b.copyFrom && a.callFrom === b.callFrom && a.escalateAfter === b.escalateAfter;

/** The days one may choose for 写し and 電話: the steps themselves, a few of the repeated ones, and what is chosen now. */
export function choicesFrom(draft: LadderDraft, chosen: number): number[] {
  const steps = draft.steps.flatMap((one) => (one.value === null ? [] : [one.value]));
  const last = Math.max(...steps, 0);
  const repeated = draft.thenEvery === null ? [] : [1, 2].map((n) => last + n * (draft.thenEvery ?? 1)).filter((n) => n <= FURTHEST_STEP);
  return [...new Set([...steps, ...repeated, chosen])].toSorted((a, b) => a - b);
}
