export { readSheetFile, refuseTooLarge } from './read-sheet-file.ts';
export type { ReadOptions, SheetFile } from './read-sheet-file.ts';
