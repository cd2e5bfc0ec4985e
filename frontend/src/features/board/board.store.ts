import type { CardTile, CycleId } from '@furikaeri/contracts';
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { newCommandId } from '../../shared/commands/index.ts';
import { useRealtime } from '../../shared/realtime/realtime.store.ts';
import { readBoard, sendMove } from './board.api.ts';
import { applyChange, boardFrom, confirm, forgetMove, guess, shownCards, takeBack } from './board.reducer.ts';
import type { BoardState } from './board.reducer.ts';
import { guessOf } from './card-moves.ts';
import type { Move } from './card-moves.ts';

const FOOT_STAYS = 6000;
const NO_CARDS: BoardState['cards'] = new Map();
const NO_GUESSES: BoardState['guesses'] = new Map();

/** The cards of one cycle, live. The rules are in the reducer; this holds the state and talks to the server. */
export const useBoard = defineStore('board', () => {
  const board = shallowRef<BoardState | null>(null);
  const failure = shallowRef<unknown>(null);
  const loading = shallowRef(false);
  const known = computed(() => board.value?.cards ?? NO_CARDS);
  const guesses = computed(() => board.value?.guesses ?? NO_GUESSES);
  const cards = computed<CardTile[]>(() => shownCards({ cards: known.value, guesses: guesses.value }));
  const byId = computed(() => new Map<string, CardTile>(cards.value.map((card) => [card.id, card])));
  const saving = computed<ReadonlySet<string>>(() => new Set([...guesses.value.values()].map((one) => one.cardId)));
  let stops: (() => void)[] = [];
  let round = 0;

  const update = (step: (now: BoardState) => BoardState): void => { if (board.value !== null) board.value = step(board.value); };

  async function open(cycleId: CycleId): Promise<void> {
    const mine = ++round;
    failure.value = null;
    loading.value = true;
    try {
      const read = await readBoard(cycleId);
      // Somebody chose another year meanwhile.
      if (mine !== round) return;
      close();
      round = mine;
      board.value = boardFrom(read);
      const realtime = useRealtime();
      stops = Object.entries(read.seqs).map(([stream, after]) => realtime.follow(stream, after, (change) => {
        update((now) => applyChange(now, change));
        if (change.payload.type === 'card.changed' && change.payload.move !== null) letFootGo(change.payload.card.id);
      }));
    } catch (error) {
      failure.value = error;
    } finally {
      loading.value = false;
    }
  }
  const letFootGo = (cardId: string): void => { setTimeout(() => update((now) => forgetMove(now, cardId)), FOOT_STAYS); };

  /** Shows the move at once; on a refusal the card goes back and the reason is thrown. */
  async function move(step: Move): Promise<CardTile> {
    const commandId = newCommandId();
    update((now) => guess(now, commandId, step.card.id, guessOf(step)));
    try {
      const card = await sendMove(step, commandId);
      update((now) => confirm(now, commandId, card));
      return card;
    } catch (error) {
      update((now) => takeBack(now, commandId));
      throw error;
    }
  }

  function close(): void {
    round += 1;
    for (const stop of stops) stop();
    stops = [];
    board.value = null;
  }

  return { board, cards, byId, saving, failure, loading, open, move, close };
});
