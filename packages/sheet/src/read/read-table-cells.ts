import { SheetError } from '../sheet-error.ts';
import { openParts } from './office/parts.ts';
import { sniffContainer } from './sniff-format.ts';
import { openWorkbook } from './xlsx/workbook.ts';
import { readWorksheet } from './xlsx/worksheet.ts';
import { checkZip } from './zip/check-zip.ts';

/** A table of wards has some thirty lines of a few columns; what is larger is another kind of file. */
const MOST = { rows: 1_000, columns: 50, length: 1_000 };

/**
 * The cells of a workbook's first visible sheet that has any, as people see them, row by row from the first that is
 * filled; hidden rows and columns are left out. Throws a SheetError for what is no workbook, damaged, encrypted, built to
 * harm or too large for a table. Call it in a worker thread.
 */
export async function readTableCells(bytes: Uint8Array): Promise<string[][]> {
  if (sniffContainer(bytes) !== 'zip') throw new SheetError('sheet/unknown-format', 1, 'Excelのファイル（.xlsx）ではありません。Excelで開いて、.xlsx か CSV で保存し直してください。');
  await checkZip(bytes);
  const parts = await openParts(bytes);
  const workbook = await openWorkbook(parts);
  const counted = { cells: 0, empty: 0 };
  for (const { kind, hidden, path } of workbook.sheets) {
    const xml = kind === 'worksheet' && !hidden ? await parts.text(path) : null;
    if (xml === null) continue;
    const sheet = readWorksheet(xml, workbook, counted);
    const cells = sheet.cells.filter(({ row, column, text }) => text.trim() !== '' && !sheet.isHiddenRow(row) && !sheet.isHiddenColumn(column));
    if (cells.length > 0) return rowsOf(cells);
  }
  return [];
}

function rowsOf(cells: readonly { row: number; column: number; text: string }[]): string[][] {
  const first = Math.min(...cells.map(({ column }) => column));
  const rows = new Map<number, string[]>();
  for (const { row, column, text } of cells) {
    const at = column - first;
    const line = rows.get(row) ?? [];
    rows.set(row, line);
    if (at >= MOST.columns || rows.size > MOST.rows || text.length > MOST.length) throw new SheetError('sheet/too-complex', row, '表が大きすぎます。区の名前と値だけのシートにして、もう一度選んでください。');
    line[at] = text.trim();
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, line]) => Array.from(line, (text: string | undefined) => text ?? ''));
}
