import type { Borders, Style, Workbook, Worksheet } from '@protobi/exceljs';
import type { ParagraphRole } from '../../document.ts';
import type { ParsedSheet } from '../../sheet.ts';
import { headerOf } from '../form-columns.ts';
import { layOutForm } from '../lay-out-form.ts';
import { safeText } from './cell-text.ts';
import { formGridOf, HEADING_SIZES } from './form-grid.ts';
import type { FormCell, FormGrid, GridBlock } from './form-grid.ts';
import { pageStarts } from './page-breaks.ts';

const FONT = 'BIZ UDPゴシック';
const LINE = { style: 'thin', color: { argb: 'FF595959' } } as const;
const FINE = { style: 'hair', color: { argb: 'FF7F7F7F' } } as const;
const BOX: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const FILLS: Partial<Record<ParagraphRole, string>> = { chapter: 'FFC9D6EA', section: 'FFE1E9F5', subsection: 'FFEFF3FA' };
const HEADER_FILL = 'FFDCE6F1';
const TITLE_ROW = 1;
const HEADER_ROW = 2;

/** The 様式 as the first sheet: A4 landscape, title and header row on each page, rows of the form kept whole. */
export function addFormSheet(workbook: Workbook, sheet: ParsedSheet): void {
  const [title, ...rest] = layOutForm(sheet).blocks;
  const grid = formGridOf({ format: 'xlsx', blocks: rest, dropped: [] });
  const page = workbook.addWorksheet('様式', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, printTitlesRow: `${String(TITLE_ROW)}:${String(HEADER_ROW)}`, margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.55, header: 0.2, footer: 0.25 } },
    headerFooter: { oddFooter: '&C&P / &N' },
    views: [{ state: 'frozen', ySplit: HEADER_ROW, showGridLines: false }],
  });
  page.columns = grid.widths.map((width) => ({ width }));
  put(page, TITLE_ROW, { row: 0, column: 0, rowSpan: 1, colSpan: grid.widths.length, text: title?.kind === 'paragraph' ? title.text : '', kind: 'text' }, headingStyle('title'));
  page.getRow(TITLE_ROW).height = 24;
  putHeader(page, grid, sheet.fiscalYear);
  const starts = pageStarts(grid.blocks);
  let row = HEADER_ROW + 1;
  for (const [index, block] of grid.blocks.entries()) {
    if (starts.has(index)) page.getRow(row - 1).addPageBreak();
    putBlock(page, row, block);
    row += block.heights.length;
  }
  page.pageSetup.printArea = `A1:${page.getColumn(grid.widths.length).letter}${String(row - 1)}`;
}

function putHeader(page: Worksheet, { widths }: FormGrid, fiscalYear: number | null): void {
  const names = headerOf(fiscalYear);
  const parts = widths.length - names.length + 1;
  let column = 0;
  for (const [index, text] of names.entries()) {
    const colSpan = index === 2 ? parts : 1;
    put(page, HEADER_ROW, { row: 0, column, rowSpan: 1, colSpan, text, kind: 'text' }, { font: { name: FONT, size: 9, bold: true }, alignment: { wrapText: true, vertical: 'middle', horizontal: 'center' }, border: BOX, fill: solid(HEADER_FILL) });
    column += colSpan;
  }
  page.getRow(HEADER_ROW).height = 30;
}

function putBlock(page: Worksheet, top: number, block: GridBlock): void {
  for (const [offset, height] of block.heights.entries()) page.getRow(top + offset).height = height;
  for (const cell of block.cells) put(page, top, cell, block.role === null ? styleOf(cell) : headingStyle(block.role));
}

function put(page: Worksheet, top: number, { row, column, rowSpan, colSpan, text }: FormCell, style: Partial<Style>): void {
  const [first, left] = [top + row, column + 1];
  // Each cell under a merge bears the border, or it is drawn around the first one only.
  for (let y = first; y < first + rowSpan; y++) for (let x = left; x < left + colSpan; x++) page.getCell(y, x).style = style;
  page.getCell(first, left).value = text === '' ? null : safeText(text);
  if (rowSpan > 1 || colSpan > 1) page.mergeCellsWithoutStyle(first, left, first + rowSpan - 1, left + colSpan - 1);
}

const solid = (argb: string): Style['fill'] => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

function styleOf({ kind }: FormCell): Partial<Style> {
  const size = kind === 'text' || kind === 'progress' ? 9 : 8.5;
  const font = { name: FONT, size, bold: kind === 'wardHead' };
  const border = kind === 'text' || kind === 'progress' ? BOX : { top: FINE, left: kind === 'ward' || kind === 'wardHead' ? LINE : FINE, bottom: FINE, right: LINE };
  if (kind === 'text') return { font, border, alignment: { wrapText: true, vertical: 'top', horizontal: 'left' } };
  if (kind === 'progress') return { font, border, alignment: { wrapText: true, vertical: 'top', horizontal: 'center' } };
  return { font, border, alignment: { vertical: 'middle', horizontal: kind === 'ward' ? 'left' : kind === 'figure' ? 'right' : 'center', indent: kind === 'wardHead' ? 0 : 1 }, ...(kind === 'wardHead' ? { fill: solid('FFEAF0FA') } : {}) };
}

function headingStyle(role: ParagraphRole): Partial<Style> {
  const argb = FILLS[role];
  return {
    font: { name: FONT, size: HEADING_SIZES[role], bold: role !== 'preamble' && role !== 'footnote' },
    alignment: { wrapText: true, vertical: 'middle', horizontal: 'left', indent: role === 'preamble' || role === 'footnote' ? 1 : 0 },
    ...(role === 'title' ? {} : { border: BOX }),
    ...(argb === undefined ? {} : { fill: solid(argb) }),
  };
}
