import { useText } from '../../../shared/i18n/i18n.ts';

/** How the steps of a ladder are called: 7営業日前, 当日, 1営業日後; and 当日から. */
export function useLadderWords() {
  const { t } = useText();
  const stepName = (step: number): string => (step === 0 ? t('reminders.step.onDay') : t(step < 0 ? 'reminders.step.before' : 'reminders.step.after', { n: Math.abs(step) }));
  const fromStep = (step: number): string => (step === 0 ? t('reminders.ladder.fromDay') : t('reminders.ladder.from', { step: stepName(step) }));
  return { stepName, fromStep };
}
