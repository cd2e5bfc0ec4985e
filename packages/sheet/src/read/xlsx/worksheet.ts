import { SheetError } from '../../sheet-error.ts';
import { isTrue, readXml, unescapeText } from '../office/read-xml.ts';
import { rangeOf } from './addresses.ts';
import type { Range } from './addresses.ts';
import { shownNumber, shownText } from './shown-value.ts';
import type { Workbook } from './workbook.ts';
import { MAX_COLUMNS, MAX_ROWS } from './worksheet-limits.ts';

/** Of one workbook; the sheets' own limits are in worksheet-limits.ts. */
const MAX_CELLS = 300_000;
const MAX_CHARACTERS = 40_000;
/** Cells that only carry a border or a colour are counted too, but far more of them are usual. */
const MAX_EMPTY_CELLS = 3_000_000;

/** A sheet as its part has it. Rows and columns count from 1. */
export interface Worksheet {
  /** Cells that show something, in the order of the part. */
  cells: SheetCell[];
  merges: Range[];
  isHiddenRow: (row: number) => boolean;
  isHiddenColumn: (column: number) => boolean;
  /** In characters; 0 where the sheet does not say. */
  widthOf: (column: number) => number;
  formulas: { row: number; column: number; text: string }[];
  /** Texts that their number format hides (`;;;`). */
  unseen: { row: number; column: number; text: string }[];
  links: { ref: string; id: string | null; location: string }[];
  /** Page header and footer with their codes. */
  headerFooter: string[];
}

export interface SheetCell {
  row: number;
  column: number;
  text: string;
}

interface OpenCell {
  type: string;
  format: string;
  value: string;
  inline: string;
  formula: string | null;
}

/** Reads one sheet part. `counted` is the number of cells of the sheets before it. Throws sheet/too-complex. */
export function readWorksheet(xml: string, workbook: Workbook, counted: { cells: number; empty: number }): Worksheet {
  const sheet: Worksheet = { cells: [], merges: [], isHiddenRow: (row) => hidden.has(row) || (hiddenByDefault && !mentioned.has(row)), isHiddenColumn: (column) => hiddenColumns.has(column), widthOf: (column) => widths.get(column) ?? 0, formulas: [], unseen: [], links: [], headerFooter: [] };
  const hidden = new Set<number>();
  const mentioned = new Set<number>();
  const hiddenColumns = new Set<number>();
  const widths = new Map<number, number>();
  let hiddenByDefault = false;
  let row = 0;
  let column = 0;
  let filledRows = 0;
  let lastFilled = 0;
  let cell: OpenCell | null = null;
  let path = '';

  let columnRanges = 0;
  // Ranges of a real workbook do not overlap, so there are no more of them than columns.
  const openColumns = ({ min, max, hidden: isHidden, width }: Readonly<Record<string, string>>): void => {
    if (++columnRanges > MAX_COLUMNS) tooComplex('列の設定が多すぎます。');
    for (let at = Number(min); at <= Math.min(Number(max), MAX_COLUMNS); at++) {
      if (isTrue(isHidden) || (width !== undefined && Number(width) === 0)) hiddenColumns.add(at);
      widths.set(at, Number(width ?? 0));
    }
  };
  const openRow = ({ r, hidden: isHidden, ht }: Readonly<Record<string, string>>): void => {
    row = r === undefined ? row + 1 : Number(r);
    column = 0;
    mentioned.add(row);
    if (isTrue(isHidden) || (ht !== undefined && Number(ht) === 0)) hidden.add(row);
  };
  const openCell = ({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void => {
    column = r === undefined ? column + 1 : (rangeOf(r)?.left ?? column + 1);
    cell = { type: t, format: workbook.formats[Number(s)] ?? 'General', value: '', inline: '', formula: null };
    if (++counted.empty > MAX_EMPTY_CELLS) tooComplex('セルが多すぎます。');
  };
  const closeCell = (): void => {
    if (cell === null) return;
    const raw = rawOf(cell, workbook);
    const text = cell.type === 'n' ? (raw === '' ? '' : shownNumber(raw, cell.format, workbook.date1904)) : shownText(raw, cell.format);
    if (raw.length > MAX_CHARACTERS) tooComplex(`${String(row)}行目に${MAX_CHARACTERS.toLocaleString('ja')}字を超えるセルがあります。`);
    if (cell.formula !== null) sheet.formulas.push({ row, column, text: cell.formula === '' ? '数式' : `=${cell.formula}` });
    cell = null;
    if (raw.trim() !== '' && text.trim() === '') sheet.unseen.push({ row, column, text: raw });
    if (text.trim() === '') return;
    if (row !== lastFilled) filledRows++;
    lastFilled = row;
    if (++counted.cells > MAX_CELLS) tooComplex(`${MAX_CELLS.toLocaleString('ja')}を超えるセルがあります。`);
    if (filledRows > MAX_ROWS) tooComplex(`${MAX_ROWS.toLocaleString('ja')}行を超えるシートがあります。`);
    if (column > MAX_COLUMNS) tooComplex(`${String(MAX_COLUMNS)}列を超えるシートがあります。`);
    sheet.cells.push({ row, column, text });
  };

  let reading = 0;
  readXml(xml, {
    open: (name, attributes) => {
      path = name;
      if (name === 'row') openRow(attributes);
      else if (name === 'c') openCell(attributes);
      else if (name === 'f' && cell !== null) cell.formula = '';
      else if (name === 'rPh') reading++;
      else if (name === 'sheetFormatPr') hiddenByDefault = isTrue(attributes['zeroHeight']);
      else if (name === 'col') {
        openColumns(attributes);
      } else if (name === 'mergeCell') {
        const range = rangeOf(attributes['ref'] ?? '');
        if (range !== null) sheet.merges.push(range);
        if (sheet.merges.length > MAX_CELLS) tooComplex('結合されたセルが多すぎます。');
      } else if (name === 'hyperlink') sheet.links.push({ ref: attributes['ref'] ?? '', id: attributes['id'] ?? null, location: attributes['location'] ?? '' });
      else if (/^(odd|even|first)(Header|Footer)$/u.test(name)) sheet.headerFooter.push('');
    },
    text: (piece) => {
      if (cell !== null) {
        if (path === 'v') cell.value += piece;
        else if (path === 't' && reading === 0) cell.inline += piece;
        else if (path === 'f' && cell.formula !== null) cell.formula += piece;
      } else if (/^(odd|even|first)(Header|Footer)$/u.test(path)) sheet.headerFooter[sheet.headerFooter.length - 1] += piece;
    },
    close: (name) => {
      path = '';
      if (name === 'c') closeCell();
      else if (name === 'rPh') reading--;
    },
  });
  return sheet;
}

function rawOf({ type, value, inline }: OpenCell, { strings }: Workbook): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'inlineStr') return unescapeText(inline);
  if (type === 'b') return value === '1' ? 'TRUE' : value === '' ? '' : 'FALSE';
  return type === 'str' ? unescapeText(value) : value;
}

function tooComplex(reason: string): never {
  throw new SheetError('sheet/too-complex', 1, `振り返りシートとしては大きすぎます：${reason}`);
}
