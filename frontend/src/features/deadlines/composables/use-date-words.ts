import { standing } from '@furikaeri/model';
import type { DateFault } from '@furikaeri/model';
import { computed } from 'vue';
import { formatNearDay } from '../../../shared/format/dates.ts';
import { useText } from '../../../shared/i18n/i18n.ts';
import { useSession } from '../../../shared/session/session.store.ts';
import { leftKey } from '../left-key.ts';
import type { Owed } from './use-schedule.ts';

/** Dates, and what is wrong with them, in words. */
export function useDateWords() {
  const { t, locale } = useText();
  const session = useSession();
  const names = computed(() => new Map((session.workplace?.closedDays ?? []).map(({ date, name }) => [date as string, name])));
  const day = (date: string): string => formatNearDay(date, session.today, locale.value);

  /** DESIGN, microcopy 17. */
  function faultText(fault: DateFault, date: string): string {
    switch (fault.kind) {
      case 'closed': {
        const name = names.value.get(date);
        return name === undefined ? t('deadlines.schedule.fault.closed', { day: day(date), next: day(fault.next) }) : t('deadlines.schedule.fault.holiday', { day: day(date), name, next: day(fault.next) });
      }
      case 'passed': return t('deadlines.schedule.fault.passed', { next: day(fault.next) });
      case 'out_of_order': return t('deadlines.schedule.fault.out_of_order', { what: t(`deadlines.step.${fault.step}`), against: t(`deadlines.step.${fault.against}`) });
    }
  }
  const shiftText = (n: number): string => (n < 0 ? t('deadlines.days.earlier', { n: -n }) : t('deadlines.days.later', { n }));
  function leftText(date: string): string {
    const stands = standing(date, session.today, session.closedDays);
    return t(leftKey(stands), { n: stands.days });
  }
  /** What goes by this day, and what has a day of its own. */
  function owedLines(owed: Owed): string[] {
    const by = owed.filter(({ isOwn }) => !isOwn).reduce((sum, { count }) => sum + count, 0);
    const own = owed.filter(({ isOwn }) => isOwn);
    const days = own.map(({ deadline, count }) => t('deadlines.schedule.owed.ownDay', { day: day(deadline), n: count })).join(locale.value === 'ja' ? '、' : ', ');
    return [
      ...(by === 0 ? [] : [t(owed[0]?.group === 'review' ? 'deadlines.schedule.owed.cards' : 'deadlines.schedule.owed.answers', { n: by })]),
      ...(own.length === 0 ? [] : [t('deadlines.schedule.owed.own', { n: own.reduce((sum, { count }) => sum + count, 0), days })]),
    ];
  }
  return { faultText, shiftText, leftText, owedLines };
}
