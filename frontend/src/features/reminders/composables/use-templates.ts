import { listTemplates, readTemplateHistory, saveTemplate } from '@furikaeri/contracts';
import type { MailLanguage, TemplateKind, TemplateText, TemplateVersion } from '@furikaeri/contracts';
import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue';
import { ask, isProblem, send } from '../../../shared/commands/index.ts';
import { keyOf, sameWords } from '../template-drafts.ts';
import type { TemplateDraft } from '../template-drafts.ts';

export interface TemplatePlace { kind: TemplateKind; language: MailLanguage }

/** Every 文面 as it stands, one of them open; what is being changed is kept while one looks at another. */
export function useTemplates(place: () => TemplatePlace) {
  const templates = shallowRef<readonly TemplateVersion[] | null>(null);
  const error = shallowRef<unknown>(null);
  const versions = shallowRef<readonly TemplateVersion[] | null>(null);
  const historyError = shallowRef<unknown>(null);
  const drafts = reactive(new Map<string, TemplateDraft>());
  const saving = ref(false);
  const refusal = shallowRef<unknown>(null);
  /** Somebody else's version, shown beside one's own words. */
  const theirs = shallowRef<TemplateVersion | null>(null);
  const savedKey = ref<string | null>(null);
  let round = 0;
  let historyRound = 0;

  const key = computed(() => keyOf(place().kind, place().language));
  const standing = computed(() => templates.value?.find((one) => keyOf(one.kind, one.language) === key.value) ?? null);
  const draft = computed<TemplateDraft | null>(() => drafts.get(key.value) ?? (standing.value === null ? null : { subject: standing.value.subject, body: standing.value.body, note: '' }));
  const isChanged = (one: TemplateVersion): boolean => { const words = drafts.get(keyOf(one.kind, one.language)); return words !== undefined && !sameWords(words, one); };
  const isDirty = computed(() => standing.value !== null && isChanged(standing.value));
  const dirtyKeys = computed(() => new Set((templates.value ?? []).filter(isChanged).map((one) => keyOf(one.kind, one.language))));

  async function load(): Promise<void> {
    const mine = ++round;
    try {
      const answer = await ask(listTemplates, {});
      if (mine !== round) return;
      templates.value = answer.templates;
      error.value = null;
    } catch (failure) { if (mine === round) error.value = failure; }
  }
  async function loadHistory(): Promise<void> {
    const mine = ++historyRound;
    versions.value = null;
    historyError.value = null;
    try {
      const answer = await ask(readTemplateHistory, place());
      if (mine === historyRound) versions.value = answer.versions;
    } catch (failure) { if (mine === historyRound) historyError.value = failure; }
  }
  watch(key, () => { refusal.value = null; void loadHistory(); }, { immediate: true });
  onScopeDispose(() => { round += 1; historyRound += 1; });

  function change(words: Partial<TemplateDraft>): void {
    if (draft.value === null) return;
    drafts.set(key.value, { ...draft.value, ...words });
    refusal.value = null;
    savedKey.value = null;
  }
  const reset = (): void => { drafts.delete(key.value); refusal.value = null; };
  /** An old version, or the product's own, is taken up again by saving its words. */
  const takeUp = (words: TemplateText, note: string): void => change({ subject: words.subject, body: words.body, note });

  function put(version: TemplateVersion): void {
    templates.value = (templates.value ?? []).map((one) => (keyOf(one.kind, one.language) === keyOf(version.kind, version.language) ? version : one));
  }
  async function save(): Promise<boolean> {
    const [words, before, at] = [draft.value, standing.value, key.value];
    if (words === null || before === null || saving.value) return false;
    saving.value = true;
    refusal.value = null;
    try {
      const { kind, language } = before;
      const saved = await send(saveTemplate, { kind, language, expectedVersion: before.version, note: words.note, subject: words.subject, body: words.body });
      round += 1;
      put(saved);
      // Who typed on while it was being saved keeps that.
      const now = drafts.get(at);
      if (now !== undefined && sameWords(now, words)) drafts.delete(at);
      savedKey.value = at;
      if (at === key.value) void loadHistory();
      return true;
    } catch (failure) {
      refusal.value = failure;
      if (isProblem(failure, 'template/changed-meanwhile')) {
        const fresh = await ask(listTemplates, {}).catch(() => null);
        theirs.value = fresh?.templates.find((one) => keyOf(one.kind, one.language) === at) ?? null;
      }
      return false;
    } finally { saving.value = false; }
  }
  function settle(choice: 'mine' | 'theirs'): void {
    if (theirs.value === null) return;
    put(theirs.value);
    if (choice === 'theirs') drafts.delete(keyOf(theirs.value.kind, theirs.value.language));
    theirs.value = null;
    refusal.value = null;
    void loadHistory();
  }
  return { templates, error, standing, draft, isDirty, dirtyKeys, versions, historyError, saving, refusal, theirs, savedKey, key, load, loadHistory, change, reset, takeUp, save, settle };
}
