import type { ClosedDays } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Any number that nothing else of the product locks. */
const CALENDAR = 7_203_115;

/** 閉庁日, besides weekends. */
export async function readClosedDays(em: EntityManager): Promise<ClosedDays> {
  const rows = await em.execute<{ date: string }[]>('select date::text as date from closed_day');
  return new Set(rows.map(({ date }) => date));
}

/**
 * Until this transaction ends no 閉庁日 is added or taken out, so that a deadline written in it still lies on an open day
 * when it is there. Taken after the locks of cards and before that of a cycle.
 */
export const holdCalendar = async (em: EntityManager): Promise<void> => { await em.execute('select pg_advisory_xact_lock_shared(?)', [CALENDAR]); };

/** Waits for all who write a deadline by the days as they are, and lets nobody begin until this transaction ends. */
export const takeCalendar = async (em: EntityManager): Promise<void> => { await em.execute('select pg_advisory_xact_lock(?)', [CALENDAR]); };
