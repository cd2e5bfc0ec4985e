import { casesFixedOn } from '../calendar/conference.ts';

/**
 * The last day that a wish for more time may name: once the cases of 区長会議 are fixed, what comes later comes too
 * late. Whether the office is open that day is asked of every new deadline apart from this.
 */
export const lastWishDay = (conferenceOn: string): string => casesFixedOn(conferenceOn);
