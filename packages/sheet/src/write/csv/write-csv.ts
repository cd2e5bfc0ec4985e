import type { ParsedSheet } from '../../sheet.ts';
import { DATA_COLUMNS, dataRecords } from '../data/data-records.ts';
import type { FlatValue } from '../data/flat-value.ts';
import { WARD_COLUMNS, wardRecords } from '../data/ward-records.ts';
import type { ReplacedCharacter } from './cp932.ts';
import { cp932Bytes, Cp932Replacer } from './cp932.ts';
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
export const writeCsv = (sheet: ParsedSheet, options: CsvOptions): CsvFile => writeTableCsv(DATA_COLUMNS, dataRecords(sheet), options);

/** The figures by ward, one record a figure, with the wards' codes; null where the sheet has none. */
export function writeWardCsv(sheet: ParsedSheet, options: CsvOptions): CsvFile | null {
  const records = wardRecords(sheet);
  return records.length === 0 ? null : writeTableCsv(WARD_COLUMNS, records, options);
}

/** Any other table as a CSV file of the same kind: guarded, quoted, in either encoding. */
export function writeTableCsv(columns: readonly { name: string }[], records: readonly (readonly FlatValue[])[], { encoding }: CsvOptions): CsvFile {
  if (encoding === 'utf-8') return { bytes: new TextEncoder().encode(`\uFEFF${csvText(columns, records)}`), replaced: [] };
  const cp932 = new Cp932Replacer();
  const text = csvText(columns, records, (each) => cp932.replace(each));
  return { bytes: cp932Bytes(text), replaced: cp932.replaced };
}
