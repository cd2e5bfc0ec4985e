import { addDays } from '../calendar/iso-date.ts';

/**
 * The last day that a wish for more time may name: with 案件締切, three days before 区長会議, the cases are fixed, and what
 * comes later comes too late. Whether the office is open that day is asked of every new deadline apart from this.
 */
export const lastWishDay = (conferenceOn: string): string => addDays(conferenceOn, -3);
