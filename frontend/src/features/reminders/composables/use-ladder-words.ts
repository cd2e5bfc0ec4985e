import type { Ladder } from '@furikaeri/model';
import { useText } from '../../../shared/i18n/i18n.ts';

/** How the steps of a ladder are called: 7営業日前, 当日, 1営業日後; and 当日から; and a whole ladder, line by line. */
export function useLadderWords() {
  const { t } = useText();
  const stepName = (step: number): string => (step === 0 ? t('reminders.step.onDay') : t(step < 0 ? 'reminders.step.before' : 'reminders.step.after', { n: Math.abs(step) }));
  const fromStep = (step: number): string => (step === 0 ? t('reminders.ladder.fromDay') : t('reminders.ladder.from', { step: stepName(step) }));
  const linesOf = (ladder: Ladder): { name: string; value: string }[] => [
    { name: t('reminders.ladder.steps'), value: [...ladder.steps.map(stepName), t('reminders.ladder.then', { n: ladder.thenEvery })].join(t('reminders.ladder.between')) },
    { name: t('reminders.ladder.copyFrom'), value: fromStep(ladder.copyFrom) },
    { name: t('reminders.ladder.callFrom'), value: fromStep(ladder.callFrom) },
    { name: t('reminders.ladder.escalation'), value: ladder.escalateAfter === null ? t('reminders.ladder.never') : t('reminders.ladder.after', { n: ladder.escalateAfter }) },
  ];
  return { stepName, fromStep, linesOf };
}
