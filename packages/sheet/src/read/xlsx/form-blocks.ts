import { keyOf, tidy } from '../../characters.ts';
import type { DocumentBlock, DocumentTable } from '../../document.ts';
import { isHeaderRow } from '../../form/columns.ts';
import { byRowOf } from './grid.ts';
import type { Grid, GridCell } from './grid.ts';
import { groupOf, groupsOf } from './groups.ts';
import type { Group } from './groups.ts';
import { cellsOf } from './logical-rows.ts';
import { joinMarks } from './marks.ts';
import { runsOf } from './runs.ts';
import type { Run } from './runs.ts';

/** The rows of a grid that name the columns in the form's own words. */
export function headerRowsOf(grid: Grid): number[] {
  return rowsWhere(grid, (cells) => {
    const keys = cells.map(({ text }) => keyOf(text));
    return keys.some((key) => /^(めざす|目指す)姿/u.test(key)) && keys.some((key) => key.startsWith('実施状況'));
  });
}

/**
 * The rows that name the columns in other words (「目標」, 「進捗状況」). Only for a file in which no sheet has the form's own
 * words: beside a sheet that has, such a one is a list for the office's own use.
 */
export const renamedHeaderRowsOf = (grid: Grid): number[] => rowsWhere(grid, isHeaderRow);

const rowsWhere = (grid: Grid, isHeader: (cells: readonly GridCell[]) => boolean): number[] => [...byRowOf(grid.cells)].filter(([, cells]) => isHeader(cells)).map(([row]) => row);

/** Where the next block stands: `line` counts through the whole document. */
export interface Lines {
  next: () => number;
  placeOf: (row: number) => string;
}

/**
 * A sheet of the form as paragraphs and tables. Above the first header row each text is a paragraph; below, a row is one
 * when its only text goes across the whole table, bears the mark of a heading, or stands right above the next header.
 */
export function formBlocks(grid: Grid, headers: readonly number[], lines: Lines): { blocks: DocumentBlock[]; lineOf: Map<number, number> } {
  const blocks: DocumentBlock[] = [];
  const lineOf = new Map<number, number>();
  const startOf = (row: number): { line: number; place: string } => {
    const number = grid.rows[row] ?? 0;
    const line = lines.next();
    if (!lineOf.has(number)) lineOf.set(number, line);
    return { line, place: lines.placeOf(number) };
  };
  const paragraph = (row: number, text: string): void => {
    const tidied = tidy(text).replace(/\n/gu, ' ');
    if (tidied !== '') blocks.push({ kind: 'paragraph', ...startOf(row), text: tidied });
  };
  const byRow = byRowOf(grid.cells.filter(({ text }) => text !== ''));
  const [first = grid.rows.length] = headers;
  for (let row = 0; row < first; row++) for (const text of joinMarks(byRow.get(row) ?? [])) paragraph(row, text);
  for (const [index, header] of headers.entries()) {
    const end = headers[index + 1] ?? grid.rows.length;
    const groups = groupsOf(byRow.get(header) ?? [], grid);
    const runs = runsOf(grid, groups, header, end);
    const headings = headingsOf(runs, groups, end < grid.rows.length);
    let table: DocumentTable | null = null;
    const rows = cellsOf(runs, groups);
    for (const [at, run] of runs.entries()) {
      if (headings.has(run)) {
        for (const text of joinMarks(run.cells.filter(({ text: own }) => own !== ''))) paragraph(run.top, text);
        table = null;
        continue;
      }
      if (table === null) blocks.push((table = { kind: 'table', rows: [] }));
      table.rows.push({ ...startOf(run.top), cells: rows[at] ?? [] });
    }
  }
  return { blocks, lineOf };
}

const HEADING = /^(?:[➤▶►➢▷➔➡※＊*■◆□◇●◎]|[?？]\s|[(（]様式|第?[0-9０-９]{1,2}\s*[章節]|[0-9０-９]{1,2}[\s.．、\u3000]|[(（][0-9０-９]{1,2}[)）]|[ア-ン][\s.．、)）\u3000])|時点の?振?り?返りシート$/u;

function headingsOf(runs: readonly Run[], groups: readonly Group[], headerFollows: boolean): Set<Run> {
  const found = new Set<Run>();
  let follows = headerFollows;
  for (const run of [...runs].slice(1).reverse()) {
    const filled = run.cells.filter(({ text }) => text !== '');
    const [cell] = filled;
    const isOne = cell !== undefined && joinMarks(filled).length === 1 && startsTable(cell, groups);
    if (isOne && (follows || spansTable(cell, groups) || (!cell.text.trim().includes('\n') && HEADING.test(cell.text.trim())))) found.add(run);
    else follows = false;
  }
  return found;
}

const startsTable = (cell: GridCell, groups: readonly Group[]): boolean => groupOf(cell.left, groups) <= groups.findIndex(({ isNamed }) => isNamed);
const spansTable = (cell: GridCell, groups: readonly Group[]): boolean => startsTable(cell, groups) && cell.right >= (groups.findLast(({ isNamed }) => isNamed)?.right ?? Infinity);
