import { openImport } from '@furikaeri/contracts';
import type { CommandContract, ImportDraft, ImportId } from '@furikaeri/contracts';
import { onScopeDispose, ref, shallowRef } from 'vue';
import { ask, isProblem, send } from '../../../shared/commands/index.ts';
import { i18n } from '../../../shared/i18n/i18n.ts';
import { sentenceOf } from '../../../shared/ui/toasts.store.ts';

/** What the server sends back with a refusal, as lines for people. */
export function reasonsOf(error: unknown): string[] {
  if (!isProblem(error)) return [];
  return [...error.fields.map((one) => one.message), ...error.list.map((one) => `${one.code} ${one.title}`.trim())];
}

/** All that a person should read of a refusal. What was stale has been read anew by then. */
export function wordsOf(error: unknown): string | null {
  if (error === null) return null;
  if (isProblem(error, 'import/changed-meanwhile')) return i18n.global.t('imports.changedMeanwhile');
  return [sentenceOf(error), ...reasonsOf(error)].join(' ');
}

type Change = Record<string, unknown>;

/** One import under review. Every change answers with the whole draft; a stale one is read anew and the place is kept. */
export function useImport(importId: ImportId) {
  const draft = shallowRef<ImportDraft | null>(null);
  const error = shallowRef<unknown>(null);
  const busy = ref(false);
  let round = 0;

  async function load(): Promise<void> {
    const mine = ++round;
    try {
      const answer = await ask(openImport, { importId });
      if (mine !== round) return;
      draft.value = answer;
      error.value = null;
    } catch (failure) { if (mine === round) error.value = failure; }
  }

  /** Sends a change of this import. Gives back what refused it, or null when it is done. */
  async function change<C extends CommandContract>(contract: C, input: Change, take: (output: unknown) => ImportDraft = (output) => output as ImportDraft): Promise<unknown> {
    if (draft.value === null || busy.value) return new Error('busy');
    busy.value = true;
    try {
      const answer = await send(contract, { importId, expectedVersion: draft.value.version, ...input } as never);
      round += 1;
      draft.value = take(answer);
      return null;
    } catch (failure) {
      if (isProblem(failure, 'import/changed-meanwhile', 'import/closed')) await load();
      return failure;
    } finally { busy.value = false; }
  }
  onScopeDispose(() => { round += 1; });
  return { draft, error, busy, load, change };
}
