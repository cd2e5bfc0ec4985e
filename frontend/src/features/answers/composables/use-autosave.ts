import { editSubmission } from '@furikaeri/contracts';
import type { OwnAnswer } from '@furikaeri/contracts';
import type { AnswerContent } from '@furikaeri/model';
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { Ref } from 'vue';
import { send } from '../../../shared/commands/index.ts';
import { useAnswers } from '../answers.store.ts';
import type { AnswerItem } from '../answers.reducer.ts';
import { Autosave } from '../../../shared/autosave/autosave.ts';
import type { SaveState } from '../../../shared/autosave/autosave.ts';

const keyOf = (id: string): string => `furikaeri.unsent.${id}`;

function kept(id: string): AnswerContent | null {
  try {
    const text = localStorage.getItem(keyOf(id));
    return text === null ? null : (JSON.parse(text) as AnswerContent);
  } catch { return null; }
}
function keep(id: string, content: AnswerContent | null): void {
  try {
    if (content === null) localStorage.removeItem(keyOf(id));
    else localStorage.setItem(keyOf(id), JSON.stringify(content));
  } catch { /* a private window keeps it in memory only */ }
}
const later = (run: () => void, milliseconds: number): (() => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** The text of one answer as it is being typed, saved by itself; a colleague's words come in while nothing of ours is owed. */
export function useAutosave(item: Ref<AnswerItem>) {
  const answers = useAnswers();
  const { answer } = item.value;
  const unsent = kept(answer.id);
  const content = ref<AnswerContent>({ ...(unsent ?? answer.draft) });
  const state = ref<SaveState>('clean');
  const savedAt = ref<Date | null>(answer.editedAt === null ? null : new Date(answer.editedAt));
  const theirs = shallowRef<OwnAnswer | null>(null);
  const refusal = shallowRef<unknown>(null);

  const autosave = new Autosave<AnswerContent, OwnAnswer>({
    save: (wanted, expectedVersion) => send(editSubmission, { submissionId: answer.id, expectedVersion, content: wanted }),
    later,
    keep: (wanted) => keep(answer.id, wanted),
    onSaved: (saved) => { savedAt.value = new Date(); answers.put(saved); },
    onState: (next, detail) => {
      state.value = next;
      if (next === 'conflict') theirs.value = detail as OwnAnswer;
      if (next === 'refused') refusal.value = detail;
    },
  }, answer.version);

  function edit(next: AnswerContent): void {
    content.value = next;
    autosave.edit({ ...next });
  }
  /** Keeps the chosen words. What was not chosen is saved first, so that the history holds both. */
  async function settle(chosen: AnswerContent): Promise<void> {
    const other = theirs.value;
    if (other === null) return;
    const mine = { ...content.value };
    theirs.value = null;
    autosave.rebase(other.version);
    if (JSON.stringify(chosen) !== JSON.stringify(mine)) {
      autosave.edit(mine);
      if (!(await autosave.flush())) return;
    }
    edit({ ...chosen });
    await autosave.flush();
  }
  watch(() => item.value.answer, (fresh) => {
    if (autosave.dirty || fresh.version < autosave.version) return;
    if (fresh.version > autosave.version) content.value = { ...fresh.draft };
    autosave.adopt(fresh.version);
  });
  const guard = (event: BeforeUnloadEvent): void => { if (autosave.dirty) event.preventDefault(); };
  addEventListener('beforeunload', guard);
  if (unsent !== null) autosave.edit(unsent);
  onScopeDispose(() => {
    removeEventListener('beforeunload', guard);
    void autosave.flush();
  });
  return { content, state, savedAt, theirs, refusal, edit, settle, flush: () => autosave.flush() };
}
