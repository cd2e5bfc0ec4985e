import { type ClosedDays, isBusinessDay, nextBusinessDay } from '../calendar/business-days.ts';
import { caseDay } from '../calendar/conference.ts';
import { type CycleDates, DATE_ORDER, DATE_STEPS, type DateStep } from './cycle-dates.ts';

/** Why a date cannot be kept: on a closed day (`next` is the open one after it), before or after a step that has to come first, or in the past. */
export type DateFault =
  | { kind: 'closed'; step: DateStep; next: string }
  | { kind: 'out_of_order'; step: DateStep; against: DateStep }
  | { kind: 'passed'; step: DateStep; next: string };

/**
 * What is wrong with the dates that changed. Those that stay as they are were right when they were set, and the past
 * cannot be mended. A closed day is said once, not also as passed.
 */
export function faultsOfDates(dates: CycleDates, { before, today, closed }: { before: CycleDates; today: string; closed: ClosedDays }): DateFault[] {
  const changed = (step: DateStep): boolean => dates[step] !== before[step];
  return [
    ...DATE_STEPS.filter(changed).flatMap((step): DateFault[] => {
      const date = dates[step];
      if (!isBusinessDay(date, closed)) return [{ kind: 'closed', step, next: nextBusinessDay(date < today ? today : date, closed) }];
      return date < today ? [{ kind: 'passed', step, next: nextBusinessDay(today, closed) }] : [];
    }),
    ...DATE_ORDER.filter(([earlier, later]) => dates[earlier] > dates[later] && (changed(earlier) || changed(later)))
      .map(([earlier, later]): DateFault => (changed(later) ? { kind: 'out_of_order', step: later, against: earlier } : { kind: 'out_of_order', step: earlier, against: later })),
  ];
}

/** Whether 事務局 is through only after the cases of its 区長会議 are fixed (案件締切). Such dates can be kept, but not the plan behind them. */
export const missesCases = ({ checkDeadline, conferenceOn }: Pick<CycleDates, 'checkDeadline' | 'conferenceOn'>, closed: ClosedDays): boolean =>
  checkDeadline > caseDay(conferenceOn, closed);
