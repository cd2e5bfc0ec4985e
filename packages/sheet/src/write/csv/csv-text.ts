import type { FlatValue } from '../data/flat-value.ts';

/** RFC 4180: CRLF after each record; a field with a comma, a quote or a line break is quoted. */
export function csvText(columns: readonly { name: string }[], records: readonly (readonly FlatValue[])[]): string {
  return [columns.map(({ name }) => name), ...records].map((record) => `${record.map(fieldOf).join(',')}\r\n`).join('');
}

function fieldOf(value: FlatValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // A figure keeps its digits and its sign; it is no text that a spreadsheet could take for a formula.
  if (typeof value === 'object') return value.number.toFixed(value.decimals);
  const text = guarded(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spreadsheets run a field that begins so, some of them after blanks or in full width; the apostrophe makes it text. */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r])/u;
const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
