import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import type { DocumentCell, SheetDocument } from '../../document.ts';
import { addressOf, bookOf, rowXml } from '../../spec-kit/book-of.ts';
import { readXlsx } from './read-xlsx.ts';

const HEADER = ['めざす姿', '具体的取組', '実績', '実施状況', '課題', '7年度以降'];
const COLUMNS = 9;

/** Everything that a document says, as one bag of texts. */
function saidBy({ blocks, dropped }: SheetDocument): string {
  const ofCell = ({ text, tables = [] }: DocumentCell): string[] => [text, ...tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(ofCell)))];
  return [...blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flatMap(({ cells }) => cells.flatMap(ofCell)))), ...dropped.map(({ text }) => text)].join('\u0000').replace(/[ \n\t]/gu, '');
}

const mark = fc.constantFrom('', '', '', '・', '➤ ', '(1) ', '1 ', '※');
const span = fc.record({ row: fc.nat(13), column: fc.nat(COLUMNS - 1), rows: fc.nat(5), columns: fc.nat(5) });

describe('a workbook of any shape', () => {
  it('law: each text of each cell is in a block or in `dropped`', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.option(mark, { freq: 2 }), { minLength: COLUMNS, maxLength: COLUMNS }), { minLength: 1, maxLength: 12 }),
        fc.array(span, { maxLength: 8 }), fc.array(fc.nat(11), { minLength: 1, maxLength: 3 }), fc.array(fc.nat(13), { maxLength: 2 }), fc.array(fc.integer({ min: 1, max: COLUMNS }), { maxLength: 2 }), fc.nat(3), fc.boolean(),
        async (grid, spans, headers, hiddenRows, hiddenColumns, shift, narrow) => {
          // Each text is like no other, so that none can stand for another.
          const rows = grid.map((cells, row) => cells.map((start, column) => (start === null ? '' : `${start}文${row}の${column}番`)));
          for (const at of headers) rows.splice(Math.min(at, rows.length), 0, [...Array.from({ length: shift }, () => ''), ...HEADER]);
          const columns = narrow || hiddenColumns.length > 0 ? `<cols>${[...new Set(hiddenColumns)].map((at) => `<col min="${at}" max="${at}" width="3" hidden="1"/>`).join('')}<col min="1" max="${COLUMNS}" width="${narrow ? 3 : 12}"/></cols>` : '';
          const merges = spans.map(({ row, column, rows: down, columns: across }) => `<mergeCell ref="${addressOf(row + 1, column)}:${addressOf(row + 1 + down, column + across)}"/>`).join('');
          const xml = `${columns}<sheetData>${rows.map((cells, row) => rowXml(row + 1, cells, hiddenRows.includes(row) ? ' hidden="1"' : '')).join('')}</sheetData><mergeCells>${merges}</mergeCells>`;
          const said = saidBy(await readXlsx(bookOf([{ name: '様式', xml }])));
          const lost = rows.flat().filter((text) => text !== '' && !HEADER.includes(text) && !said.includes(text.replace(/ /gu, '')));
          const isForm = !said.startsWith('シート「様式」（');
          if (isForm && lost.length > 0) throw new Error(`lost: ${lost.join(' ')}`);
        },
      ),
      { numRuns: 300 },
    );
  });
});
