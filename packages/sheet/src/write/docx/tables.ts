import { AlignmentType, BorderStyle, ShadingType, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import type { ITableBordersOptions } from 'docx';
import type { DocumentTable } from '../../document.ts';
import { FORM_COLUMNS } from '../form-columns.ts';
import { FORM_WIDTHS, placeCells, widthsOf } from './grid.ts';
import type { PlacedCell } from './grid.ts';
import { BODY, CELL_MARGIN, NESTED } from './page.ts';
import { endOfCell, linesOfCell } from './paragraphs.ts';
import { fitsOnPage } from './row-height.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS: ITableBordersOptions = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };
const MARGINS = { top: CELL_MARGIN.y, bottom: CELL_MARGIN.y, left: CELL_MARGIN.x, right: CELL_MARGIN.x, marginUnitType: WidthType.DXA } as const;
const GREY = { type: ShadingType.CLEAR, color: 'auto', fill: 'E7E6E6' } as const;
const PROGRESS = FORM_COLUMNS.findIndex(({ field }) => field === 'progress');

/** The table of one 取組: six columns of fixed width, its header row again on each page, rows whole where they fit. */
export function formTable(table: DocumentTable): Table {
  const rows = placeCells(table, FORM_WIDTHS).map((cells, index) => {
    const isHeader = table.rows[index]?.isHeader ?? false;
    return new TableRow({ ...(isHeader ? { tableHeader: true } : {}), ...(isHeader || fitsOnPage(cells) ? { cantSplit: true } : {}), children: cells.map((cell) => formCell(cell, isHeader)) });
  });
  return tableWith(rows, FORM_WIDTHS);
}

function formCell({ cell, column, width }: PlacedCell, isHeader: boolean): TableCell {
  const merged = (cell.colSpan ?? 1) > 1;
  const centred = isHeader || merged || column === PROGRESS;
  const nested = (cell.tables ?? []).flatMap((table) => [nestedTable(table, width - 4 * CELL_MARGIN.x), endOfCell()]);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(merged ? { columnSpan: cell.colSpan ?? 1 } : {}),
    ...((cell.rowSpan ?? 1) > 1 ? { rowSpan: cell.rowSpan ?? 1 } : {}),
    ...(isHeader ? { shading: GREY } : {}),
    verticalAlign: isHeader || merged ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: [...(cell.text === '' && nested.length > 0 ? [] : linesOfCell(isHeader ? inTwoLines(cell.text) : cell.text, { ...BODY, centred, keepNext: isHeader })), ...nested],
  });
}

/** 「6年度の主な取組実績 (実績数値など)」: what stands in brackets goes below. */
const inTwoLines = (name: string): string => name.replace(' (', '\n(');

/** Figures by ward, in smaller letters: the names' column is a little wider than those of the figures. */
function nestedTable({ rows }: DocumentTable, width: number): Table {
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const widths = widthsOf(width, Array.from({ length: columns }, (_, index) => (index === 0 ? 4 : 3)));
  return tableWith(
    rows.map(({ cells, isHeader }) => new TableRow({
      ...(isHeader ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map(({ text }, index) => new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        ...(isHeader ? { shading: GREY } : {}),
        children: linesOfCell(text, { ...NESTED, centred: true }),
      })),
    })),
    widths,
    { ...MARGINS, top: 0, bottom: 0 },
  );
}

const tableWith = (rows: TableRow[], widths: readonly number[], margins: { top: number; bottom: number; left: number; right: number; marginUnitType: typeof WidthType.DXA } = MARGINS): Table =>
  new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: BORDERS,
    margins,
  });
