/** One line of a CSV file; `line` is where it begins in the file, counted from 1. */
export interface CsvRecord { line: number; cells: string[] }

/** RFC 4180 with either line end. Empty lines are left out. A quote that never closes runs to the end of the file. */
export function parseCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let startedAt = 1;
  const endRecord = (): void => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) records.push({ line: startedAt, cells });
    cells = [];
    cell = '';
  };
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at];
    if (char === '\n') line += 1;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source[at + 1] === '"') { cell += '"'; at += 1; }
      else quoted = false;
    } else if (char === '"' && cell.trim() === '') { quoted = true; cell = ''; }
    else if (char === ',') { cells.push(cell); cell = ''; }
    else if (char === '\n') { endRecord(); startedAt = line; }
    else cell += char;
  }
  endRecord();
  return records;
}
