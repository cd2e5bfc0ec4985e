import type { Cycle } from '@furikaeri/contracts';
import { standing } from '@furikaeri/model';
import type { ClosedDays, CycleDates, Phase, Standing } from '@furikaeri/model';

/** The date that a phase runs up to, and the word for it (`app.phase`). */
export const PHASE_END: Readonly<Partial<Record<Phase, { what: 'ward' | 'review' | 'check' | 'conference'; date: keyof CycleDates }>>> = {
  collection: { what: 'ward', date: 'wardDeadline' }, review: { what: 'review', date: 'reviewDeadline' },
  check: { what: 'check', date: 'checkDeadline' }, conference: { what: 'conference', date: 'conferenceOn' },
};

/**
 * How things stand with the end of the phase that runs; null where nothing is waited for. `passed`: late, and no business day
 * since; `since`: over, and nobody is late.
 */
export function phaseEnd(cycle: Pick<Cycle, 'phase' | keyof CycleDates>, today: string, closed: ClosedDays): { what: string; says: Standing['kind'] | 'passed' | 'since'; days: number } | null {
  const end = PHASE_END[cycle.phase];
  if (end === undefined) return null;
  const { kind, days } = standing(cycle[end.date], today, closed);
  return { what: end.what, says: kind !== 'late' ? kind : days === 0 ? 'passed' : end.what === 'conference' ? 'since' : 'late', days };
}
