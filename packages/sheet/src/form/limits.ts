import type { DocumentTable, SheetDocument } from '../document.ts';
import { SheetError } from '../sheet-error.ts';

/**
 * What a form may hold; beyond it, reading is refused before it costs anything. The real sheet has 49 rows in 27 取組
 * and 1,238 characters in its longest line; cells of 20,000 characters are to be read.
 */
export const FORM_LIMITS = { cell: 40_000, rows: 10_000, cells: 200_000, blocks: 50_000 } as const;

/** Throws a SheetError ('sheet/too-complex') that names the first line beyond the limits. */
export function refuseTooComplex({ blocks }: SheetDocument): void {
  if (blocks.length > FORM_LIMITS.blocks) throw tooMany(1, `段落や表が${FORM_LIMITS.blocks.toLocaleString('ja-JP')}個`);
  const count = { rows: 0, cells: 0 };
  for (const block of blocks) {
    if (block.kind === 'table') refuseTable(block, count);
    else refuseLong(block.text, block.line, block.place);
  }
}

function refuseTable({ rows }: DocumentTable, count: { rows: number; cells: number }): void {
  for (const row of rows) {
    count.cells += row.cells.length;
    if (++count.rows > FORM_LIMITS.rows) throw tooMany(row.line, `表の行が${FORM_LIMITS.rows.toLocaleString('ja-JP')}行`);
    if (count.cells > FORM_LIMITS.cells) throw tooMany(row.line, `表の欄が${FORM_LIMITS.cells.toLocaleString('ja-JP')}個`);
    for (const cell of row.cells) {
      refuseLong(cell.text, row.line, row.place);
      for (const table of cell.tables ?? []) refuseTable(table, count);
    }
  }
}

function refuseLong(text: string, line: number, place?: string): void {
  if (text.length <= FORM_LIMITS.cell) return;
  throw new SheetError('sheet/too-complex', line, `${place ?? `${line}行目`}に${text.length.toLocaleString('ja-JP')}文字の欄があります。一つの欄は${FORM_LIMITS.cell.toLocaleString('ja-JP')}文字までです。様式のファイルか確かめ、分けて保存し直してください。`);
}

const tooMany = (line: number, what: string): SheetError =>
  new SheetError('sheet/too-complex', line, `${what}を超えています。様式のファイルか確かめ、様式の部分だけを新しいファイルに移して保存し直してください。`);
