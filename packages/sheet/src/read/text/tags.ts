import type { DocumentCell, DocumentTable } from '../../document.ts';
import type { DroppedText } from '../../sheet.ts';

/**
 * Only these are tags. Anything else in angle brackets is text of the sheet: 〈実績(令和6年度末時点)〉 and
 * 〈R5年度受診率〉 are written with ASCII brackets there, and a general stripper, or an HTML parser, would swallow them.
 */
const REAL_TAGS = 'ul|ol|li|p|br|div|span|table|thead|tbody|tfoot|tr|th|td|caption|colgroup|col|b|i|u|s|em|strong|sup|sub|small|font|a|hr|h[1-6]';
const TAG = new RegExp(`</?(${REAL_TAGS})(?:\\s[^<>]*)?/?>`, 'giu');
const INLINE = /^(span|b|i|u|s|em|strong|sup|sub|small|font|a)$/iu;

/** One cell of the text form: block tags become line breaks, tables inside it nested tables. Tags and nothing else are dropped. */
export function readTagged(raw: string, line: number, dropped: DroppedText[]): DocumentCell {
  const { rest, tables } = takeTables(raw);
  const text = withoutTags(rest, line, dropped);
  return tables.length === 0 ? { text } : { text, tables: tables.map((table) => readGrid(table, line, dropped)) };
}

/** The text with its tables cut out, each by a line break. Scanned by hand: a pattern would look for each table's end again and again. */
function takeTables(raw: string): { rest: string; tables: string[] } {
  const tables: string[] = [];
  let rest = '';
  let at = 0;
  for (const { index } of raw.matchAll(/<table(?:\s[^<>]*)?>/giu)) {
    if (index < at) continue;
    const close = raw.toLowerCase().indexOf('</table>', index);
    const end = close < 0 ? raw.length : close + '</table>'.length;
    tables.push(raw.slice(index, end));
    rest += `${raw.slice(at, index)}\n`;
    at = end;
  }
  return { rest: rest + raw.slice(at), tables };
}

export function withoutTags(raw: string, line: number, dropped: DroppedText[]): string {
  const text = raw.replace(TAG, (tag: string, name: string) => {
    dropped.push({ line, text: tag, reason: 'html_tag' });
    return INLINE.test(name) ? '' : '\n';
  });
  return text.split('\n').map((part) => part.trim()).filter((part) => part !== '').join('\n');
}

function readGrid(table: string, line: number, dropped: DroppedText[]): DocumentTable {
  const rows = table.split(/(?=<tr(?:\s[^<>]*)?>)/iu)
    .map((row) => row.split(/(?=<t[hd](?:\s[^<>]*)?>)/iu)
      .map((cell) => ({ isCell: /^<t[hd]/iu.test(cell), text: withoutTags(cell, line, dropped) }))
      .filter((cell) => cell.isCell || cell.text !== '')
      .map(({ text }) => ({ text })))
    .filter((row) => row.length > 0);
  return { kind: 'table', rows: rows.map((cells) => ({ line, cells })) };
}
