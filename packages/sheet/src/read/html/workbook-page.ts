import type { DocumentBlock, DocumentTable, SheetDocument } from '../../document.ts';
import type { DroppedText } from '../../sheet.ts';
import { isExample } from '../xlsx/example-sheet.ts';
import { blocksOfSheetTable, isFormSheet } from '../xlsx/sheet-table.ts';

/** What Excel and LibreOffice Calc write at the beginning of a page that they save. */
const EXCEL = /<html\b[^>]*urn:schemas-microsoft-com:office:excel|<meta\b[^>]*(?:Excel\.Sheet|Microsoft\s+Excel)/iu;
const CALC = /a\.comment-indicator/iu;
/** Calc writes 「Sheet 1: 様式」 above each sheet, and a list of them all above the first. */
const SHEET_TITLE = /^\S{1,10} \d{1,3}: (?<name>.*)$/u;

/** The page was saved by a spreadsheet program: each table is a sheet. `text` is the page as it came. */
export const isWorkbookPage = (text: string): boolean => EXCEL.test(text.slice(0, 4_000)) || CALC.test(text.slice(0, 4_000));

/** Reads the tables of such a page as the sheets that they are. A sheet without a header row of the form is listed in `dropped`. */
export function ofWorkbook({ format, blocks, dropped }: SheetDocument): SheetDocument {
  const read: DocumentBlock[] = [];
  const leftOut: DroppedText[] = [];
  const lines: [before: number, after: number][] = [];
  let line = 0;
  let title = '';
  const firstTable = blocks.findIndex((block) => block.kind === 'table');
  const isAlone = blocks.filter((block) => block.kind === 'table').length === 1;
  const hasTitles = blocks.some((block) => block.kind === 'paragraph' && SHEET_TITLE.test(block.text));
  const examples = examplesIn(blocks);
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'paragraph') {
      const name = SHEET_TITLE.exec(block.text)?.groups?.['name'];
      title = name ?? title;
      if (hasTitles && (name !== undefined || index < firstTable)) leftOut.push({ line: Math.max(line, 1), text: block.text, reason: 'page_head' });
      else read.push({ ...block, line: ++line });
      continue;
    }
    const form = block.rows.some(({ cells }) => cells.some(({ tables }) => tables !== undefined)) || examples.has(block) ? null : blocksOfSheetTable(block, () => ++line, { isAlone });
    if (form === null) {
      const cells = block.rows.reduce((sum, row) => sum + row.cells.filter(({ text }) => text !== '').length, 0);
      leftOut.push({ line: Math.max(line, 1), text: `シート「${title}」（${block.rows.length.toLocaleString('ja')}行、${cells.toLocaleString('ja')}セル）`, reason: 'other_sheet' });
      continue;
    }
    read.push(...form.blocks);
    lines.push(...form.lineOf);
  }
  const moved = dropped.map((each) => ({ ...each, line: lines.findLast(([before]) => before <= each.line)?.[1] ?? 1 }));
  return { format, blocks: read, dropped: [...moved, ...leftOut] };
}

/** The sheets that are examples, if another is there to be read. */
function examplesIn(blocks: readonly DocumentBlock[]): ReadonlySet<DocumentBlock> {
  const titles = new Map<DocumentTable, string>();
  let title = '';
  for (const block of blocks) {
    if (block.kind === 'table') titles.set(block, title);
    else title = SHEET_TITLE.exec(block.text)?.groups?.['name'] ?? title;
  }
  const examples = new Set([...titles].filter(([, name]) => isExample(name)).map(([table]) => table));
  return examples.size > 0 && [...titles.keys()].some((table) => !examples.has(table) && isFormSheet(table)) ? examples : new Set();
}
