import { extendSubmission, refuseExtension } from '@furikaeri/contracts';
import type { AnswerSummary } from '@furikaeri/contracts';
import { computed, shallowRef } from 'vue';
import { isProblem, send } from '../../../shared/commands/index.ts';
import { sentenceOf } from '../../../shared/ui/toasts.store.ts';
import { runThrough } from '../extension-plan.ts';
import type { Run } from '../extension-plan.ts';
import type { ProgressCell } from '../progress.reducer.ts';

/** What is decided about one answer: a new deadline, or that there is none. Each is its own command with its own reason. */
export interface Decision { cell: ProgressCell; until: string | null; reason: string }

/** 期限延長 of many answers, one command each: what was done stays done, and what failed can be tried again. */
export function useExtending(cellOf: (submissionId: string) => ProgressCell | undefined, put: (answer: AnswerSummary) => void) {
  const run = shallowRef<Run<Decision> | null>(null);
  const busy = computed(() => run.value !== null && run.value.done + run.value.failed.length < run.value.total);
  const failed = computed(() => (run.value?.failed ?? []).map(({ item, error }) => ({ cell: item.cell, why: sentenceOf(error) })));

  async function act({ cell, until, reason }: Decision): Promise<void> {
    const { submissionId } = cell;
    // The stream may have told of a newer version since the answer was chosen.
    const expectedVersion = cellOf(submissionId)?.version ?? cell.version;
    try {
      put(until === null ? await send(refuseExtension, { submissionId, expectedVersion, reason }) : await send(extendSubmission, { submissionId, expectedVersion, deadline: until, reason }));
    } catch (error) {
      if (isProblem(error, 'submission/changed-meanwhile') && error.current !== undefined) put(error.current as AnswerSummary);
      throw error;
    }
  }
  const decide = async (decisions: readonly Decision[]): Promise<void> => { await runThrough(decisions, act, (now) => { run.value = now; }); };
  const retry = async (): Promise<void> => decide((run.value?.failed ?? []).map(({ item }) => item));
  const forget = (): void => { run.value = null; };
  return { run, busy, failed, decide, retry, forget };
}
