import type { ParsedSheet } from '../../sheet.ts';
import { DATA_COLUMNS, dataRecords } from '../data/data-records.ts';
import type { FlatValue } from '../data/flat-value.ts';
import { WARD_COLUMNS, wardRecords } from '../data/ward-records.ts';
import type { ReplacedCharacter } from './cp932.ts';
import { encodeCp932 } from './cp932.ts';
import { csvText } from './csv-text.ts';

export interface CsvOptions {
  /** UTF-8 has a BOM, by which Excel knows it. CP932 is for programs that read nothing else. */
  encoding: 'utf-8' | 'cp932';
}

export interface CsvFile {
  bytes: Uint8Array;
  /** What CP932 has no code for; empty for UTF-8. */
  replaced: ReplacedCharacter[];
}

/**
 * The sheet as data: one record a goal, one value a field, the year in both calendars (the columns of the workbook's
 * sheet 「データ」). No field can become a formula: text that looks like one begins with an apostrophe.
 */
export const writeCsv = (sheet: ParsedSheet, options: CsvOptions): CsvFile => encoded(csvText(DATA_COLUMNS, dataRecords(sheet)), options);

/** The figures by ward, one record a figure, with the wards' codes; null where the sheet has none. */
export function writeWardCsv(sheet: ParsedSheet, options: CsvOptions): CsvFile | null {
  const records = wardRecords(sheet);
  return records.length === 0 ? null : encoded(csvText(WARD_COLUMNS, records), options);
}

/** Any other table as a CSV file of the same kind: guarded, quoted, in either encoding. */
export const writeTableCsv = (columns: readonly { name: string }[], records: readonly (readonly FlatValue[])[], options: CsvOptions): CsvFile => encoded(csvText(columns, records), options);

function encoded(text: string, { encoding }: CsvOptions): CsvFile {
  return encoding === 'cp932' ? encodeCp932(text) : { bytes: new TextEncoder().encode(`\uFEFF${text}`), replaced: [] };
}
