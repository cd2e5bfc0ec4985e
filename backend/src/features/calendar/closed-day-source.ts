import holidays from '@holiday-jp/holiday_jp/lib/holidays.js';
import type { ClosedDay } from '@furikaeri/contracts';
import { isBusinessDay } from '@furikaeri/model';

/** By date key: the library's own functions follow the zone of the process. */
const HOLIDAYS: Readonly<Record<string, { name: string }>> = holidays;
/** 年末年始 of a municipality, 12/29 to 1/3; 元日 is a holiday. */
const YEAR_END = ['01-02', '01-03', '12-29', '12-30', '12-31'];

/** Where a 閉庁日 comes from: 祝日法, 年末年始, or the city itself. A day taken out and put back is again what it was. */
export function sourceOf(date: string): ClosedDay['source'] {
  if (date in HOLIDAYS) return 'holiday';
  return YEAR_END.includes(date.slice(5)) ? 'year_end' : 'own';
}

/** A day of the city's own on a weekend: closed anyway. 祝日 and 年末年始 may stand in the table wherever they fall. */
export const isClosedAnyway = (date: string): boolean => sourceOf(date) === 'own' && !isBusinessDay(date, new Set());

/** 振替休日 belongs to a holiday days before it, which is not always the one that the library names. */
const nameOf = (name: string): string => (name.endsWith('振替休日') ? '振替休日' : name);

/** The closed days of a year that are known to everybody. A holiday within 年末年始 keeps its own name. */
export function knownClosedDays(year: number): ClosedDay[] {
  const days = new Map(YEAR_END.map((date) => [`${year}-${date}`, '年末年始']));
  for (const [date, { name }] of Object.entries(HOLIDAYS)) if (date.startsWith(`${year}-`)) days.set(date, nameOf(name));
  return [...days].map(([date, name]) => ({ date, name, source: sourceOf(date) })).toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
