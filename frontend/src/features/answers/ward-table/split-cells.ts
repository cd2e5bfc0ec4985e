/**
 * The cells of what was copied out of a spreadsheet (tabs) or stands in a CSV (commas), quotes and line ends inside a
 * cell included. What has a tab anywhere is taken as copied. Empty lines at the end are dropped.
 */
export function splitCells(text: string): string[][] {
  const separator = text.includes('\t') ? '\t' : ',';
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = (): void => { rows.at(-1)?.push(cell.trim()); cell = ''; };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') { cell += '"'; at += 1; } else quoted = false;
    } else if (letter === '"' && cell.trim() === '') { cell = ''; quoted = true; } else if (letter === separator) endCell();
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at += 1;
      endCell();
      rows.push([]);
    } else cell += letter;
  }
  endCell();
  while (rows.length > 0 && (rows.at(-1) ?? []).every((one) => one === '')) rows.pop();
  return rows;
}

/** A CSV as text: UTF-8 where it is valid, else CP932, as Excel saves it. Null for what is neither. */
export function decodeCsv(bytes: ArrayBuffer): string | null {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? null : text;
    } catch { /* the other one */ }
  }
  return null;
}
