import type { Board, CardMove, CardTile, Change, Cycle, Strips } from '@furikaeri/contracts';

/** A move of this screen that the server has not confirmed yet. */
export interface Guess { cardId: string; looks: Partial<CardTile> }

/** Everything the board shows, as plain data. */
export interface BoardState {
  cycle: Cycle;
  sections: Board['sections'];
  cards: ReadonlyMap<string, CardTile>;
  strips: Strips;
  /** By commandId. */
  guesses: ReadonlyMap<string, Guess>;
  /** The last move of a card made elsewhere, shown as its foot line for a while. */
  moves: ReadonlyMap<string, CardMove>;
}

export const boardFrom = ({ cycle, sections, cards, strips }: Board): BoardState => ({
  cycle, sections, strips, cards: new Map(cards.map((card) => [card.id, card])), guesses: new Map(), moves: new Map(),
});

function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
const having = <V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> => new Map(map).set(key, value);

/** A fresh card takes the place of an older one; a late arrival of an older one changes nothing. */
function putCard(board: BoardState, card: CardTile): BoardState {
  if (card.cycleId !== board.cycle.id) return board;
  const known = board.cards.get(card.id);
  return known !== undefined && known.version > card.version ? board : { ...board, cards: having(board.cards, card.id, card) };
}

const putStrip = (board: BoardState, cardId: string, strip: string): BoardState =>
  (board.strips[cardId] === strip ? board : { ...board, strips: { ...board.strips, [cardId]: strip } });

/**
 * The board after one change. Every change holds the whole new object, so applying it equals refetching; applying it
 * twice equals applying it once. A change of our own command also settles its guess.
 */
export function applyChange(board: BoardState, change: Change): BoardState {
  const { payload, commandId } = change;
  const mine = commandId !== null && board.guesses.has(commandId);
  // What does not concern the board leaves it the very same, and nothing is drawn anew.
  const settled = mine ? { ...board, guesses: without(board.guesses, commandId) } : board;
  switch (payload.type) {
    case 'card.changed': {
      const next = putCard(settled, payload.card);
      return payload.move === null || mine || next === settled ? next : { ...next, moves: having(next.moves, payload.card.id, payload.move) };
    }
    case 'cycle.changed': return payload.cycle.id === board.cycle.id ? { ...settled, cycle: payload.cycle } : settled;
    case 'answer.changed': return putStrip(settled, payload.answer.cardId, payload.strip);
    case 'answer.removed': return putStrip(settled, payload.cardId, payload.strip);
    // The counts on the tile come with its own card.changed; these concern the card panel and the answers.
    case 'comment.changed':
    case 'text.changed':
    case 'quotes.changed':
    case 'bureau-figure.changed':
    case 'lint.changed':
    case 'calendar.changed':
    case 'notice.added':
    case 'notices.marked':
    case 'own-answer.changed': return settled;
  }
}

/** Shows a move before the server has answered. */
export const guess = (board: BoardState, commandId: string, cardId: string, looks: Partial<CardTile>): BoardState =>
  ({ ...board, guesses: having(board.guesses, commandId, { cardId, looks }) });

/** The server answered with the card. */
export const confirm = (board: BoardState, commandId: string, card: CardTile): BoardState =>
  putCard({ ...board, guesses: without(board.guesses, commandId) }, card);

/** The server refused, or could not be reached: the card is again where it was. */
export const takeBack = (board: BoardState, commandId: string): BoardState => ({ ...board, guesses: without(board.guesses, commandId) });

export const forgetMove = (board: BoardState, cardId: string): BoardState => ({ ...board, moves: without(board.moves, cardId) });

/** The cards as the screen shows them: what the server said, with our open guesses on top. */
export function shownCards(board: Pick<BoardState, 'cards' | 'guesses'>): CardTile[] {
  if (board.guesses.size === 0) return [...board.cards.values()];
  const looks = new Map<string, Partial<CardTile>>();
  for (const one of board.guesses.values()) looks.set(one.cardId, { ...looks.get(one.cardId), ...one.looks });
  return [...board.cards.values()].map((card) => ({ ...card, ...looks.get(card.id) }));
}
