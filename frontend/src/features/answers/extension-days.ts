import { hasPassed } from '@furikaeri/model';

/** From which day 営業日 of more time are counted, and the message that says so: the deadline, or today where it has passed already. */
export const countedFrom = (deadline: string, today: string): { day: string; said: 'more' | 'moreFromToday' } =>
  (hasPassed(deadline, today) ? { day: today, said: 'moreFromToday' } : { day: deadline, said: 'more' });
