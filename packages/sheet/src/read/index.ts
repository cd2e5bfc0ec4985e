export { readSheetFile, refuseTooLarge } from './read-sheet-file.ts';
export type { ReadOptions, SheetFile } from './read-sheet-file.ts';
export { readAnswerBook } from '../answer-book/read-answer-book.ts';
export type { FilledBook, FilledRow, UnreadCell } from '../answer-book/book.ts';
export { readTableCells } from './read-table-cells.ts';
