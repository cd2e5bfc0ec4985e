import type { Lane } from '@furikaeri/model';
import { onScopeDispose, ref } from 'vue';
import { isComposing, isTyping } from '../../../shared/ui/composing.ts';
import { remember, remembered } from '../../../shared/session/remembered.ts';

export interface BoardKeys {
  root: () => HTMLElement | null;
  lanes: () => readonly Lane[];
  laneOf: (cardId: string) => Lane | null;
  openMenu: (cardId: string) => void;
  drop: (cardId: string, lane: Lane) => void;
  sayLifted: (cardId: string) => void;
  sayOver: (cardId: string, lane: Lane) => void;
  sayCancelled: () => void;
  focusSearch: () => void;
  switchAxis: () => void;
  go: (screen: 'home' | 'board' | 'progress') => void;
  help: () => void;
}

export const singleKeys = ref(remembered('single-keys') !== 'off');
export function chooseSingleKeys(on: boolean): void {
  singleKeys.value = on;
  remember('single-keys', on ? 'on' : 'off');
}

/** DESIGN 5: arrows walk, Enter opens, m the menu, Space lifts and drops, Esc cancels, / v g ? go elsewhere. */
export function useBoardKeys(board: BoardKeys) {
  const lifted = ref<{ cardId: string; over: Lane } | null>(null);
  let afterG = 0;

  const focusable = (): HTMLElement | null => (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[data-card]') ?? null;
  const columns = (): HTMLElement[] => [...(board.root()?.querySelectorAll<HTMLElement>('[data-column]') ?? [])].filter((one) => one.querySelector('[data-card]') !== null);
  const focus = (tile: Element | null | undefined): void => { tile?.querySelector<HTMLElement>('[data-tile-link]')?.focus(); };

  function walk(tile: HTMLElement, key: string): void {
    const column = tile.closest<HTMLElement>('[data-column]');
    if (column === null) return;
    const inside = [...column.querySelectorAll<HTMLElement>('[data-card]')];
    const at = inside.indexOf(tile);
    if (key === 'ArrowDown') focus(inside[at + 1]);
    if (key === 'ArrowUp') focus(inside[at - 1]);
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const all = columns();
    const next = all[all.indexOf(column) + (key === 'ArrowRight' ? 1 : -1)];
    if (next === undefined) return;
    const top = tile.getBoundingClientRect().top;
    const nearest = [...next.querySelectorAll<HTMLElement>('[data-card]')].toSorted((a, b) => Math.abs(a.getBoundingClientRect().top - top) - Math.abs(b.getBoundingClientRect().top - top));
    focus(nearest[0]);
  }
  function carry(key: string): boolean {
    const held = lifted.value;
    if (held === null) return false;
    const lanes = board.lanes();
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const over = lanes[lanes.indexOf(held.over) + (key === 'ArrowRight' ? 1 : -1)];
      if (over !== undefined) { lifted.value = { ...held, over }; board.sayOver(held.cardId, over); }
    } else if (key === ' ' || key === 'Enter') {
      lifted.value = null;
      board.drop(held.cardId, held.over);
    } else if (key === 'Escape') {
      lifted.value = null;
      board.sayCancelled();
    }
    return true;
  }
  function onTile(tile: HTMLElement, event: KeyboardEvent): boolean {
    const cardId = tile.dataset['card'] ?? '';
    if (event.key.startsWith('Arrow')) { walk(tile, event.key); return true; }
    const lane = board.laneOf(cardId);
    if (event.key === ' ' && lane !== null) { lifted.value = { cardId, over: lane }; board.sayLifted(cardId); return true; }
    if (event.key === 'm' && singleKeys.value) { board.openMenu(cardId); return true; }
    return false;
  }
  function elsewhere(event: KeyboardEvent): boolean {
    if (!singleKeys.value) return false;
    const isAfterG = Date.now() - afterG < 1500;
    afterG = event.key === 'g' ? Date.now() : 0;
    if (isAfterG && event.key === 'h') board.go('home');
    else if (isAfterG && event.key === 'b') board.go('board');
    else if (isAfterG && event.key === 'm') board.go('progress');
    else if (event.key === '/') board.focusSearch();
    else if (event.key === 'v') board.switchAxis();
    else if (event.key === '?') board.help();
    else return false;
    return true;
  }
  function key(event: KeyboardEvent): void {
    if (event.defaultPrevented || isComposing(event) || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    // A panel, dialog or menu over the board has its own keys.
    if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return;
    const tile = focusable();
    const isOnLink = tile !== null && (document.activeElement as HTMLElement).dataset['tileLink'] !== undefined;
    if (carry(event.key) || (Date.now() - afterG > 1500 && tile !== null && isOnLink && onTile(tile, event)) || elsewhere(event)) event.preventDefault();
  }
  document.addEventListener('keydown', key);
  onScopeDispose(() => document.removeEventListener('keydown', key));
  return { lifted };
}
