import ExcelJS from '@protobi/exceljs';
import type { ParsedSheet } from '../../sheet.ts';
import { DATA_COLUMNS, dataRecords } from '../data/data-records.ts';
import { WARD_COLUMNS, wardRecords } from '../data/ward-records.ts';
import { addTable } from './flat-table.ts';
import { addFormSheet } from './form-sheet.ts';

/**
 * The sheet as an Excel workbook: 「様式」 is the form to print, 「データ」 and 「区別データ」 the same content for machines.
 * Every text is a string, never a formula, whatever it begins with. `readXlsx` reads 「様式」 alone.
 */
export async function writeXlsx(sheet: ParsedSheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  addFormSheet(workbook, sheet);
  addTable(workbook, 'データ', DATA_COLUMNS, dataRecords(sheet));
  addTable(workbook, '区別データ', WARD_COLUMNS, wardRecords(sheet));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
