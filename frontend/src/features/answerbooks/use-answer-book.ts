import { applyAnswerBook, downloadAnswerBook, previewAnswerBook } from '@furikaeri/contracts';
import type { AnswerBookItem, CycleId, OwnAnswer } from '@furikaeri/contracts';
import { ref, shallowRef } from 'vue';
import { download, isProblem, newCommandId, send, upload } from '../../shared/commands/index.ts';
import { saveFile } from '../../shared/save-file.ts';
import { firstChoices, toApply } from './book-plan.ts';
import type { Choice } from './book-plan.ts';

/** The workbook out, and a filled-in one back: looked at first, taken over when somebody says so. */
export function useAnswerBook(cycleId: () => CycleId | null) {
  const items = shallowRef<AnswerBookItem[] | null>(null);
  const choices = shallowRef<ReadonlyMap<string, Choice>>(new Map());
  const busy = ref<'taking' | 'reading' | 'applying' | null>(null);
  const error = shallowRef<unknown>(null);
  const stale = ref(false);
  let file: File | null = null;

  async function run<T>(what: NonNullable<typeof busy.value>, work: (cycle: CycleId) => Promise<T>): Promise<T | null> {
    const cycle = cycleId();
    if (cycle === null || busy.value !== null) return null;
    busy.value = what;
    error.value = null;
    try {
      return await work(cycle);
    } catch (failure) {
      error.value = failure;
      return null;
    } finally { busy.value = null; }
  }
  /** The name it was saved under, or null. */
  const takeOut = (): Promise<string | null> => run('taking', async (cycle) => {
    const { content, fileName } = await download(downloadAnswerBook, { cycleId: cycle });
    const name = fileName ?? 'answers.xlsx';
    saveFile(content, name);
    return name;
  });
  const look = (chosen: File): Promise<unknown> => run('reading', async (cycle) => {
    file = chosen;
    const { items: found } = await upload(previewAnswerBook, { cycleId: cycle, fileName: chosen.name }, chosen, { commandId: newCommandId() });
    items.value = found;
    choices.value = firstChoices(found);
  });
  const choose = (submissionId: string, choice: Choice): void => { choices.value = new Map(choices.value).set(submissionId, choice); };
  /** The answers as they are now, or null where somebody wrote first (then the file is looked at again). */
  async function apply(): Promise<OwnAnswer[] | null> {
    const chosen = toApply(items.value ?? [], choices.value);
    stale.value = false;
    const answer = await run('applying', (cycle) => send(applyAnswerBook, {
      cycleId: cycle, items: chosen.map(({ submissionId, current, content }) => ({ submissionId, expectedVersion: current.version, content })),
    }));
    if (answer !== null) return answer.answers;
    if (isProblem(error.value, 'submission/changed-meanwhile') && file !== null) {
      await look(file);
      stale.value = true;
    }
    return null;
  }
  const close = (): void => { items.value = null; error.value = null; stale.value = false; };
  return { items, choices, busy, error, stale, takeOut, look, choose, apply, close };
}
