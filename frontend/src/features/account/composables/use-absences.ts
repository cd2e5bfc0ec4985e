import { cancelAbsence, declareAbsence, listAbsences } from '@furikaeri/contracts';
import type { AbsenceView } from '@furikaeri/contracts';
import { onMounted, ref, shallowRef } from 'vue';
import { ask, send } from '../../../shared/commands/index.ts';
import { useText } from '../../../shared/i18n/i18n.ts';
import { useSession } from '../../../shared/session/session.store.ts';
import { sentenceOf, useToasts } from '../../../shared/ui/toasts.store.ts';

/** 不在: one's own days away. Taking one back can itself be taken back, so nobody is asked first. */
export function useAbsences() {
  const session = useSession();
  const toasts = useToasts();
  const { t } = useText();
  const absences = shallowRef<AbsenceView[] | null>(null);
  const failure = shallowRef<unknown>(null);
  const busy = ref(false);

  async function load(): Promise<void> {
    failure.value = null;
    try { absences.value = (await ask(listAbsences, {})).absences; } catch (error) { failure.value = error; }
  }
  /** Null, or the sentence that says why not. */
  async function declare(from: string, to: string, note: string): Promise<string | null> {
    busy.value = true;
    try {
      await send(declareAbsence, { from, to, note });
      await load();
      return null;
    } catch (error) {
      return sentenceOf(error);
    } finally {
      busy.value = false;
    }
  }
  async function cancel(absence: AbsenceView): Promise<void> {
    busy.value = true;
    try {
      await send(cancelAbsence, { absenceId: absence.id });
      toasts.show({ tone: 'ok', text: t('account.absence.cancelled'), action: { text: t('words.action.undo'), run: () => { void restore(absence); } } });
    } catch (error) {
      toasts.refused(error);
    } finally {
      busy.value = false;
    }
    await load();
  }
  /** Days that have passed cannot be said again; they stayed. */
  async function restore({ from, to, note }: AbsenceView): Promise<void> {
    const refused = await declare(from < session.today ? session.today : from, to, note);
    if (refused !== null) toasts.show({ tone: 'error', text: refused });
  }
  onMounted(load);
  return { absences, failure, busy, load, declare, cancel };
}
