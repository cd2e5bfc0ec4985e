export { layOut } from './board-layout.ts';
export { useBoard } from './board.store.ts';
export { choiceFor, owed } from './card-moves.ts';
export type { MoveAction, MoveChoice } from './card-moves.ts';
export { default as MoveDialog } from './components/MoveDialog.vue';
export { useBoardFilter } from './composables/use-board-filter.ts';
export { useCardMoves } from './composables/use-card-moves.ts';
