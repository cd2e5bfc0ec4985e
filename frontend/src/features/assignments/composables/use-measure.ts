import { measureCard } from '@furikaeri/contracts';
import type { IndicatorInput } from '@furikaeri/contracts';
import { isProblem, send } from '../../../shared/commands/index.ts';
import { useText } from '../../../shared/i18n/i18n.ts';
import { sentenceOf, useToasts } from '../../../shared/ui/toasts.store.ts';
import type { AssignmentRow } from '../assignment-plan.ts';

/** Saves the 数え方 of one row. Answers with the sentence that belongs into the dialog, or null when it is done. */
export function useMeasure(rowOf: (cardId: string) => AssignmentRow | undefined, load: () => Promise<void>) {
  const toasts = useToasts();
  const { t } = useText();
  return async (cardId: string, indicator: IndicatorInput): Promise<string | null> => {
    const row = rowOf(cardId);
    if (row === undefined) return null;
    try {
      await send(measureCard, { cardId: row.cardId, expectedVersion: row.version, indicator });
      await load();
      toasts.show({ tone: 'ok', text: t('assignments.measure.done', { code: row.code }) });
      return null;
    } catch (failure) {
      // The next try stands on what holds now; what was typed is still in the dialog.
      if (isProblem(failure, 'card/changed-meanwhile')) {
        await load();
        return t('assignments.measure.stale');
      }
      return sentenceOf(failure);
    }
  };
}
