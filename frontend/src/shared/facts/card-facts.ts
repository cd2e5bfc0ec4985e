import type { CardTile, Cycle } from '@furikaeri/contracts';
import type { CardFacts } from '@furikaeri/model';

/** What the rules of the model ask of a card, taken from its tile and its cycle. */
export function cardFacts(card: CardTile, cycle: Cycle): CardFacts {
  return {
    id: card.id, cycleId: card.cycleId, kind: card.kind,
    stage: card.stage ?? 'draft', progress: card.progress ?? 'in_progress', phase: cycle.phase,
    committeeId: card.committeeId, bureauId: card.bureauId, asks: card.asks,
    wardDeadline: card.asks === 'wards' ? cycle.wardDeadline : cycle.bureauDeadline, conferenceOn: cycle.conferenceOn,
    reopenedLate: card.reopenedLate, progressDecided: card.progressDecided,
    texts: card.texts, recurring: card.deadline.recurring,
  };
}
