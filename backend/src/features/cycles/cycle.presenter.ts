import type { Cycle } from '@furikaeri/contracts';
import type { CycleEntity } from './cycle.entity.ts';

/** A cycle as everybody sees it. */
export const presentCycle = (cycle: CycleEntity, planName: string): Cycle => ({
  id: cycle.id as Cycle['id'],
  planName,
  fiscalYear: cycle.fiscalYear,
  phase: cycle.phase,
  openedOn: cycle.openedOn,
  wardDeadline: cycle.wardDeadline,
  bureauDeadline: cycle.bureauDeadline,
  reviewDeadline: cycle.reviewDeadline,
  checkDeadline: cycle.checkDeadline,
  conferenceOn: cycle.conferenceOn,
  version: cycle.version,
});
