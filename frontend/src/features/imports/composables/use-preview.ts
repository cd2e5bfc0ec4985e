import { previewImport } from '@furikaeri/contracts';
import type { ImportDraft, OutputOf } from '@furikaeri/contracts';
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { ask } from '../../../shared/commands/index.ts';

export type Preview = OutputOf<typeof previewImport>;

/** The difference and the dry run under a plan's name; asked again when the name or the sheet changes. */
export function usePreview(of: () => { draft: ImportDraft; planName: string }) {
  const preview = shallowRef<Preview | null>(null);
  const error = shallowRef<unknown>(null);
  const loading = ref(false);
  let stopper: AbortController | null = null;

  async function load(): Promise<void> {
    stopper?.abort();
    const { draft, planName } = of();
    if (planName.trim() === '') { preview.value = null; return; }
    const mine = new AbortController();
    stopper = mine;
    loading.value = true;
    try {
      preview.value = await ask(previewImport, { importId: draft.id, planName: planName.trim() }, { signal: mine.signal });
      error.value = null;
    } catch (failure) {
      if (stopper === mine && !mine.signal.aborted) error.value = failure;
    } finally { if (stopper === mine) loading.value = false; }
  }
  watch(() => [of().draft.version, of().planName], () => void load(), { immediate: true });
  onScopeDispose(() => stopper?.abort());
  return { preview, error, loading, load };
}
