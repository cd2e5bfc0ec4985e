import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { basename } from 'node:path';
import type { ParsedSheet, SheetInitiative, SheetRow } from '../sheet.ts';

const FIXTURE = fileURLToPath(new URL('../../fixtures/review-sheet-r6.txt', import.meta.url));

/** Our own sheet, and the real one where REAL_SHEET names it: what holds for the one must hold for the other. */
export const SHEETS: [name: string, text: string, path: string][] = [FIXTURE, ...(process.env['REAL_SHEET'] ? [process.env['REAL_SHEET']] : [])].map(
  (path) => [path === FIXTURE ? 'the fixture' : `the real sheet ${basename(path)}`, readFileSync(path, 'utf8'), path],
);

export interface PlacedRow {
  initiative: SheetInitiative;
  row: SheetRow;
}

export const rowsOf = (sheet: ParsedSheet): PlacedRow[] => sheet.initiatives.flatMap((initiative) => initiative.rows.map((row) => ({ initiative, row })));

export const liveRowsOf = (sheet: ParsedSheet): PlacedRow[] => rowsOf(sheet).filter(({ row }) => row.progress === 'in_progress' || row.progress === 'completed');

export function rowOf(sheet: ParsedSheet, code: string): SheetRow {
  const found = rowsOf(sheet).find(({ row }) => row.code === code);
  if (!found) throw new Error(`no row ${code}`);
  return found.row;
}

/** The sheet without line numbers and white space, to compare two readings of one content. */
export function contentOf(sheet: ParsedSheet): unknown {
  const { fiscalYear, sections, initiatives } = sheet;
  const bare: unknown = JSON.parse(JSON.stringify({ fiscalYear, sections, initiatives }), (key, value: unknown) => {
    if (key === 'source') return undefined;
    return typeof value === 'string' ? value.replace(/\s+/gu, '') : value;
  });
  return bare;
}

/** A sheet of the form with one 取組, its rows given as cells. */
export const sheetWith = (...rows: string[][]): string =>
  ['1 章', '(1) 節', '➤ 取組', HEADER, ...rows.map((cells) => cells.join('\t')), '', '(様式) 令和6年度末時点振り返りシート'].join('\n');

export const HEADER = 'めざす姿 (取組目標)\t具体的取組\t6年度の主な取組実績 (実績数値など)\t実施状況\t課題\t7年度以降の取組内容 (課題に対する対応等)';
