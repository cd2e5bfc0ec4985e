import { computed, ref, watch } from 'vue';
import type { Ref } from 'vue';
import { formatDay } from '../../../shared/format/dates.ts';
import { useText } from '../../../shared/i18n/i18n.ts';
import { sentenceOf, useToasts } from '../../../shared/ui/toasts.store.ts';
import type { AnswerItem } from '../answers.reducer.ts';
import type { DraftSession } from '../draft-session.ts';
import type { AnswerActions } from './use-answer-actions.ts';

export interface HandInParts { item: Ref<AnswerItem>; draft: DraftSession; actions: AnswerActions; /** Somebody tried to hand it in: from now on what is missing is marked. */ tried: Ref<boolean>; firstWrong: () => string | undefined; goTo: (field: string) => void; compare: () => void; /** A step was taken, and its button may be gone. */ stepped: () => void }

/** The steps of one answer on its way: each waits for the last words to be saved, or says why it cannot. */
export function useHandIn({ item, draft, actions, tried, firstWrong, goTo, compare, stepped }: HandInParts) {
  const { t, locale } = useText();
  const toasts = useToasts();
  const code = (): { code: string } => ({ code: item.value.question.code });

  /** A step was wanted before the last words were saved: said until they are. */
  const stuck = ref(false);
  watch(draft.state, (now) => { if (now !== 'unsent') stuck.value = false; });
  /** What can be taken back now: the wish for a check, or what was handed in. */
  const taken = computed(() => (item.value.answer.state === 'checking' ? 'check' : 'submitted'));
  const withdrawal = computed(() => t(`answers.action.withdraw.${taken.value}`));

  /** True when the server has every word; otherwise it is said instead of keeping still. */
  async function settled(): Promise<boolean> {
    if (await draft.flush()) return true;
    if (draft.clash.value !== null) compare();
    else if (draft.state.value === 'refused') toasts.show({ tone: 'error', text: sentenceOf(draft.refusal.value) });
    else stuck.value = true;
    return false;
  }
  async function handIn(type: 'request_check' | 'submit'): Promise<void> {
    if (actions.busy.value !== null) return;
    tried.value = true;
    const wrong = firstWrong();
    if (wrong !== undefined) { goTo(wrong); return; }
    if (!(await settled())) return;
    // Who hands in needs no more time: a wish that still waits is over, and that is said.
    const wish = type === 'submit' ? item.value.answer.extensionRequest : null;
    try {
      await actions.run(type);
      tried.value = false;
      stepped();
      const text = wish === null ? t(type === 'submit' ? 'answers.done.submitted' : 'answers.done.requested', code()) : t('answers.done.submittedWish', { ...code(), day: formatDay(wish.until, locale.value) });
      toasts.show({ tone: 'ok', text, ...(actions.allowed('withdraw') ? { action: { text: withdrawal.value, run: () => void withdraw() } } : {}) });
    } catch (error) { toasts.refused(error); }
  }
  async function withdraw(): Promise<void> {
    const done = t(`answers.done.withdrawn.${taken.value}`, code());
    try {
      await actions.run('withdraw');
      stepped();
      toasts.show({ tone: 'ok', text: done });
    } catch (error) { toasts.refused(error); }
  }
  async function cancelRequest(): Promise<void> {
    try { await actions.run('cancel_extension_request'); stepped(); } catch (error) { toasts.refused(error); }
  }
  return { settled, stuck, handIn, withdraw, withdrawal, cancelRequest };
}
