import type { Role } from '../permissions/roles.ts';

/** A post as it is held; `from` and `to` are its first and last day (ISO dates), null for open ends. */
export interface HeldPost {
  id: string;
  personId: string;
  organisationId: string;
  role: Role;
  /** 代理: the post that this one stands in for. */
  deputyOf: string | null;
  from: string | null;
  to: string | null;
}

/** 不在: no mail reaches this person on these days, first and last included. */
export interface Absence { personId: string; from: string; to: string }

/** Whoever hears for a post today. */
export interface Present {
  personId: string;
  /** Of the post through which they hear. */
  organisationId: string;
  /** 代理: the person whose post it is; null for one's own. */
  standsInFor: string | null;
}

/** Who can be written to today. */
export interface Presence {
  /** The holders of a role at one organisation, each person once. */
  at: (role: Role, organisationId: string) => readonly Present[];
  /** The holders of a role, wherever. */
  everywhere: (role: Role) => readonly Present[];
  isAway: (personId: string) => boolean;
}

const isWithin = (day: string, { from, to }: { from: string | null; to: string | null }): boolean =>
  (from === null || from <= day) && (to === null || to >= day);

/**
 * Who holds which post on `today` and is there: 不在 leave out, and while a 代理 is in force it hears in place of the post it
 * stands in for, unless it is away itself and the other is not.
 */
export function presenceOn(today: string, posts: readonly HeldPost[], absences: readonly Absence[]): Presence {
  const away = new Set(absences.filter((absence) => isWithin(today, absence)).map(({ personId }) => personId));
  const held = posts.filter((post) => isWithin(today, post));
  const ids = new Set(held.map(({ id }) => id));
  const deputies = groupBy(held.filter(({ deputyOf }) => deputyOf !== null && ids.has(deputyOf)), ({ deputyOf }) => deputyOf ?? '');
  const isDeputy = ({ deputyOf }: HeldPost): boolean => deputyOf !== null && ids.has(deputyOf);
  const own = held.filter((post) => !isDeputy(post));

  const whoHears = ({ id, personId, organisationId }: HeldPost): Present[] => {
    const inPlace = (deputies.get(id) ?? []).filter((deputy) => !away.has(deputy.personId));
    if (inPlace.length > 0) return inPlace.map((deputy) => ({ personId: deputy.personId, organisationId, standsInFor: personId }));
    return away.has(personId) ? [] : [{ personId, organisationId, standsInFor: null }];
  };
  // Asked for every answer of a ward, so each place is looked through once.
  const heard = (groups: Map<string, HeldPost[]>): Map<string, Present[]> => new Map([...groups].map(([key, some]) => [key, once(some.flatMap(whoHears))]));
  const byPlace = heard(groupBy(own, ({ role, organisationId }) => `${role} ${organisationId}`));
  const byRole = heard(groupBy(own, ({ role }) => role));
  return {
    at: (role, organisationId) => byPlace.get(`${role} ${organisationId}`) ?? [],
    everywhere: (role) => byRole.get(role) ?? [],
    isAway: (personId) => away.has(personId),
  };
}

/** Each person once; who is there for an own post needs no other reason. */
function once(people: readonly Present[]): Present[] {
  const found = new Map<string, Present>();
  for (const person of people) if (person.standsInFor === null || !found.has(person.personId)) found.set(person.personId, person);
  return [...found.values()];
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
