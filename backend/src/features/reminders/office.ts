import { isOfficeOpen, type ClosedDays, type OfficeHours, type TokyoMoment } from '@furikaeri/model';
import { dayInTokyo, timeInTokyo } from '../../platform/clock/clock.ts';

/** Date and clock time in Asia/Tokyo, whatever the process zone. */
export const inTokyo = (at: Date): TokyoMoment => ({ date: dayInTokyo(at), time: timeInTokyo(at) });

/** When the office opens on that day of Tokyo's. */
export const openingOf = (date: string, { opens }: OfficeHours): Date => new Date(`${date}T${opens}:00+09:00`);

export const isOpenAt = (at: Date, hours: OfficeHours, closed: ClosedDays): boolean => isOfficeOpen(inTokyo(at), hours, closed);
