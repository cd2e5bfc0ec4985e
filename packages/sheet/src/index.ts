export { parseSheet } from './parse-sheet.ts';
export type { ParseOptions } from './parse-sheet.ts';
export { SheetError } from './sheet-error.ts';
export type { SheetErrorCode } from './sheet-error.ts';
export type * from './sheet.ts';
export type { FindingCode } from './findings.ts';
