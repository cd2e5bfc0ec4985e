import type { ImportSchedule } from '@furikaeri/contracts';

export const DAYS = ['openedOn', 'wardDeadline', 'bureauDeadline', 'reviewDeadline', 'checkDeadline', 'conferenceOn'] as const satisfies readonly (keyof ImportSchedule)[];

/** Every day is given, wards and bureaus answer before the review, and the rest follows. */
export function isInOrder(schedule: ImportSchedule): boolean {
  if (DAYS.some((day) => !/^\d{4}-\d{2}-\d{2}$/.test(schedule[day]))) return false;
  const { openedOn, wardDeadline, bureauDeadline, reviewDeadline, checkDeadline, conferenceOn } = schedule;
  return openedOn <= wardDeadline && openedOn <= bureauDeadline && wardDeadline <= reviewDeadline && bureauDeadline <= reviewDeadline && reviewDeadline <= checkDeadline && checkDeadline <= conferenceOn;
}
