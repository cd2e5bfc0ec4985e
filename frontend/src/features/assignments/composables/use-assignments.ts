import { assignCards, readAssignments } from '@furikaeri/contracts';
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { ask, isProblem, send } from '../../../shared/commands/index.ts';
import { useText } from '../../../shared/i18n/i18n.ts';
import { useRealtime } from '../../../shared/realtime/realtime.store.ts';
import { useSession } from '../../../shared/session/session.store.ts';
import { useToasts } from '../../../shared/ui/toasts.store.ts';
import { answersThatGo } from '../assignment-plan.ts';
import type { AssignmentChange, AssignmentRow } from '../assignment-plan.ts';

export interface Question { cardIds: string[]; change: AssignmentChange; going: { row: AssignmentRow; wardIds: string[] }[] }
const SETTLED = 500;

/** The table of owners and asked wards, its changes, and the question before written answers go. */
export function useAssignments() {
  const session = useSession();
  const realtime = useRealtime();
  const toasts = useToasts();
  const { t } = useText();
  const rows = shallowRef<AssignmentRow[] | null>(null);
  const error = shallowRef<unknown>(null);
  const busy = shallowRef<ReadonlySet<string>>(new Set());
  const question = shallowRef<Question | null>(null);
  const sending = computed(() => busy.value.size > 0);
  /** Made anew after a refusal, so that a select shows again what holds. */
  const stamp = ref(0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  async function load(): Promise<void> {
    if (session.cycle === null) return;
    const mine = ++round;
    try {
      const answer = await ask(readAssignments, { cycleId: session.cycle.id });
      if (mine !== round) return;
      rows.value = answer.rows;
      error.value = null;
    } catch (failure) { if (mine === round) error.value = failure; }
  }

  async function assign(cardIds: readonly string[], change: AssignmentChange, removeAnswered = false): Promise<void> {
    const chosen = (rows.value ?? []).filter((row) => cardIds.includes(row.cardId));
    if (session.cycle === null || chosen.length === 0) return;
    busy.value = new Set(cardIds);
    try {
      await send(assignCards, { cycleId: session.cycle.id, cards: chosen.map((row) => ({ id: row.cardId, expectedVersion: row.version })), ...change, removeAnswered });
      question.value = null;
      await load();
      toasts.show({ tone: 'ok', text: chosen.length === 1 ? t('assignments.done.one', { code: chosen[0]?.code ?? '' }) : t('assignments.done.many', { n: chosen.length }) });
    } catch (failure) {
      stamp.value += 1;
      if (isProblem(failure, 'card/asked-has-content')) {
        // A ward may have begun to write since the table was read.
        await load();
        const fresh = (rows.value ?? []).filter((row) => cardIds.includes(row.cardId));
        question.value = { cardIds: [...cardIds], change, going: answersThatGo(fresh, change) };
      } else {
        question.value = null;
        if (isProblem(failure, 'card/changed-meanwhile')) {
          await load();
          toasts.show({ tone: 'error', text: t('assignments.changedMeanwhile') });
        } else toasts.refused(failure);
      }
    } finally {
      busy.value = new Set();
    }
  }

  const stop = session.cycle === null ? () => {} : realtime.follow(`cycle:${session.cycle.id}`, null, ({ payload }) => {
    if (payload.type !== 'card.changed') return;
    clearTimeout(timer);
    timer = setTimeout(() => void load(), SETTLED);
  });
  onScopeDispose(() => { stop(); clearTimeout(timer); round += 1; });
  return { rows, error, busy, sending, question, stamp, load, assign };
}
