import type { Board, CardMove, CardTile, Change, Cycle } from '@furikaeri/contracts';
import { describe, expect, test } from '@jest/globals';
import { aCard, aCycle } from './board.builders.ts';
import { applyChange, boardFrom, confirm, forgetMove, guess, shownCards, takeBack } from './board.reducer.ts';
import type { BoardState } from './board.reducer.ts';

const cycle = aCycle();
const first = aCard({ code: '1-(1)-3a' });
const second = aCard({ code: '3-(1)-16a', stage: 'committee_review' });
const board = (): BoardState => boardFrom({ cycle, sections: [], cards: [first, second], strips: { [first.id]: 'yyy' }, seqs: {} } as Board);
const move: CardMove = { axis: 'stage', from: 'draft', to: 'ward_submitted', by: null, at: '2025-05-20T05:32:00Z' };
const change = (payload: Change['payload'], commandId: string | null = null): Change => ({ stream: 's', seq: 1, commandId, at: '2025-05-20T05:32:00Z', payload });
const changed = (card: CardTile, by: CardMove | null = null, commandId: string | null = null): Change => change({ type: 'card.changed', card, move: by }, commandId);
const stageOf = (state: BoardState, card: CardTile): unknown => shownCards(state).find((one) => one.id === card.id)?.stage;

describe('a change from the stream', () => {
  const moved = { ...first, stage: 'ward_submitted' as const, version: first.version + 1 };
  test('puts the new card in the place of the old one, as a refetch would', () => {
    const applied = applyChange(board(), changed(moved));
    const refetched = boardFrom({ cycle, sections: [], cards: [moved, second], strips: { [first.id]: 'yyy' }, seqs: {} } as Board);
    expect(shownCards(applied)).toEqual(shownCards(refetched));
  });
  test('applied twice is the same as applied once', () => {
    const once = applyChange(board(), changed(moved, move));
    expect(applyChange(once, changed(moved, move))).toEqual(once);
  });
  test('an older card does not overwrite a newer one, nor show a move', () => {
    const now = applyChange(board(), changed(moved));
    const late = applyChange(now, changed(first, move));
    expect(stageOf(late, first)).toBe('ward_submitted');
    expect(late.moves.size).toBe(0);
  });
  test('a card that was not there yet appears', () => {
    expect(shownCards(applyChange(board(), changed(aCard({ code: '9' }))))).toHaveLength(3);
  });
  test('a card of another cycle stays away', () => {
    const other = { ...aCard({ code: '9' }), cycleId: aCycle().id.replace('1', '2') as Cycle['id'] };
    expect(shownCards(applyChange(board(), changed(other)))).toHaveLength(2);
  });
  test('a remote move leaves its foot line until it is let go', () => {
    const applied = applyChange(board(), changed(moved, move));
    expect(applied.moves.get(first.id)).toEqual(move);
    expect(forgetMove(applied, first.id).moves.size).toBe(0);
  });
  test('the cycle moves on with its phase', () => {
    expect(applyChange(board(), change({ type: 'cycle.changed', cycle: { ...cycle, phase: 'check' } })).cycle.phase).toBe('check');
  });
  test('what the board does not show leaves it the very same, whoever did it', () => {
    const now = board();
    expect(applyChange(now, change({ type: 'lint.changed' } as Change['payload'], 'c9'))).toBe(now);
    expect(applyChange(now, change({ type: 'answer.changed', answer: { cardId: first.id }, strip: 'yyy' } as unknown as Change['payload'], 'c9'))).toBe(now);
    const another = applyChange(now, changed(moved, null, 'c9'));
    expect([another.strips, another.guesses, another.cards.get(second.id)].map((one, at) => one === [now.strips, now.guesses, second][at])).toEqual([true, true, true]);
  });
  test('an answer brings its strip', () => {
    const payload = { type: 'answer.changed', answer: { cardId: first.id }, strip: 'yyn' } as unknown as Change['payload'];
    expect(applyChange(board(), change(payload)).strips[first.id]).toBe('yyn');
  });
});

describe('a guess', () => {
  const guessed = (): BoardState => guess(board(), 'c1', second.id, { stage: 'reviewed' });
  const confirmed = { ...second, stage: 'reviewed' as const, version: second.version + 1 };
  test('is shown at once and taken back on a refusal', () => {
    expect(stageOf(guessed(), second)).toBe('reviewed');
    expect(stageOf(takeBack(guessed(), 'c1'), second)).toBe('committee_review');
  });
  test('is settled by its own change, without a foot line for what we did ourselves', () => {
    const settled = applyChange(guessed(), changed(confirmed, { ...move, to: 'reviewed' }, 'c1'));
    expect(settled.guesses.size).toBe(0);
    expect(settled.moves.size).toBe(0);
    expect(stageOf(settled, second)).toBe('reviewed');
  });
  test('ends the same whether the answer or the change comes first', () => {
    const answerFirst = applyChange(confirm(guessed(), 'c1', confirmed), changed(confirmed, null, 'c1'));
    const changeFirst = confirm(applyChange(guessed(), changed(confirmed, null, 'c1')), 'c1', confirmed);
    expect(answerFirst).toEqual(changeFirst);
  });
  test('survives the change of another person on the same card', () => {
    const other = applyChange(guessed(), changed({ ...second, comments: 9, version: second.version + 1 }));
    expect(stageOf(other, second)).toBe('reviewed');
    expect(shownCards(other).find((one) => one.id === second.id)?.comments).toBe(9);
  });
});
