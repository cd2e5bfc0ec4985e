export { writeSheetFile } from './write-sheet-file.ts';
export type { WriteFormat, WriteOptions, WrittenFile } from './write-sheet-file.ts';
