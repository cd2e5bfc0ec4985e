import { editSubmission } from '@furikaeri/contracts';
import type { NotChosen, OwnAnswer } from '@furikaeri/contracts';
import { mergeAnswers } from '@furikaeri/model';
import type { AnswerContent, AnswerField } from '@furikaeri/model';
import { ref, shallowRef } from 'vue';
import { send } from '../../shared/commands/index.ts';
import { Autosave } from '../../shared/autosave/autosave.ts';
import type { SaveState } from '../../shared/autosave/autosave.ts';
import { keepDraft, keptDraft } from './kept-drafts.ts';
import { undo, withStep } from './undo-steps.ts';
import type { Step } from './undo-steps.ts';

/** What two people wrote into the same fields since the same version, to be chosen between. */
export interface Clash { theirs: OwnAnswer; fields: AnswerField[] }
export interface SessionParts { postId: string; onSaved: (answer: OwnAnswer) => void; onSettled: () => void }

const later = (run: () => void, milliseconds: number): (() => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};
const same = (a: AnswerContent, b: AnswerContent): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One answer while it is written here. It outlives its form until the server has everything. */
export function draftSession(answer: OwnAnswer, parts: SessionParts) {
  const kept = keptDraft(parts.postId, answer.id);
  const content = ref<AnswerContent>({ ...(kept?.content ?? answer.draft) });
  const state = ref<SaveState>('clean');
  const savedAt = ref<string | null>(answer.editedAt);
  const clash = shallowRef<Clash | null>(null);
  const refusal = shallowRef<unknown>(null);
  let base: AnswerContent = { ...(kept?.base ?? answer.draft) };
  let steps: Step[] = [];
  /** Decided against, and not in the history yet: it goes there with the next words. */
  let notChosen: NotChosen[] = kept?.notChosen ?? [];

  const autosave = new Autosave<AnswerContent, OwnAnswer>({
    save: async (wanted, expectedVersion) => {
      const told = notChosen;
      const saved = await send(editSubmission, { submissionId: answer.id, expectedVersion, content: wanted, ...(told.length > 0 && { notChosen: told }) });
      notChosen = notChosen.slice(told.length);
      return saved;
    },
    later,
    keep: (wanted) => keepDraft(parts.postId, answer.id, wanted === null ? null : { version: autosave.version, base, content: wanted, notChosen }),
    onSaved: (saved) => {
      savedAt.value = saved.editedAt;
      base = { ...saved.draft };
      parts.onSaved(saved);
      if (!autosave.dirty || state.value === 'saved') parts.onSettled();
    },
    onState: (next, detail) => {
      state.value = next;
      if (next === 'conflict') meet(detail as OwnAnswer);
      if (next === 'refused') refusal.value = detail;
    },
  }, kept?.version ?? answer.version);

  /** A colleague saved first. What only one of us touched is put together; for the rest a person is asked. */
  function meet(theirs: OwnAnswer): void {
    const merged = mergeAnswers(base, content.value, theirs.draft);
    content.value = merged.content;
    if (merged.clashes.length > 0) { clash.value = { theirs, fields: merged.clashes }; return; }
    autosave.rebase(theirs.version);
    base = { ...theirs.draft };
    savedAt.value = theirs.editedAt;
    parts.onSaved(theirs);
    if (same(merged.content, theirs.draft) && notChosen.length === 0) { state.value = 'saved'; parts.onSettled(); } else autosave.edit({ ...merged.content });
  }
  /** `step`: not typed but chosen, copied or pasted, so that Ctrl+Z takes it back. */
  function edit(next: AnswerContent, step = false): void {
    if (same(next, content.value)) return;
    if (step) steps = withStep(steps, { before: content.value, after: next });
    content.value = next;
    autosave.edit({ ...next });
  }
  function undoStep(within?: AnswerField): boolean {
    const back = undo(content.value, steps, within);
    if (back === null) return false;
    steps = back.steps;
    edit(back.content);
    return true;
  }
  /** True when the server has everything; what was put together with a colleague's words on the way goes out as well. */
  async function flush(): Promise<boolean> {
    for (let round = 0; round < 3; round += 1) {
      if (await autosave.flush()) return true;
      if (state.value !== 'waiting') return false;
    }
    return false;
  }
  /** Keeps the chosen words; the history keeps those that were `left`. */
  async function settle(chosen: AnswerContent, left: readonly NotChosen[]): Promise<void> {
    if (clash.value === null) return;
    const { theirs } = clash.value;
    clash.value = null;
    notChosen = [...notChosen, ...left];
    autosave.rebase(theirs.version);
    base = { ...theirs.draft };
    content.value = { ...chosen };
    autosave.edit({ ...chosen });
    await flush();
  }
  /** A newer version of the answer from elsewhere; it comes in while nothing of ours is owed. */
  function follow(fresh: OwnAnswer): void {
    if (autosave.dirty || fresh.version < autosave.version) return;
    if (fresh.version > autosave.version) {
      content.value = { ...fresh.draft };
      savedAt.value = fresh.editedAt ?? savedAt.value;
    }
    base = { ...fresh.draft };
    autosave.adopt(fresh.version);
  }
  /** What the answer does not take any more is dropped, by a person who has seen it. */
  function drop(fresh: OwnAnswer): void {
    autosave.rebase(fresh.version);
    autosave.stop();
    content.value = { ...fresh.draft };
    base = { ...fresh.draft };
    steps = [];
    notChosen = [];
    state.value = 'clean';
    parts.onSettled();
  }
  if (kept !== null) autosave.edit({ ...kept.content });
  return { content, state, savedAt, clash, refusal, edit, undoStep, settle, flush, follow, drop, isOwing: () => autosave.dirty, stop: () => autosave.stop() };
}
export type DraftSession = ReturnType<typeof draftSession>;
