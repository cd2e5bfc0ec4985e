import type { ClosedDay } from '@furikaeri/contracts';
import { sourceOf } from './closed-day-source.ts';

export interface ClosedDayDifference {
  added: ClosedDay[];
  /** With the name that each had before. */
  renamed: (ClosedDay & { before: string })[];
  /** Of the years that the list speaks of, what it does not name. */
  missing: ClosedDay[];
}

/** What a list of days changes in the table. */
export function compareClosedDays(table: readonly ClosedDay[], list: readonly Pick<ClosedDay, 'date' | 'name'>[]): ClosedDayDifference {
  const named = new Map(list.map(({ date, name }) => [date, name]));
  const known = new Map(table.map((day) => [day.date, day]));
  const years = new Set(list.map(({ date }) => date.slice(0, 4)));
  return {
    added: [...named].filter(([date]) => !known.has(date)).map(([date, name]) => ({ date, name, source: sourceOf(date) })),
    renamed: table.filter(({ date, name }) => named.has(date) && named.get(date) !== name).map((day) => ({ ...day, name: named.get(day.date) ?? day.name, before: day.name })),
    missing: table.filter(({ date }) => years.has(date.slice(0, 4)) && !named.has(date)),
  };
}
