import holidays from '@holiday-jp/holiday_jp/lib/holidays.js';

export interface ClosedDay { date: string; name: string }

/**
 * 閉庁日 from three years before to three years after a year: national holidays (looked up by date key, since the library's
 * Date functions follow the process zone) and 年末年始, 12/29 to 1/3, which is in no library. The table can be edited later.
 */
export function closedDaysAround(year: number): ClosedDay[] {
  const days = new Map<string, string>();
  const known: Readonly<Record<string, { name: string }>> = holidays;
  for (let y = year - 3; y <= year + 3; y += 1) {
    for (const date of ['01-02', '01-03', '12-29', '12-30', '12-31']) days.set(`${y}-${date}`, '年末年始');
    for (const [date, { name }] of Object.entries(known)) if (date.startsWith(`${y}-`)) days.set(date, name);
  }
  return [...days].map(([date, name]) => ({ date, name })).toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
