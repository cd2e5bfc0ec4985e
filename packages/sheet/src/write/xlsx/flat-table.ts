import type { Workbook } from '@protobi/exceljs';
import type { FlatValue } from '../data/flat-value.ts';
import { safeText } from './cell-text.ts';

/** A text longer than a cell holds is cut here only; the form's own sheet has it whole. */
const MAX_CHARACTERS = 32_000;

/** Adds a sheet with one header row, one record a row and one value a cell. */
export function addTable(workbook: Workbook, name: string, columns: readonly { name: string; width: number }[], records: readonly (readonly FlatValue[])[]): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }], pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' } });
  sheet.columns = columns.map(({ width }) => ({ width }));
  sheet.addRow(columns.map((column) => column.name)).font = { bold: true };
  for (const record of records) {
    const row = sheet.addRow([]);
    for (const [index, value] of record.entries()) {
      if (value === null || value === '') continue;
      const cell = row.getCell(index + 1);
      if (typeof value === 'object') {
        cell.value = value.number;
        cell.numFmt = value.decimals === 0 ? '0' : `0.${'0'.repeat(value.decimals)}`;
      } else cell.value = typeof value === 'string' ? safeText(value.slice(0, MAX_CHARACTERS)) : value;
    }
  }
}
