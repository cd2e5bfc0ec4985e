import type { Cycle } from '@furikaeri/contracts';
import { addDays, isBusinessDay, weekdayOf } from '@furikaeri/model';
import type { ClosedDays } from '@furikaeri/model';

export type DayMark = 'wardDeadline' | 'bureauDeadline' | 'reviewDeadline' | 'checkDeadline' | 'conferenceOn';
export interface CalendarDay { date: string; open: boolean; past: boolean; today: boolean; marks: DayMark[] }

/** A year has been planned this long ahead at most; beyond, the calendar would push everything else off the screen. */
export const MOST_WEEKS = 9;
const MARKS: readonly DayMark[] = ['conferenceOn', 'checkDeadline', 'reviewDeadline', 'wardDeadline', 'bureauDeadline'];

const mondayOf = (date: string): string => addDays(date, -((weekdayOf(date) + 6) % 7));

/** Monday to Friday, from this week to the week of the 区長会議. On a weekend the coming week is "this week". */
export function conferenceWeeks(cycle: Pick<Cycle, DayMark>, today: string, closed: ClosedDays): CalendarDay[][] {
  const weekend = weekdayOf(today) === 0 || weekdayOf(today) === 6;
  const first = weekend ? addDays(mondayOf(today), 7) : mondayOf(today);
  const last = cycle.conferenceOn < first ? first : mondayOf(cycle.conferenceOn);
  const weeks: CalendarDay[][] = [];
  for (let monday = first; monday <= last && weeks.length < MOST_WEEKS; monday = addDays(monday, 7)) {
    weeks.push([0, 1, 2, 3, 4].map((n) => {
      const date = addDays(monday, n);
      return { date, open: isBusinessDay(date, closed), past: date < today, today: date === today, marks: marksOf(cycle, date) };
    }));
  }
  return weeks;
}

/** The 局's deadline is named only where it differs from the wards'. */
function marksOf(cycle: Pick<Cycle, DayMark>, date: string): DayMark[] {
  return MARKS.filter((mark) => cycle[mark] === date && !(mark === 'bureauDeadline' && cycle.wardDeadline === date));
}
