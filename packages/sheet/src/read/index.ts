export { readSheetFile } from './read-sheet-file.ts';
export type { ReadOptions, SheetFile } from './read-sheet-file.ts';
