import type { NotChosen, OwnAnswer } from '@furikaeri/contracts';
import type { AnswerContent } from '@furikaeri/model';
import { computed, ref } from 'vue';
import type { Ref } from 'vue';
import { useRouter } from 'vue-router';
import { useText } from '../../../shared/i18n/i18n.ts';
import { useSession } from '../../../shared/session/session.store.ts';
import { useToasts } from '../../../shared/ui/toasts.store.ts';
import type { DraftSession } from '../draft-session.ts';

/** Deciding between two versions of an answer: whose came first, and where to read what was not chosen. */
export function useDecision(answer: Ref<OwnAnswer>, draft: DraftSession, comparing: Ref<boolean>) {
  const { t } = useText();
  const session = useSession();
  const toasts = useToasts();
  const router = useRouter();
  const settling = ref(false);
  /** A colleague, or oneself in another window. */
  const first = computed(() => {
    const by = draft.clash.value?.theirs.editedBy;
    return by?.personId === session.me?.person.id ? t('answers.conflict.ownScreen') : (by?.name ?? '');
  });
  const openHistory = (): void => { void router.push({ name: 'card', params: { cardId: answer.value.cardId }, query: { talk: 'history' } }); };
  async function choose(chosen: AnswerContent, left: readonly NotChosen[]): Promise<void> {
    settling.value = true;
    await draft.settle(chosen, left);
    settling.value = false;
    comparing.value = false;
    if (left.length > 0 && draft.state.value === 'saved') toasts.show({ tone: 'ok', text: t('answers.conflict.kept'), action: { text: t('answers.conflict.history'), run: openHistory } });
  }
  return { first, settling, choose };
}
