export { writeSheetFile } from './write-sheet-file.ts';
export type { WriteFormat, WriteOptions, WrittenFile } from './write-sheet-file.ts';
export { writeTableCsv } from './csv/write-csv.ts';
export { writeAnswerBook } from '../answer-book/write-answer-book.ts';
export type { AnswerBook, BookQuestion } from '../answer-book/book.ts';
