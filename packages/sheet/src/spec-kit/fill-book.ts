import ExcelJS from '@protobi/exceljs';
import { BOOK_COLUMNS, type BookColumn, FIRST_ROW, LEADING, SHEET_NAME } from '../answer-book/book.ts';

/** A 回答ファイル as a person saves it after writing into some of its cells; lines count from 0. What is hidden stays. */
export async function fillBook(bytes: Uint8Array, cells: readonly { line: number; column: BookColumn; value: string | number | Date | null }[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const sheet = workbook.getWorksheet(SHEET_NAME);
  if (sheet === undefined) throw new Error(`There is no sheet ${SHEET_NAME}.`);
  for (const { line, column, value } of cells) sheet.getCell(FIRST_ROW + line, LEADING.length + BOOK_COLUMNS.indexOf(column) + 1).value = value;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A workbook that has nothing to do with the board. */
export async function strangeBook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet(SHEET_NAME).getCell(1, 1).value = 'x';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
