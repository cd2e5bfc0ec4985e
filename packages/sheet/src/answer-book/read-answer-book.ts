import { type AnswerContent, EMPTY_CONTENT, type FigurePart, isIsoDate, isoDate, parseDecimal, parseJapaneseTime } from '@furikaeri/model';
import { openParts } from '../read/office/parts.ts';
import { openWorkbook } from '../read/xlsx/workbook.ts';
import { readWorksheet } from '../read/xlsx/worksheet.ts';
import { checkZip } from '../read/zip/check-zip.ts';
import { sniffContainer } from '../read/sniff-format.ts';
import { SheetError } from '../sheet-error.ts';
import {
  ANSWER_WORDS, BOOK_COLUMNS, type BookColumn, CERTAINTY_WORDS, type FilledBook, type FilledRow, FIRST_ROW, FORMAT, KEY_SHEET_NAME, LEADING, SHEET_NAME, type UnreadCell,
} from './book.ts';

type Cells = ReadonlyMap<string, string>;

/**
 * Reads a filled-in 回答ファイル. Lines are found by their 番号, so that a sorted sheet is read rightly; a cell that cannot be
 * read keeps what the file was taken out with and is named. Null for a workbook that is none of ours; throws a SheetError
 * for a file that is damaged, encrypted or built to harm. Call it in a worker thread.
 */
export async function readAnswerBook(bytes: Uint8Array): Promise<FilledBook | null> {
  if (sniffContainer(bytes) !== 'zip') throw new SheetError('sheet/unknown-format', 1, 'Excelのファイル（.xlsx）ではありません。取り出した回答ファイルを選んでください。');
  await checkZip(bytes);
  const parts = await openParts(bytes);
  const workbook = await openWorkbook(parts);
  const counted = { cells: 0, empty: 0 };
  const cellsOf = async (name: string): Promise<Cells | null> => {
    const entry = workbook.sheets.find((one) => one.name === name && one.kind === 'worksheet');
    const xml = entry === undefined ? null : await parts.text(entry.path);
    return xml === null ? null : new Map(readWorksheet(xml, workbook, counted).cells.map(({ row, column, text }) => [`${row} ${column}`, text]));
  };
  const [keys, filled] = [await cellsOf(KEY_SHEET_NAME), await cellsOf(SHEET_NAME)];
  const head = keys === null ? null : asObject(keys.get('1 1') ?? '');
  if (keys === null || filled === null || head?.['format'] !== FORMAT || typeof head['cycleId'] !== 'string' || typeof head['organisationId'] !== 'string') return null;
  const lineOf = new Map<string, number>();
  for (const [at, text] of filled) {
    const [row, column] = at.split(' ').map(Number);
    if (column === 1 && row !== undefined && row >= FIRST_ROW) lineOf.set(text.trim(), row);
  }
  const rows = keysOf(keys).flatMap((key) => {
    const line = lineOf.get(key.code);
    return line === undefined ? [] : [rowOf(key, (column) => filled.get(`${line} ${LEADING.length + BOOK_COLUMNS.indexOf(column) + 1}`) ?? '')];
  });
  return { cycleId: head['cycleId'], organisationId: head['organisationId'], rows };
}

interface Key { submissionId: string; version: number; code: string; base: AnswerContent }

function keysOf(keys: Cells): Key[] {
  const found: Key[] = [];
  for (let row = 2; keys.has(`${row} 1`); row++) {
    let text = '';
    for (let column = 1; keys.has(`${row} ${column}`); column++) text += (keys.get(`${row} ${column}`) ?? '').replace(/^"/u, '');
    const key = asObject(text);
    if (typeof key?.['submissionId'] !== 'string' || typeof key['version'] !== 'number' || typeof key['code'] !== 'string') continue;
    found.push({ submissionId: key['submissionId'], version: key['version'], code: key['code'], base: baseOf(key['base']) });
  }
  return found;
}

/** The draft that the file was taken out with. The hidden sheet can be written to by anybody: what has another shape counts as empty. */
function baseOf(given: unknown): AnswerContent {
  if (typeof given !== 'object' || given === null) return EMPTY_CONTENT;
  const fitting = Object.entries(EMPTY_CONTENT).flatMap(([name, empty]) => {
    const value = Object.hasOwn(given, name) ? (given as Record<string, unknown>)[name] : empty;
    const fits = Array.isArray(empty) ? Array.isArray(value) : typeof value === 'string' || (value === null && empty === null);
    return fits ? [[name, value]] : [];
  });
  return { ...EMPTY_CONTENT, ...(Object.fromEntries(fitting) as Partial<AnswerContent>) };
}

function asObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch { return null; }
}

function rowOf({ submissionId, version, base }: Key, cell: (column: BookColumn) => string): FilledRow {
  const unread: UnreadCell[] = [];
  const content: AnswerContent = { ...base };
  for (const column of BOOK_COLUMNS) {
    const text = cell(column).trim();
    const read = readCell(column, text, base);
    if (read === undefined) unread.push({ column, text });
    else Object.assign(content, { [column]: read });
  }
  // A copied text that was changed here is the writer's own.
  content.copied = base.copied.filter((field) => content[field] === base[field]);
  return { submissionId, version, base, content, unread };
}

/** What a cell says, in the shape of the answer; undefined for what cannot be read. */
function readCell(column: BookColumn, text: string, base: AnswerContent): AnswerContent[BookColumn] | undefined {
  switch (column) {
    case 'answer': return text === '' ? null : wordOf(ANSWER_WORDS, text);
    case 'certainty': return text === '' ? 'final' : wordOf(CERTAINTY_WORDS, text);
    case 'numerator': case 'denominator': case 'baseline': case 'current': return text === '' ? null : (parseDecimal(text) ?? undefined);
    case 'asOf': return text === '' ? null : dayOf(text);
    case 'parts': return text === '' ? [] : partsOf(text);
    // Excel knows one line end; the board's own texts may hold another, which is no change.
    default: return text === base[column].trim().replace(/\r\n?/gu, '\n') ? base[column] : text;
  }
}

const wordOf = <K extends string>(words: Readonly<Record<K, string>>, text: string): K | undefined =>
  (Object.keys(words) as K[]).find((key) => words[key] === text.normalize('NFKC').replace(/\s/gu, ''));

/** 2025/4/25, 2025-04-25 and 令和7年4月25日 alike. */
function dayOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[/\-.年](\d{1,2})[/\-.月](\d{1,2})日?$/u.exec(text.normalize('NFKC').trim()) ?? [];
  if (year !== undefined) {
    const date = isoDate(Number(year), Number(month), Number(day));
    return isIsoDate(date) ? date : undefined;
  }
  const time = parseJapaneseTime(text);
  return time?.kind === 'day' ? time.date : undefined;
}

function partsOf(text: string): FigurePart[] | undefined {
  const parts: FigurePart[] = [];
  for (const line of text.split(/\r?\n/u).filter((one) => one.trim() !== '')) {
    const [, name, value = ''] = /^(.*?)\s*[：:=＝]\s*(.*)$/u.exec(line.trim()) ?? [];
    if (name === undefined || name === '') return undefined;
    const number = value === '' ? null : parseDecimal(value);
    if (value !== '' && number === null) return undefined;
    parts.push({ name, value: number });
  }
  return parts;
}
