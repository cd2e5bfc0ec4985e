import type { Cycle } from '@furikaeri/contracts';
import { caseDay, DATE_STEPS, dueAfter, isConferenceDay, missesCases } from '@furikaeri/model';
import type { CycleDates, DateStep } from '@furikaeri/model';
import { formatNearDay } from '../../../shared/format/dates.ts';
import { useText } from '../../../shared/i18n/i18n.ts';
import { useSession } from '../../../shared/session/session.store.ts';
import type { Owed } from './use-schedule.ts';

/** What can be kept and is worth a second look; `atSave`: the same where its row is not in sight. */
export interface DateWarning { step: DateStep; text: string; atSave: string | null }

/** What to look at twice in dates as they would be saved. */
export function useDateWarnings() {
  const { t, locale } = useText();
  const session = useSession();

  function cases(dates: CycleDates): DateWarning[] {
    if (!missesCases(dates, session.closedDays)) return [];
    const text = t('deadlines.schedule.warn.cases', { day: formatNearDay(caseDay(dates.conferenceOn, session.closedDays), session.today, locale.value) });
    return [{ step: 'checkDeadline', text, atSave: text }];
  }
  function waiting(dates: CycleDates, owed: Owed): DateWarning[] {
    const late = dueAfter(dates, owed.filter(({ isOwn }) => isOwn), session.today);
    return DATE_STEPS.flatMap((step): DateWarning[] => {
      const n = late[step];
      if (n === undefined) return [];
      return [{ step, text: t('deadlines.schedule.warn.dueAfter', { n }), atSave: t('deadlines.schedule.warn.dueAfterStep', { n, what: t(`deadlines.step.${step}`) }) }];
    });
  }
  const weekday = (stored: Cycle, { conferenceOn }: CycleDates): DateWarning[] =>
    (conferenceOn !== stored.conferenceOn && !isConferenceDay(conferenceOn, session.closedDays) ? [{ step: 'conferenceOn', text: t('deadlines.schedule.warn.weekday'), atSave: null }] : []);

  return { warningsOf: (stored: Cycle, dates: CycleDates, owed: Owed): DateWarning[] => [...cases(dates), ...waiting(dates, owed), ...weekday(stored, dates)] };
}
