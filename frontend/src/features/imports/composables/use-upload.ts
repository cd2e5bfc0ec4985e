import { uploadImport } from '@furikaeri/contracts';
import type { CommandId, ImportDraft } from '@furikaeri/contracts';
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { newCommandId, upload } from '../../../shared/commands/index.ts';

const MAX_BYTES = 20 * 1024 * 1024;
export const ACCEPTED = ['.txt', '.tsv', '.csv', '.md', '.markdown', '.html', '.htm', '.xlsx', '.docx', '.json'] as const;

export type UploadState = { step: 'idle' } | { step: 'sending'; sent: number; total: number } | { step: 'reading' } | { step: 'refused'; error: unknown } | { step: 'too-large' } | { step: 'cancelled' };

/** One file on its way to the server: how far it is, stopping it, and what refused it. */
export function useUpload(done: (draft: ImportDraft) => void) {
  const file = shallowRef<File | null>(null);
  const state = ref<UploadState>({ step: 'idle' });
  let stopper: AbortController | null = null;
  let commandId: CommandId | null = null;
  const percent = computed(() => (state.value.step === 'sending' ? Math.round((state.value.sent / Math.max(state.value.total, 1)) * 100) : 100));
  const busy = computed(() => state.value.step === 'sending' || state.value.step === 'reading');

  async function run(): Promise<void> {
    const chosen = file.value;
    if (chosen === null || commandId === null) return;
    const mine = new AbortController();
    stopper = mine;
    state.value = { step: 'sending', sent: 0, total: chosen.size };
    const during = (next: UploadState): void => { if (stopper === mine) state.value = next; };
    try {
      const draft = await upload(uploadImport, { fileName: chosen.name }, chosen, {
        commandId, signal: mine.signal,
        onProgress: (sent, total) => during({ step: 'sending', sent, total }),
        onSent: () => during({ step: 'reading' }),
      });
      if (stopper !== mine) return;
      during({ step: 'idle' });
      done(draft);
    } catch (error) {
      during(mine.signal.aborted ? { step: 'cancelled' } : { step: 'refused', error });
    }
  }
  function start(chosen: File): void {
    stopper?.abort();
    file.value = chosen;
    commandId = newCommandId();
    // Said at once, before 200 MB travel for nothing.
    if (chosen.size > MAX_BYTES) { state.value = { step: 'too-large' }; return; }
    void run();
  }
  const cancel = (): void => stopper?.abort();
  onScopeDispose(() => { stopper?.abort(); stopper = null; });
  return { file, state, percent, busy, start, again: () => void run(), cancel };
}
