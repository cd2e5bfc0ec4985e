import ExcelJS from '@protobi/exceljs';
import type { ParsedSheet } from '../../sheet.ts';
import { addDataSheet } from './data-sheet.ts';
import { addFormSheet } from './form-sheet.ts';
import { addWardSheet } from './ward-sheet.ts';

/**
 * The sheet as an Excel workbook: 「様式」 is the form to print, 「データ」 and 「区別データ」 the same content for machines.
 * Every text is a string, never a formula, whatever it begins with. `readXlsx` reads 「様式」 alone.
 */
export async function writeXlsx(sheet: ParsedSheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  addFormSheet(workbook, sheet);
  addDataSheet(workbook, sheet);
  addWardSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
