import { describeForm, downloadForm } from '@furikaeri/contracts';
import type { CycleId, FormFormat, OutputOf } from '@furikaeri/contracts';
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { ask, download } from '../../shared/commands/index.ts';
import { saveFile } from '../../shared/save-file.ts';

export type Encoding = 'utf-8' | 'cp932';
export interface FormChoice { cycleId: CycleId; format: FormFormat; encoding: Encoding }

/** What to know about the chosen file, and the file itself. */
export function useFormFile(choice: () => FormChoice | null) {
  const notes = shallowRef<OutputOf<typeof describeForm> | null>(null);
  const notesError = shallowRef<unknown>(null);
  const error = shallowRef<unknown>(null);
  const busy = ref(false);
  const done = ref<string | null>(null);
  let asking: AbortController | null = null;
  let making: AbortController | null = null;

  async function describe(): Promise<void> {
    asking?.abort();
    const mine = new AbortController();
    asking = mine;
    const chosen = choice();
    if (chosen === null) return;
    try {
      notes.value = await ask(describeForm, chosen, { signal: mine.signal });
      notesError.value = null;
    } catch (failure) { if (!mine.signal.aborted) notesError.value = failure; }
  }
  /** True when the file is with the browser. */
  async function make(): Promise<boolean> {
    const chosen = choice();
    if (chosen === null || busy.value) return false;
    const mine = new AbortController();
    making = mine;
    busy.value = true;
    error.value = null;
    done.value = null;
    try {
      const { content, fileName } = await download(downloadForm, chosen, { signal: mine.signal });
      done.value = fileName ?? notes.value?.fileName ?? `form.${chosen.format}`;
      saveFile(content, done.value);
      return true;
    } catch (failure) {
      if (!mine.signal.aborted) error.value = failure;
      return false;
    } finally { busy.value = false; }
  }
  watch(choice, () => { error.value = null; done.value = null; void describe(); }, { immediate: true });
  onScopeDispose(() => { asking?.abort(); making?.abort(); });
  return { notes, notesError, error, busy, done, describe, make, cancel: () => making?.abort() };
}
