import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { formatFiscalYear } from '../shared/format/dates.ts';
import { useText } from '../shared/i18n/i18n.ts';
import { useSession } from '../shared/session/session.store.ts';
import { leaveFor } from '../shared/ui/use-unsaved.ts';

/** The year in use and the others: in the top bar, and on a phone in the person's menu. */
export function useYears() {
  const session = useSession();
  const route = useRoute();
  const { t, locale } = useText();
  const label = (fiscalYear: number): string => t('app.cycle.end', { year: formatFiscalYear(fiscalYear, locale.value) });
  const current = computed(() => (session.cycle === null ? null : label(session.cycle.fiscalYear)));
  const years = computed(() => session.cycles.map((one) => ({ id: one.id as string, text: `${label(one.fiscalYear)} ${one.planName}`, checked: one.id === session.cycle?.id })));

  /** A screen of no year stays as it is, with all that is typed there. */
  async function choose(id: string): Promise<void> {
    if (route.meta['cycleless'] === true) session.chooseCycle(id);
    else if (id !== session.cycle?.id) await leaveFor(() => session.chooseCycle(id));
  }
  return { current, years, choose };
}
