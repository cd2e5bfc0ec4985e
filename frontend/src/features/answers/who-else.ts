import type { Presence } from '@furikaeri/contracts';

export interface WhoElse {
  /** In a field of it, and merely looking at it; each person once. */
  typing: Presence[];
  reading: Presence[];
  /** One's own other window has it open. */
  ownScreen: boolean;
}

/** Who else has an answer open, of everybody in its room but this very window. */
export function whoElse(people: readonly Presence[], cardId: string, me: { personId: string | undefined; socketId: string | undefined }): WhoElse {
  const there = people.filter((one) => one.place.cardId === cardId && one.socketId !== me.socketId);
  const others = there.filter(({ personId }) => personId !== me.personId);
  const typing = oncePerPerson(others.filter(({ place }) => place.field !== null));
  const reading = oncePerPerson(others).filter(({ personId }) => !typing.some((one) => one.personId === personId));
  return { typing, reading, ownScreen: others.length < there.length };
}

const oncePerPerson = (people: readonly Presence[]): Presence[] => [...new Map(people.map((one) => [one.personId, one])).values()];
