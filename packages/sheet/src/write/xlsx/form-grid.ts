import type { DocumentCell, DocumentRow, DocumentTable, ParagraphRole, SheetDocument } from '../../document.ts';
import { placedRows } from '../../table-grid.ts';
import { FORM_COLUMNS } from '../form-columns.ts';
import { piecesOf } from './cell-text.ts';
import { heightOf } from './text-height.ts';

/** The rows of the 様式 as a grid: what stands where, how high each row is. Offsets count from 0 in their block. */
export interface FormGrid {
  /** Widths of the columns in Excel's units. 実績 is made of several, for the figures of the wards. */
  widths: number[];
  blocks: GridBlock[];
}

/** Rows that belong together: a heading, or one row of the form with all that is merged over it. */
export interface GridBlock {
  /** Null for a row of a table. */
  role: ParagraphRole | null;
  /** Points, one for each row of the grid. */
  heights: number[];
  cells: FormCell[];
}

export interface FormCell {
  row: number;
  column: number;
  /** May reach beyond its own block: 具体的取組 is merged over several rows of the form. */
  rowSpan: number;
  colSpan: number;
  text: string;
  kind: 'text' | 'progress' | 'wardHead' | 'ward' | 'figure';
}

/** A page's width in Excel's units: A4 landscape less its margins. */
const TOTAL_WIDTH = 143;
/** Excel allows a row 409 points; what needs more is several rows, merged. */
const MAX_HEIGHT = 390;
const WARD_HEIGHT = 15.6;
const RESULTS = FORM_COLUMNS.findIndex(({ field }) => field === 'results');
const PROGRESS = FORM_COLUMNS.findIndex(({ field }) => field === 'progress');
export const HEADING_SIZES: Readonly<Record<ParagraphRole, number>> = { title: 13, chapter: 13, section: 11, subsection: 10.5, initiative: 10.5, preamble: 9, footnote: 9 };

/** The form as laid out, without its header rows: in a workbook one stands at the top and is repeated on each page. */
export function formGridOf(document: SheetDocument): FormGrid {
  const tables = document.blocks.filter((block) => block.kind === 'table');
  const parts = Math.max(1, ...tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.tables ?? []).flatMap((nested) => nested.rows.map((row) => row.cells.length))))));
  const widths = FORM_COLUMNS.flatMap(({ share }, index) => (index === RESULTS ? splitWidth((TOTAL_WIDTH * share) / 100, parts) : [(TOTAL_WIDTH * share) / 100]));
  const columns = columnsOf(parts);
  const blocks = document.blocks.flatMap((block): GridBlock[] => {
    if (block.kind === 'table') return rowsOf(block, columns, widths);
    const role = block.role ?? 'preamble';
    const height = heightOf(block.text, TOTAL_WIDTH, HEADING_SIZES[role]) + (role === 'preamble' || role === 'footnote' ? 0 : 3);
    return [{ role, heights: [height], cells: [{ row: 0, column: 0, rowSpan: 1, colSpan: widths.length, text: block.text, kind: 'text' }] }];
  });
  return { widths, blocks };
}

/** The name of the ward is wider than each of its figures. */
const splitWidth = (width: number, parts: number): number[] => (parts === 1 ? [width] : [(width * 1.3) / (parts + 0.3), ...Array.from({ length: parts - 1 }, () => width / (parts + 0.3))]);

interface Column {
  at: number;
  parts: number;
}

const columnsOf = (parts: number): Column[] => FORM_COLUMNS.map((_, index) => ({ at: index <= RESULTS ? index : index + parts - 1, parts: index === RESULTS ? parts : 1 }));

interface Placed {
  cell: DocumentCell;
  index: number;
  column: number;
  colSpan: number;
  width: number;
}

function rowsOf(table: DocumentTable, columns: readonly Column[], widths: readonly number[]): GridBlock[] {
  const rows = table.rows.filter(({ isHeader }) => isHeader !== true);
  const placed = placedIn(rows, columns, widths);
  const blocks = placed.map((cells) => blockOf(cells, columns));
  // A text merged over several rows needs their heights together; what is missing goes to the last of them.
  for (const [at, cells] of placed.entries()) {
    for (const { cell, width } of cells) {
      const over = blocks.slice(at, at + (cell.rowSpan ?? 1));
      const missing = heightOf(cell.text, width) - over.reduce((sum, { heights }) => sum + totalOf(heights), 0);
      const last = over.at(-1);
      if (missing > 0 && last !== undefined) stretch(last, missing);
    }
  }
  for (const [at, cells] of placed.entries()) for (const one of cells) fill(one, blocks.slice(at, at + (one.cell.rowSpan ?? 1)));
  return blocks;
}

/** Gives each cell its columns of the grid. */
function placedIn(rows: readonly DocumentRow[], columns: readonly Column[], widths: readonly number[]): Placed[][] {
  return placedRows(rows).map((cells) => cells.map(({ cell, from, to }): Placed => {
    const over = columns.slice(from, to);
    const column = over[0]?.at ?? 0;
    const colSpan = over.reduce((sum, { parts }) => sum + parts, 0);
    return { cell, index: from, column, colSpan, width: widths.slice(column, column + colSpan).reduce((sum, width) => sum + width, 0) };
  }));
}

const totalOf = (heights: readonly number[]): number => heights.reduce((sum, height) => sum + height, 0);

/** The rows of the grid that one row of the form is made of: its texts, the rows of its ward table, and what is left. */
function blockOf(cells: readonly Placed[], columns: readonly Column[]): GridBlock {
  const block: GridBlock = { role: null, heights: [], cells: [] };
  const own = cells.filter(({ cell }) => (cell.rowSpan ?? 1) === 1);
  const withTable = cells.find(({ cell }) => cell.tables !== undefined);
  if (withTable === undefined) {
    stretch(block, Math.max(24, ...own.map(({ cell, width }) => heightOf(cell.text, width))));
    return block;
  }
  if (withTable.cell.text !== '') stretch(block, heightOf(withTable.cell.text, withTable.width));
  const [first] = columns.slice(withTable.index);
  for (const table of withTable.cell.tables ?? []) {
    for (const row of table.rows) {
      const spare = (first?.parts ?? 1) - row.cells.length;
      let column = withTable.column;
      for (const [at, { text }] of row.cells.entries()) {
        const colSpan = at === 0 ? 1 + Math.max(0, spare) : 1;
        block.cells.push({ row: block.heights.length, column, rowSpan: 1, colSpan, text, kind: row.isHeader === true ? 'wardHead' : at === 0 ? 'ward' : 'figure' });
        column += colSpan;
      }
      block.heights.push(WARD_HEIGHT);
    }
  }
  const missing = Math.max(0, ...own.map(({ cell, width }) => heightOf(cell.text, width))) - totalOf(block.heights);
  if (missing > 0) stretch(block, missing);
  return block;
}

/** Adds height to a block in rows that Excel allows. */
function stretch(block: GridBlock, height: number): void {
  const rows = Math.ceil(height / MAX_HEIGHT);
  for (let row = 0; row < rows; row++) block.heights.push(height / rows);
}

/** Puts the text of a cell over all rows of its blocks; above a ward table it ends where that begins. */
function fill({ cell, index, column, colSpan }: Placed, over: readonly GridBlock[]): void {
  const [block] = over;
  if (block === undefined) return;
  const rows = over.reduce((sum, { heights }) => sum + heights.length, 0);
  const wards = cell.tables === undefined ? [] : block.cells.filter(({ kind }) => kind !== 'text' && kind !== 'progress').map(({ row }) => row);
  const end = wards.length === 0 ? rows : Math.min(...wards);
  const kind = index === PROGRESS && colSpan === 1 ? 'progress' : 'text';
  const pieces = piecesOf(cell.text);
  for (const [at, text] of pieces.entries()) {
    // Cells in pieces are cut at different rows, so that at no row more than one of them begins.
    const from = at === 0 ? 0 : Math.min(end - 1, Math.floor((at * end) / pieces.length) + index);
    const to = at === pieces.length - 1 ? end : Math.min(end, Math.floor(((at + 1) * end) / pieces.length) + index);
    if (to > from) block.cells.push({ row: from, column, rowSpan: to - from, colSpan, text, kind });
  }
  const below = wards.length === 0 ? rows : Math.max(...wards) + 1;
  if (below < rows) block.cells.push({ row: below, column, rowSpan: rows - below, colSpan, text: '', kind: 'text' });
}
