export { BoardModule } from './board.module.ts';
