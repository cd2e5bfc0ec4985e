import { discardImport, listImports, undoImportDraft } from '@furikaeri/contracts';
import type { ImportSummary, OutputOf } from '@furikaeri/contracts';
import { onScopeDispose, ref, shallowRef } from 'vue';
import { ask, send } from '../../../shared/commands/index.ts';
import { useSession } from '../../../shared/session/session.store.ts';

/** The list of imports, and what ends one from there. */
export function useImports() {
  const session = useSession();
  const list = shallowRef<OutputOf<typeof listImports> | null>(null);
  const error = shallowRef<unknown>(null);
  const busy = ref(false);
  let round = 0;

  async function load(): Promise<void> {
    const mine = ++round;
    try {
      const answer = await ask(listImports, {});
      if (mine !== round) return;
      list.value = answer;
      error.value = null;
    } catch (failure) { if (mine === round) error.value = failure; }
  }
  /** Gives back what refused it, or null. */
  async function end(one: ImportSummary, how: 'discard' | 'undo'): Promise<unknown> {
    busy.value = true;
    try {
      await send(how === 'discard' ? discardImport : undoImportDraft, { importId: one.id, expectedVersion: one.version });
      if (how === 'undo') await session.loadWorkplace();
      await load();
      return null;
    } catch (failure) {
      await load();
      return failure;
    } finally { busy.value = false; }
  }
  onScopeDispose(() => { round += 1; });
  return { list, error, busy, load, end };
}
