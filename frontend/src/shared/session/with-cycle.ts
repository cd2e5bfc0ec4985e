import type { Cycle } from '@furikaeri/contracts';

/** The same with this cycle in the place of what was known of it; an older word of it changes nothing. */
export const withCycle = <W extends { cycles: Cycle[] }>(workplace: W, next: Cycle): W =>
  ({ ...workplace, cycles: workplace.cycles.map((one) => (one.id === next.id && one.version <= next.version ? next : one)) });
