import { readDay } from '@furikaeri/model';
import { parseCsv } from '@furikaeri/sheet';

/** What is wrong in the setup file, at which line, in words for the 事務局. */
export interface SetupError { line: number; message: string }

/** 担当と照会先 of one row, as the setup file says it. An empty cell is a decision too: none. */
export interface SetupRow {
  line: number;
  code: string;
  committee: string | null;
  bureau: string | null;
  wards: '*' | string[];
  /** ISO date */
  deadline: string | null;
}

const COLUMNS = ['code', 'committee', 'bureau', 'wards', 'deadline'] as const;
type Column = (typeof COLUMNS)[number];

/** Names and codes are compared without spaces and full or half width; stored as written. */
export const keyOf = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

/** Reads a setup CSV. Whether its codes and wards exist is asked of the sheet and the master data: {@link checkSetup}. */
export function parseSetup(text: string): { rows: SetupRow[]; errors: SetupError[] } {
  const [head, ...body] = parseCsv(text);
  if (head === undefined) return { rows: [], errors: [{ line: 1, message: 'ファイルが空です。' }] };
  const names = head.cells.map((cell) => keyOf(cell).toLowerCase());
  const errors: SetupError[] = [
    ...COLUMNS.filter((column) => !names.includes(column)).map((column) => ({ line: head.line, message: `見出しに列「${column}」がありません。` })),
    ...names.filter((name) => !(COLUMNS as readonly string[]).includes(name)).map((name) => ({ line: head.line, message: `列「${name}」は使えません。列は ${COLUMNS.join('、')} です。` })),
  ];
  if (errors.length > 0) return { rows: [], errors };
  const rows: SetupRow[] = [];
  for (const { line, cells } of body) {
    if (cells.length !== names.length) {
      errors.push({ line, message: `列の数が ${cells.length} です。見出しと同じ ${names.length} にしてください。` });
      continue;
    }
    const cell = (column: Column): string => (cells[names.indexOf(column)] ?? '').trim();
    const deadline = readDeadline(cell('deadline'));
    if (deadline === undefined) errors.push({ line, message: `期限「${cell('deadline')}」を日付として読めません。2025-05-14 のように書いてください。` });
    if (cell('code') === '') errors.push({ line, message: '番号（code）がありません。' });
    rows.push({
      line, code: cell('code'),
      committee: cell('committee') === '' ? null : cell('committee'),
      bureau: cell('bureau') === '' ? null : cell('bureau'),
      wards: cell('wards') === '*' || cell('wards') === '＊' ? '*' : cell('wards').split(/[;；]/).map((name) => name.trim()).filter((name) => name !== ''),
      deadline: deadline ?? null,
    });
  }
  return { rows, errors };
}

/** undefined: not a date. */
const readDeadline = (text: string): string | null | undefined => (text === '' ? null : readDay(text) ?? undefined);

export interface SetupAgainst {
  /** Key of each row's code, and whether it is a live row. */
  codes: ReadonlyMap<string, boolean>;
  /** Keys of the wards that exist. */
  wards: ReadonlySet<string>;
}

/** What the setup names that does not exist. 部会 and 局 are not asked for here: those it names are made. */
export function checkSetup(rows: readonly SetupRow[], { codes, wards }: SetupAgainst): SetupError[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ line, code, wards: named }) => {
    if (code === '') return [];
    const errors: SetupError[] = [];
    const key = keyOf(code);
    const before = seen.get(key);
    seen.set(key, line);
    if (before !== undefined) errors.push({ line, message: `「${code}」は ${before} 行目にもあります。` });
    const isLive = codes.get(key);
    if (isLive === undefined) errors.push({ line, message: `「${code}」という行は様式にありません。` });
    if (isLive === false) errors.push({ line, message: `「${code}」は完了済みか再掲の行なので、担当と照会先を決められません。` });
    for (const name of named === '*' ? [] : named) {
      if (!wards.has(keyOf(name))) errors.push({ line, message: `「${name}」という区はありません。` });
    }
    return errors;
  });
}
