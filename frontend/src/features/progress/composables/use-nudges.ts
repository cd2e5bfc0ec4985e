import { previewNudges, sendNudges } from '@furikaeri/contracts';
import type { CommandId, CycleId, OutputOf, SubmissionId } from '@furikaeri/contracts';
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { isProblem, newCommandId, send } from '../../../shared/commands/index.ts';
import type { NudgePreview } from '../nudge-plan.ts';
import type { NudgeWords } from './use-nudge-words.ts';

export type NudgeResult = OutputOf<typeof sendNudges> & { commandId: CommandId };
type When = 'now' | 'office_hours';
const CALM = 300;

/**
 * まとめて督促 as the server would send it, asked again a little after the choice, the copies, the words or the time change.
 * Answers that come late, to a choice that no longer stands, are dropped.
 */
export function useNudges(cycleId: () => CycleId | null, submissionIds: () => readonly SubmissionId[], { template, copyTo, when: chosen, done }: Pick<NudgeWords, 'template' | 'copyTo' | 'when' | 'done'>) {
  const preview = shallowRef<NudgePreview | null>(null);
  const error = shallowRef<unknown>(null);
  const loading = ref(false);
  /** While the office is closed 予約 is what one gets without asking for anything else. */
  const usual = ref<When>('now');
  const when = computed<When>({ get: () => chosen.value ?? usual.value, set: (next) => { chosen.value = next; } });
  const sending = ref(false);
  const result = shallowRef<NudgeResult | null>(null);
  const refusal = shallowRef<unknown>(null);
  let round = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let command: CommandId | null = null;
  let isFirst = true;
  /** The time that the preview in sight was made for; null while it answers another question. */
  let shownFor: When | null = null;

  async function load(): Promise<void> {
    clearTimeout(timer);
    const cycle = cycleId();
    const ids = [...submissionIds()];
    if (cycle === null || ids.length === 0 || result.value !== null) return;
    const mine = ++round;
    loading.value = true;
    // 予約 while the office is open is at once: the first question need not know whether it is.
    const asked: When = isFirst ? chosen.value ?? 'office_hours' : when.value;
    try {
      const answer = await send(previewNudges, { cycleId: cycle, submissionIds: ids, copyTo: [...copyTo.value], template: template.value, when: asked });
      if (mine !== round) return;
      preview.value = answer;
      error.value = null;
      const readers = new Set<string>(answer.copyReaders.map((one) => one.personId));
      if (copyTo.value.some((id) => !readers.has(id))) copyTo.value = copyTo.value.filter((id) => readers.has(id));
      if (isFirst) usual.value = answer.isOpen ? 'now' : 'office_hours';
      isFirst = false;
      shownFor = when.value;
    } catch (failure) {
      if (mine !== round) return;
      // With other answers chosen, others may have copies: those who may not any more are let go.
      if (isProblem(failure, 'nudge/not-a-copy-reader') && copyTo.value.length > 0) { copyTo.value = []; return; }
      error.value = failure;
    } finally {
      if (mine === round) loading.value = false;
    }
  }
  function soon(): void {
    // What was sent asks nothing more.
    if (result.value !== null) return;
    clearTimeout(timer);
    loading.value = true;
    // What is in sight no longer answers the question; it stays until the new one comes, and cannot be sent meanwhile.
    round += 1;
    command = null;
    shownFor = null;
    timer = setTimeout(() => void load(), CALM);
  }
  watch(() => [cycleId(), submissionIds().join(' ')].join(' '), () => {
    // Other answers after a 督促 begin another one, with nothing of the first.
    result.value = null;
    refusal.value = null;
    soon();
  });
  watch([copyTo, template], soon);
  watch(when, () => { if (when.value !== shownFor) soon(); });
  onScopeDispose(() => { clearTimeout(timer); round += 1; });

  async function confirm(): Promise<NudgeResult | null> {
    const cycle = cycleId();
    if (cycle === null || sending.value || loading.value) return null;
    sending.value = true;
    refusal.value = null;
    // A try that nobody answered may have been heard: the same command again is answered from its receipt.
    command ??= newCommandId();
    try {
      const input = { cycleId: cycle, submissionIds: [...submissionIds()], copyTo: [...copyTo.value], template: template.value, when: when.value };
      result.value = { ...await send(sendNudges, input, { commandId: command }), commandId: command };
      done();
      return result.value;
    } catch (failure) {
      refusal.value = failure;
      if (isProblem(failure)) command = null;
      return null;
    } finally { sending.value = false; }
  }
  return { preview, error, loading, copyTo, when, sending, result, refusal, load, confirm };
}
