import type { DocumentCell, DocumentRow } from '../document.ts';
import type { ParsedSheet } from '../sheet.ts';
import { layOutForm } from '../write/lay-out-form.ts';

/** Breaks that a page makes: after which printed line, and for rows how many characters of each cell still stand before it. */
export interface PageBreak {
  after: number;
  cut: number | null;
}

/** Prints a sheet as a converter of PDF prints it: cells by tabs, lines by tags, tables inside cells as HTML, pages cut anywhere. */
export function printText(sheet: ParsedSheet, breaks: readonly PageBreak[] = []): string {
  const [title, ...blocks] = layOutForm(sheet).blocks;
  const head = title?.kind === 'paragraph' ? title.text : '';
  // The first page has no head, so the year stands on the last one.
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text, ''] : [...rowsOf(block.rows), '']));
  const printed = lines.flatMap((line, index) => {
    const here = breaks.find(({ after }) => after % lines.length === index);
    if (here === undefined) return [line];
    const parts = here.cut === null || !line.includes('\t') || line.includes('実施状況') ? [line] : cutRow(line, here.cut);
    return parts.length === 2 ? [parts[0] ?? '', '', head, '', parts[1] ?? ''] : [...parts, '', head, ''];
  });
  return [...printed, head].join('\n');
}

function rowsOf(rows: readonly DocumentRow[]): string[] {
  const covered = new Map<number, number>();
  return rows.map(({ cells }) => {
    const printed: string[] = [];
    for (const cell of cells) {
      skipCovered(printed, covered);
      printed.push(printCell(cell));
      if ((cell.rowSpan ?? 1) > 1) covered.set(printed.length - 1, cell.rowSpan ?? 1);
      for (let more = 1; more < (cell.colSpan ?? 1); more++) printed.push('');
    }
    for (const [column, left] of covered) if (left <= 1) covered.delete(column); else covered.set(column, left - 1);
    return printed.join('\t');
  });
}

/** A place that a merged cell above covers is printed empty. */
function skipCovered(printed: string[], covered: ReadonlyMap<number, number>): void {
  while (covered.has(printed.length) && (covered.get(printed.length) ?? 0) > 0) printed.push('');
}

function printCell({ text, tables }: DocumentCell): string {
  const nested = (tables ?? []).map(({ rows }) => `<table border="1">${rows.map(({ cells }) => ` <tr> ${cells.map((cell) => `<td>${cell.text}</td>`).join(' ')} </tr>`).join('')} </table>`);
  return [text.replaceAll('\n', '<br>'), ...nested].join(' ');
}

/** A page that ends inside a row leaves of each cell what comes before, and goes on with the rest in the same columns. */
function cutRow(line: string, at: number): string[] {
  const cells = line.split('\t');
  const halves = cells.map((cell) => {
    // Neither tags nor tables are cut, nor a mark from its line: a page cuts lines of words.
    if (cell.includes('<') || cell.length < 8 || /^実施|完了|再掲|^【参考】/u.test(cell)) return [cell, ''];
    const characters = [...cell];
    const place = 3 + (at % (characters.length - 4));
    return [characters.slice(0, place).join(''), characters.slice(place).join('')];
  });
  const rest = halves.map(([, after]) => after ?? '');
  return rest.every((part) => part === '') ? [line] : [halves.map(([before]) => before ?? '').join('\t'), rest.join('\t')];
}
