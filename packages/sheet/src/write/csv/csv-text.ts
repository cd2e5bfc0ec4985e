import type { FlatValue } from '../data/flat-value.ts';

/**
 * RFC 4180: CRLF after each record; a field with a comma, a quote or a line break is quoted. `inFile` says how a text will
 * stand in the file: where the encoding leaves out or replaces characters, another one may come to be the first, or be a comma.
 */
export function csvText(columns: readonly { name: string }[], records: readonly (readonly FlatValue[])[], inFile: (text: string) => string = (text) => text): string {
  return [columns.map(({ name }) => name), ...records].map((record) => `${record.map((value) => fieldOf(value, inFile)).join(',')}\r\n`).join('');
}

function fieldOf(value: FlatValue, inFile: (text: string) => string): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // A figure keeps its digits and its sign; it is no text that a spreadsheet could take for a formula.
  if (typeof value === 'object') return value.number.toFixed(value.decimals);
  const text = guarded(inFile(value));
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spreadsheets run a field that begins so, some of them after blanks or in full width; the apostrophe makes it text. */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r])/u;
const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
