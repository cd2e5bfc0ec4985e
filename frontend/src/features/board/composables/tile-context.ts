import type { CardMove, CardTile, Presence } from '@furikaeri/contracts';
import type { Lane, LaneAxis } from '@furikaeri/model';
import type { InjectionKey, Ref } from 'vue';
import type { MoveChoice } from '../card-moves.ts';

/** What the tiles share, so that lanes and columns need not hand it through. */
export interface TileContext {
  axis: Ref<LaneAxis>;
  strips: Ref<Readonly<Record<string, string>>>;
  wardNames: Ref<readonly string[]>;
  moves: Ref<ReadonlyMap<string, CardMove>>;
  editors: Ref<ReadonlyMap<string, Presence>>;
  saving: Ref<ReadonlySet<string>>;
  selectedId: Ref<string | null>;
  menuFor: Ref<string | null>;
  /** Held by the keyboard, and the lane it hovers over. */
  lifted: Ref<{ cardId: string; over: Lane } | null>;
  /** The tile that Tab reaches in each column; null before anyone walked. */
  current: Ref<string | null>;
  ownerOf: (card: CardTile) => string;
  choices: (card: CardTile) => MoveChoice[];
  start: (card: CardTile, choice: MoveChoice) => void;
  open: (cardId: string) => void;
}
export const TILE_CONTEXT: InjectionKey<TileContext> = Symbol('tile context');
