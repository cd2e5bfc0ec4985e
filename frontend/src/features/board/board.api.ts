import { approveCard, judgeCard, openBoard, reopenCard, startReview } from '@furikaeri/contracts';
import type { Board, CardTile, CommandId, CycleId } from '@furikaeri/contracts';
import { ask, send } from '../../shared/commands/index.ts';
import type { Move } from './card-moves.ts';

export const readBoard = (cycleId: CycleId): Promise<Board> => ask(openBoard, { cycleId });

/** A move is never more than one of four commands, whoever asked for it: drag, menu or key. */
export function sendMove(move: Move, commandId: CommandId): Promise<CardTile> {
  const { card, reason, actingReason } = move;
  const one = { cardId: card.id, expectedVersion: card.version, ...(actingReason === undefined ? {} : { actingReason }) };
  const why = reason === undefined ? {} : { reason };
  switch (move.action) {
    case 'start_review': return send(startReview, one, { commandId });
    case 'approve': return send(approveCard, { ...one, ...why }, { commandId });
    case 'reopen': return send(reopenCard, { ...one, reason: reason ?? '' }, { commandId });
    case 'judge': return send(judgeCard, { ...one, ...why, progress: move.progress }, { commandId });
  }
}
