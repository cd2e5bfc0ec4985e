import type { ClosedDay } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sourceOf } from './closed-day-source.ts';

/** The table of 閉庁日, in the order of the days. */
export const allClosedDays = (em: EntityManager): Promise<ClosedDay[]> =>
  em.execute<ClosedDay[]>('select date::text as date, name, source from closed_day order by date');

/** Adds days, or gives them another name. */
export async function keepClosedDays(em: EntityManager, days: readonly Pick<ClosedDay, 'date' | 'name'>[]): Promise<void> {
  // Unnested from one JSON value: the query layer would spread an array into a list of values.
  await em.execute(
    `insert into closed_day (date, name, source) select d.date, d.name, d.source from jsonb_to_recordset(?::jsonb) as d(date date, name text, source text)
     on conflict (date) do update set name = excluded.name`,
    [JSON.stringify(days.map(({ date, name }) => ({ date, name, source: sourceOf(date) })))],
  );
}

export async function removeClosedDays(em: EntityManager, dates: readonly string[]): Promise<void> {
  await em.execute('delete from closed_day where date in (select value::date from jsonb_array_elements_text(?::jsonb))', [JSON.stringify(dates)]);
}
