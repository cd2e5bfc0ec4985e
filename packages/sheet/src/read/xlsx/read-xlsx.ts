import type { DocumentBlock, SheetDocument } from '../../document.ts';
import { openParts } from '../office/parts.ts';
import type { Parts } from '../office/parts.ts';
import { besideCells } from './beside-cells.ts';
import { formBlocks, headerRowsOf, renamedHeaderRowsOf } from './form-blocks.ts';
import { isExample } from './example-sheet.ts';
import { gridOf } from './grid.ts';
import type { Grid } from './grid.ts';
import { LeftOut } from './left-out.ts';
import { openWorkbook } from './workbook.ts';
import type { SheetEntry } from './workbook.ts';
import { readWorksheet } from './worksheet.ts';
import type { Worksheet } from './worksheet.ts';

/**
 * Reads an Excel workbook (.xlsx, .xlsm) as people see it: numbers and dates by their format, merged cells as spans,
 * nothing that is hidden. Every visible sheet with a row that names the form's columns is read, in order, but no 「記入例」 beside them; the others,
 * and all that is no text of a cell, are listed in `dropped`; macros and embedded files `checkZip` has named before. The row of a table within a cell comes as a nested table.
 * Throws a SheetError: sheet/damaged, sheet/encrypted, sheet/unknown-format, sheet/unsafe-archive, sheet/too-complex.
 */
export async function readXlsx(bytes: Uint8Array): Promise<SheetDocument> {
  const parts = await openParts(bytes);
  const workbook = await openWorkbook(parts);
  const blocks: DocumentBlock[] = [];
  const leftOut = new LeftOut();
  const counted = { cells: 0, empty: 0 };
  const sheets: ReadSheet[] = [];
  for (const entry of workbook.sheets) {
    const xml = entry.kind === 'worksheet' ? await parts.text(entry.path) : null;
    const sheet = xml === null ? null : readWorksheet(xml, workbook, counted);
    const grid = sheet === null || entry.hidden ? null : gridOf(sheet);
    sheets.push({ entry, sheet, grid, headers: grid === null ? [] : headerRowsOf(grid) });
  }
  if (sheets.every(({ headers }) => headers.length === 0)) for (const each of sheets) if (each.grid !== null) each.headers = renamedHeaderRowsOf(each.grid);
  const hasFilledIn = sheets.some(({ entry, headers }) => headers.length > 0 && !isExample(entry.name));
  let line = 0;
  for (const { entry, sheet, grid, headers } of sheets) {
    if (sheet === null) {
      leftOut.add(entry.kind === 'macrosheet' ? 'active_content' : 'picture', `シート「${entry.name}」`, Math.max(line, 1));
      continue;
    }
    if (grid === null || headers.length === 0 || (hasFilledIn && isExample(entry.name))) {
      leaveOutSheet(entry, sheet, Math.max(line, 1), leftOut);
      continue;
    }
    const form = formBlocks(grid, headers, { next: () => ++line, placeOf: (row) => `シート「${entry.name}」${String(row)}行目` });
    blocks.push(...form.blocks);
    await leaveOut(parts, entry, sheet, grid, leftOut, nearest(form.lineOf, Math.max(line, 1)));
  }
  return { format: 'xlsx', blocks, dropped: leftOut.list() };
}

interface ReadSheet {
  entry: SheetEntry;
  /** Null for a sheet of charts or macros. */
  sheet: Worksheet | null;
  /** Null for a hidden sheet, which nobody sees. */
  grid: Grid | null;
  /** The rows of the grid that name the columns of the form. */
  headers: number[];
}

function leaveOutSheet({ name, hidden }: SheetEntry, { cells }: Worksheet, line: number, leftOut: LeftOut): void {
  if (cells.length === 0) return;
  const rows = new Set(cells.map(({ row }) => row)).size;
  if (hidden) leftOut.add('hidden', `シート「${name}」：${cells.map(({ text }) => text).join('\t')}`, line);
  else leftOut.add('other_sheet', `シート「${name}」（${rows.toLocaleString('ja')}行、${cells.length.toLocaleString('ja')}セル）`, line);
}

async function leaveOut(parts: Parts, { path }: SheetEntry, sheet: Worksheet, grid: Grid, leftOut: LeftOut, lineAt: (row: number | null) => number): Promise<void> {
  for (const { row, text } of grid.unseen) leftOut.add('hidden', text, lineAt(row));
  for (const { reason, text, row } of await besideCells(parts, path, sheet)) leftOut.add(reason, text, lineAt(row));
}

/** The line of the block that a row of the sheet became, else of the first one below it, else the last. */
function nearest(lineOf: ReadonlyMap<number, number>, last: number): (row: number | null) => number {
  const rows = [...lineOf].sort(([a], [b]) => a - b);
  return (row) => rows.find(([number]) => row === null || number >= row)?.[1] ?? last;
}
