import type { DocumentCell, DocumentRow, DocumentTable } from '../../document.ts';
import { readBlocks } from './blocks.ts';
import type { BlockSink } from './blocks.ts';
import { placeGrid } from './grid.ts';
import type { GridRow } from './grid.ts';
import { childOf, elementsOf, switchOf, valueOf } from './parse-xml.ts';
import type { XmlElement, XmlNode } from './parse-xml.ts';
import { leaveOut, linesOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** The form has five columns or more; what lays out a page has three at most. */
const FRAME_COLUMNS = 3;
/** Word's own bound is 63 columns. */
const MOST_COLUMNS = 1000;

/** A table of the body; each of its rows has the next line. `place` names a row by its number in the table. */
export function readTable(table: XmlElement, reading: Reading, place: (row: number) => string): DocumentTable {
  const numbers: number[] = [];
  const rows: DocumentRow[] = [];
  const grid = readRows(table, reading, (number) => {
    numbers.push(number);
    rows.push({ line: reading.line++, cells: [] });
  });
  for (const [index, cells] of placeGrid(grid, widthsOf(table)).entries()) {
    const row = rows[index];
    if (row) rows[index] = { ...row, cells, place: place(numbers[index] ?? index + 1) };
  }
  return { kind: 'table', rows };
}

/**
 * The contents of a table that is a frame around something, cell by cell: one cell with a border, or a few columns in
 * which a wider table stands. Null for a table that is one.
 */
export function framedBy(table: XmlElement): XmlNode[][] | null {
  const rows = rowsOf(table).map(cellsOf);
  const cells = rows.flat();
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const isFrame = cells.length === 1 || (columns <= FRAME_COLUMNS && cells.some((cell) => within(cell, 'w:tbl').some((nested) => rowsOf(nested).some((row) => cellsOf(row).length > FRAME_COLUMNS))));
  return isFrame ? cells.map(({ children }) => children) : null;
}

/** A table within a cell: no cell of it spans, so the places beside and below a merged one are empty. */
function readNested(table: XmlElement, reading: Reading): DocumentTable {
  const grid = placeGrid(readRows(table, reading, () => undefined), widthsOf(table));
  const covered = new Map<number, number>();
  const rows = grid.map((cells): DocumentRow => {
    const texts: string[] = [];
    let column = 0;
    const skip = (): void => {
      for (; (covered.get(column) ?? 0) > 0; column++) {
        covered.set(column, (covered.get(column) ?? 0) - 1);
        texts[column] = '';
      }
    };
    for (const cell of cells) {
      skip();
      for (let one = 0; one < (cell.colSpan ?? 1); one++, column++) {
        texts[column] = one === 0 ? textWithin(cell) : '';
        covered.set(column, (cell.rowSpan ?? 1) - 1);
      }
    }
    skip();
    return { line: reading.line, cells: texts.map((text) => ({ text })) };
  });
  return { kind: 'table', rows };
}

/** What a table within a nested table says, as lines of the cell around it. */
const textWithin = ({ text, tables = [] }: DocumentCell): string =>
  [text, ...tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(textWithin).filter((one) => one !== '').join(' ')))].filter((one) => one !== '').join('\n');

function readRows(table: XmlElement, reading: Reading, finished: (number: number) => void): GridRow[] {
  const grid: GridRow[] = [];
  let number = 0;
  for (const element of rowsOf(table)) {
    const properties = childOf(element, 'w:trPr');
    const isDeleted = childOf(properties, 'w:del') !== undefined;
    if (!isDeleted) number++;
    const reason = isDeleted ? 'deleted_text' as const : switchOf(properties, 'w:hidden') ? 'hidden' as const : null;
    if (reason !== null) {
      readBlocks(element.children, reading, { paragraph: () => undefined, table: () => undefined }, reason);
      continue;
    }
    const cells = cellsOf(element).map((cell) => readCell(cell, reading));
    grid.push({ before: wholeNumber(valueOf(properties, 'w:gridBefore'), 0), cells });
    finished(number);
  }
  return grid;
}

function readCell(element: XmlElement, reading: Reading): GridRow['cells'][number] {
  const properties = childOf(element, 'w:tcPr');
  const lines: string[] = [];
  const tables: DocumentTable[] = [];
  const reason = childOf(properties, 'w:cellDel') === undefined ? null : 'deleted_text' as const;
  const sink: BlockSink = {
    paragraph: (text) => void lines.push(...linesOf(text)),
    table: (table) => {
      const framed = framedBy(table);
      if (framed === null) tables.push(readNested(table, reading));
      else for (const children of framed) readBlocks(children, reading, sink);
    },
  };
  readBlocks(element.children, reading, sink, reason);
  return {
    cell: { text: lines.join('\n'), ...(tables.length > 0 ? { tables } : {}) },
    span: wholeNumber(valueOf(properties, 'w:gridSpan'), 1),
    goesOn: { below: goesOn(properties, 'w:vMerge'), beside: goesOn(properties, 'w:hMerge') },
    leftOut: (text) => leaveOut(reading, text, 'hidden'),
  };
}

/** A merged cell begins with `restart`; every other value, and none, goes on. */
const goesOn = (properties: XmlElement | undefined, merge: string): boolean => childOf(properties, merge) !== undefined && valueOf(properties, merge) !== 'restart';

function wholeNumber(value: string | undefined, least: number): number {
  const number = Number(value ?? least);
  return Number.isInteger(number) ? Math.min(Math.max(number, least), MOST_COLUMNS) : least;
}

/** Rows and cells may stand in content controls and other wrappers. */
const rowsOf = (table: XmlElement): XmlElement[] => within(table, 'w:tr');
const cellsOf = (row: XmlElement): XmlElement[] => within(row, 'w:tc');

function within(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => (child.name === name ? [child] : /Pr$|^w:tblGrid$/u.test(child.name) ? [] : within(child, name)));
}

const widthsOf = (table: XmlElement): number[] => elementsOf(childOf(table, 'w:tblGrid') ?? { name: '', attributes: new Map(), children: [] }).map(({ attributes }) => Number(attributes.get('w:w')) || 0);
