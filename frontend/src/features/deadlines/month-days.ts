import { addDays, type ClosedDays, type CycleDates, DATE_STEPS, type DateStep, endOfMonth, isBusinessDay, weekdayOf } from '@furikaeri/model';

export interface MonthDay { date: string; isOpen: boolean; steps: DateStep[]; isCaseDay: boolean }
/** Weeks from Monday on; null outside the month. */
export interface Month { year: number; month: number; weeks: (MonthDay | null)[][] }

/** Longer plans are not drawn to their end: the table says the dates. */
export const MOST_MONTHS = 6;

/** The months of what is still ahead: from today's (or the first date's, where that is later) to the last date's; of a plan that is over all of them. */
export function monthsOf(dates: CycleDates, { today, caseDay, closed }: { today: string; caseDay: string; closed: ClosedDays }): Month[] {
  const all = DATE_STEPS.map((step) => dates[step]).toSorted();
  const [first = today, last = today] = [all[0], all.at(-1)];
  const from = last < today || first > today ? first : today;
  const months: Month[] = [];
  for (let month = from.slice(0, 7); month <= last.slice(0, 7) && months.length < MOST_MONTHS; month = addDays(`${month}-28`, 7).slice(0, 7)) {
    months.push(monthOf(month, dates, caseDay, closed));
  }
  return months;
}

function monthOf(name: string, dates: CycleDates, caseDay: string, closed: ClosedDays): Month {
  const [year = 0, month = 0] = name.split('-').map(Number);
  const end = endOfMonth(year, month);
  const weeks: (MonthDay | null)[][] = [];
  for (let monday = addDays(`${name}-01`, -((weekdayOf(`${name}-01`) + 6) % 7)); monday <= end; monday = addDays(monday, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((n) => {
      const date = addDays(monday, n);
      if (date.slice(0, 7) !== name) return null;
      return { date, isOpen: isBusinessDay(date, closed), steps: DATE_STEPS.filter((step) => dates[step] === date), isCaseDay: date === caseDay };
    }));
  }
  return { year, month, weeks };
}
