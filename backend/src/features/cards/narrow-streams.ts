import { streamName } from '@furikaeri/model';
import type { CardEntity } from './card.entity.ts';

/** The streams whose readers see a card's answers by ward: 事務局, the card's 部会, its 局. */
export function narrowStreams(card: Pick<CardEntity, 'cycleId' | 'committeeId' | 'bureauId'>): string[] {
  const { cycleId, committeeId, bureauId } = card;
  return [
    streamName({ kind: 'office', cycleId }),
    ...(committeeId == null ? [] : [streamName({ kind: 'committee', cycleId, committeeId })]),
    ...(bureauId == null ? [] : [streamName({ kind: 'bureau', cycleId, bureauId })]),
  ];
}
