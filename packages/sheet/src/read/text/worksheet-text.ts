import type { DocumentTable, SheetDocument } from '../../document.ts';
import { isHeaderRow } from '../../form/columns.ts';
import { FORM_LIMITS } from '../../form/limits.ts';
import { blocksOfSheetTable } from '../xlsx/sheet-table.ts';
import { MAX_ROWS } from '../xlsx/worksheet-limits.ts';

/** Fewer fields than this are no worksheet of the form; its narrowest has five columns. */
const FEWEST_FIELDS = 5;
/** As written, with its quotes doubled. */
const LONGEST_FIELD = 2 * FORM_LIMITS.cell;

/**
 * Reads a worksheet that was saved or pasted as text: fields separated by tabs or commas, quoted where they hold line
 * breaks, headings in rows of their own. Null for any other text, the text form too, whose headings stand outside rows.
 */
export function readWorksheetText(text: string): SheetDocument | null {
  for (const delimiter of ['\t', ',']) {
    const records = worksheetOf(text, delimiter);
    if (records === null) continue;
    const table: DocumentTable = { kind: 'table', rows: records.map(({ line, fields }) => ({ line, cells: fields.map((field) => ({ text: field })) })) };
    let line = 0;
    const form = blocksOfSheetTable(table, () => ++line, { isAlone: true });
    // Its paragraphs and tables are those of a workbook: no tab marks a row, and no cell goes on in a line without one.
    if (form !== null) return { format: 'xlsx', blocks: form.blocks, dropped: [] };
  }
  return null;
}

interface TextRecord {
  line: number;
  fields: string[];
}

/** The records, if all are equally wide, one names the columns, and some are a heading with nothing beside it. Any other text is told by its first lines. */
function worksheetOf(text: string, delimiter: string): TextRecord[] | null {
  const records: TextRecord[] = [];
  let hasHeading = false;
  let hasHeader = false;
  for (const record of recordsOf(text, delimiter)) {
    const { fields } = record;
    if (fields.length === 1 && fields[0] === '') continue;
    if (fields.length < FEWEST_FIELDS || fields.length !== (records[0] ?? record).fields.length) return null;
    hasHeading ||= fields.filter((field) => field.trim() !== '').length === 1;
    hasHeader ||= isHeaderRow(fields.map((field) => ({ text: field })));
    if (records.push(record) > MAX_ROWS) return null;
  }
  return hasHeading && hasHeader ? records : null;
}

/** The records of RFC 4180 with any delimiter. What begins with a quote but does not end with one stands as it is. */
function* recordsOf(text: string, delimiter: string): Generator<TextRecord> {
  const ends = new RegExp(`${delimiter}|\r\n|\n|\r|$`, 'gu');
  let record: TextRecord = { line: 1, fields: [] };
  let line = 1;
  for (let at = 0; at <= text.length;) {
    const quoted = quotedAt(text, at, delimiter);
    ends.lastIndex = quoted?.end ?? at;
    const { index, 0: end } = ends.exec(text) ?? { index: text.length, 0: '' };
    record.fields.push(quoted?.value ?? text.slice(at, index));
    line += quoted?.value.match(/\r\n|\n|\r/gu)?.length ?? 0;
    at = index + end.length;
    if (end === delimiter) continue;
    yield record;
    record = { line: ++line, fields: [] };
    if (end === '') return;
  }
}

/** The value of a quoted field and the place after it; null where none begins or it does not end before a delimiter. */
function quotedAt(text: string, at: number, delimiter: string): { value: string; end: number } | null {
  if (text[at] !== '"') return null;
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && end - at < LONGEST_FIELD && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end < 0 || ![delimiter, '\r', '\n', undefined].includes(text[end + 1])) return null;
  return { value: text.slice(at + 1, end).replaceAll('""', '"'), end: end + 1 };
}
