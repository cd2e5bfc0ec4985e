import type { CardFacts } from '@furikaeri/model';
import type { CycleEntity } from '../cycles/index.ts';
import type { CardEntity } from './card.entity.ts';

/** A card with its cycle's phase and deadlines, as the rules of the model look at it. */
export const cardFacts = (card: CardEntity, cycle: CycleEntity): CardFacts => ({
  id: card.id,
  cycleId: card.cycleId,
  kind: card.kind,
  // Frozen and reference cards have neither; every rule asks for `kind` first.
  stage: card.stage ?? 'draft',
  progress: card.progress ?? 'in_progress',
  phase: cycle.phase,
  committeeId: card.committeeId ?? null,
  bureauId: card.bureauId ?? null,
  asks: card.asks,
  wardDeadline: card.asks === 'wards' ? cycle.wardDeadline : cycle.bureauDeadline,
  conferenceOn: cycle.conferenceOn,
  reopenedLate: card.reopenedLate,
  progressDecided: card.progressDecision != null,
  texts: card.textsWritten,
  recurring: card.deadline.recurring,
  withheld: card.indicator?.withheld,
});
