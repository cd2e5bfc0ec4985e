import type { MovedDeadline } from '@furikaeri/contracts';
import type { DateStep } from '@furikaeri/model';

/** What a date of a cycle is called where dates are told of. */
export const NAME_OF_STEP: Readonly<Record<DateStep, MovedDeadline['what']>> = {
  openedOn: 'opened', wardDeadline: 'ward', bureauDeadline: 'bureau', reviewDeadline: 'review', checkDeadline: 'check', conferenceOn: 'conference',
};
