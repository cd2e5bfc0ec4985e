import { writeCardText } from '@furikaeri/contracts';
import type { CardId, CardTextView } from '@furikaeri/contracts';
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { Ref } from 'vue';
import { Autosave } from '../../../shared/autosave/autosave.ts';
import type { SaveState } from '../../../shared/autosave/autosave.ts';
import { send } from '../../../shared/commands/index.ts';

/** One of the three city-wide texts as it is being written; another writer's words come in while nothing of ours is owed. */
export function useTextAutosave(cardId: string, view: Ref<CardTextView>, onSaved: (text: CardTextView) => void) {
  const text = ref(view.value.text);
  const state = ref<SaveState>('clean');
  const savedAt = ref<Date | null>(view.value.updatedAt === null ? null : new Date(view.value.updatedAt));
  const theirs = shallowRef<CardTextView | null>(null);
  const refusal = shallowRef<unknown>(null);
  const { field } = view.value;

  const autosave = new Autosave<string, CardTextView>({
    save: (wanted, expectedVersion) => send(writeCardText, { cardId: cardId as CardId, field, expectedVersion, text: wanted }),
    later: (run, milliseconds) => { const timer = setTimeout(run, milliseconds); return () => clearTimeout(timer); },
    keep: () => {},
    onSaved: (saved) => { savedAt.value = new Date(); onSaved(saved); },
    onState: (next, detail) => {
      state.value = next;
      if (next === 'conflict') theirs.value = detail as CardTextView;
      if (next === 'refused') refusal.value = detail;
    },
  }, view.value.version);

  function edit(next: string): void {
    text.value = next;
    autosave.edit(next);
  }
  /** Keeps the chosen words; the others are saved before them, so that the history holds both. */
  async function settle(chosen: string): Promise<void> {
    const other = theirs.value;
    if (other === null) return;
    const mine = text.value;
    theirs.value = null;
    autosave.rebase(other.version);
    if (chosen !== mine) {
      autosave.edit(mine);
      if (!(await autosave.flush())) return;
    }
    edit(chosen);
    await autosave.flush();
  }
  watch(view, (fresh) => {
    if (autosave.dirty || fresh.version < autosave.version) return;
    if (fresh.version > autosave.version) text.value = fresh.text;
    autosave.adopt(fresh.version);
  });
  onScopeDispose(() => { void autosave.flush(); });
  return { text, state, savedAt, theirs, refusal, edit, settle, flush: () => autosave.flush() };
}
