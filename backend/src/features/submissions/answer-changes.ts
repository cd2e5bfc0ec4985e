import type { CardMove } from '@furikaeri/contracts';
import { streamName } from '@furikaeri/model';
import type { ChangeDraft } from '../../platform/commands/use-case.ts';
import { type CardEntity, narrowStreams, presentCard } from '../cards/index.ts';
import type { CycleEntity } from '../cycles/index.ts';
import type { SubmissionEntity } from './submission.entity.ts';
import { presentAnswer, presentOwnAnswer } from './submission.presenter.ts';

/** The stream of one organisation's own answers, be it a ward, a 局 or the 事務局. */
export const ownStream = (organisationId: string): string => streamName({ kind: 'ward', wardId: organisationId });

/** What everybody hears of a card. */
export const changeOfCard = (card: CardEntity, move: CardMove | null): ChangeDraft => ({
  streams: [streamName({ kind: 'cycle', cycleId: card.cycleId })],
  payload: { type: 'card.changed', card: presentCard(card), move },
});

/** What outsiders who see this card by ward, and the answer's own organisation, hear of one answer. */
export const changesOfAnswer = (card: CardEntity, cycle: CycleEntity, submission: SubmissionEntity): ChangeDraft[] => [
  { streams: narrowStreams(card), payload: { type: 'answer.changed', answer: presentAnswer(submission, cycle), strip: card.strip } },
  changeOfOwnAnswer(cycle, submission),
];

/** What only the answer's own organisation hears: what is being typed never leaves it. */
export const changeOfOwnAnswer = (cycle: CycleEntity, submission: SubmissionEntity): ChangeDraft => ({
  streams: [ownStream(submission.organisationId)],
  payload: { type: 'own-answer.changed', answer: presentOwnAnswer(submission, cycle) },
});
