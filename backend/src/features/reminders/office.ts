import { isOfficeOpen, type ClosedDays, type OfficeHours } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Days on which the office is closed besides weekends. */
export async function closedDays(em: EntityManager): Promise<ClosedDays> {
  const rows = await em.execute<{ date: string }[]>('select date::text as date from closed_day');
  return new Set(rows.map(({ date }) => date));
}

const tokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });

/** Date and clock time in Asia/Tokyo, whatever the process zone. */
export function inTokyo(at: Date): { date: string; time: string } {
  const [date = '', time = ''] = tokyo.format(at).split(' ');
  return { date, time };
}

/** The setting as the model wants it: clock times of equal length, so that they compare as text. */
export const officeHours = ({ from, to }: { from: string; to: string }): OfficeHours => ({ opens: from.padStart(5, '0'), closes: to.padStart(5, '0') });

/** When the office opens on that day of Tokyo's. */
export const openingOf = (date: string, { opens }: OfficeHours): Date => new Date(`${date}T${opens}:00+09:00`);

export const isOpenAt = (at: Date, hours: OfficeHours, closed: ClosedDays): boolean => isOfficeOpen(inTokyo(at), hours, closed);
