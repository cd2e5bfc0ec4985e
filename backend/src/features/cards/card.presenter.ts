import type { CardTextView, CardTile } from '@furikaeri/contracts';
import type { CardEntity, CardTextEntity } from './card.entity.ts';

/** A card as everybody may see it: totals, never a ward's name (DOMAIN 4.6). */
export const presentCard = (card: CardEntity): CardTile => ({
  id: card.id as CardTile['id'],
  cycleId: card.cycleId as CardTile['cycleId'],
  sort: card.sort,
  code: card.code,
  chapter: card.chapter,
  sectionNumber: card.sectionNumber,
  initiative: card.initiative,
  title: card.title,
  kind: card.kind,
  stage: card.stage ?? null,
  progress: card.progress ?? null,
  progressDecided: card.progressDecision != null,
  asks: card.asks,
  committeeId: (card.committeeId ?? null) as CardTile['committeeId'],
  bureauId: (card.bureauId ?? null) as CardTile['bureauId'],
  reopenedLate: card.reopenedLate,
  texts: card.textsWritten,
  deadline: card.deadline,
  figure: card.figure ?? null,
  returned: card.returned,
  comments: card.comments,
  references: card.references,
  statusNote: card.statusNote ?? null,
  version: card.version,
});

/** One of the three city-wide texts; an unwritten one has no row yet and stands at version 0. */
export const presentText = (field: CardTextView['field'], text: CardTextEntity | null): CardTextView => ({
  field,
  text: text?.text ?? '',
  version: text?.version ?? 0,
  updatedAt: text?.updatedAt?.toISOString() ?? null,
  updatedBy: text?.updatedBy ?? null,
});
