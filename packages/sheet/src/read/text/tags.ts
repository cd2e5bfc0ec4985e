import type { Account, Piece } from '../../account.ts';

/**
 * Only these are tags. Anything else in angle brackets is text of the sheet: 〈実績(令和6年度末時点)〉 and
 * 〈R5年度受診率〉 are written with ASCII brackets there, and a general stripper, or an HTML parser, would swallow them.
 */
const REAL_TAGS = 'ul|ol|li|p|br|div|span|table|thead|tbody|tfoot|tr|th|td|caption|colgroup|col|b|i|u|s|em|strong|sup|sub|small|font|a|hr|h[1-6]';
const TAG = new RegExp(`</?(${REAL_TAGS})(?:\\s[^<>]*)?/?>`, 'giu');
const INLINE = /^(span|b|i|u|s|em|strong|sup|sub|small|font|a)$/iu;
const TABLE = /<table(?:\s[^<>]*)?>[\s\S]*?(?:<\/table>|$)/giu;

/** One cell: its text with block tags turned into line breaks, and tables inside it as grids of pieces. */
export interface CellContent {
  piece: Piece;
  grids: Piece[][][];
}

/** Reads one cell of a row. Tags and nothing else go to `dropped`. */
export function readCell(raw: string, line: number, account: Account): CellContent {
  const grids: Piece[][][] = [];
  const rest = raw.replace(TABLE, (table) => {
    grids.push(readGrid(table, line, account));
    return '\n';
  });
  return { piece: account.enter(line, withoutTags(rest, line, account)), grids };
}

function withoutTags(raw: string, line: number, account: Account): string {
  const text = raw.replace(TAG, (tag: string, name: string) => {
    account.dropText(line, tag, 'html_tag');
    return INLINE.test(name) ? '' : '\n';
  });
  return text.split('\n').map((part) => part.trim()).filter((part) => part !== '').join('\n');
}

function readGrid(table: string, line: number, account: Account): Piece[][] {
  return table.split(/(?=<tr(?:\s[^<>]*)?>)/iu)
    .map((row) => row.split(/(?=<t[hd](?:\s[^<>]*)?>)/iu)
      .map((cell) => ({ isCell: /^<t[hd]/iu.test(cell), piece: account.enter(line, withoutTags(cell, line, account)) }))
      .filter((cell) => cell.isCell || cell.piece.text !== '')
      .map((cell) => cell.piece))
    .filter((row) => row.length > 0);
}
