import type { DocumentBlock, DocumentCell, DocumentTable, ParagraphRole } from '../../document.ts';
import type { ParsedSheet } from '../../sheet.ts';
import { placedRows } from '../../table-grid.ts';
import { FORM_COLUMNS, titleOf } from '../form-columns.ts';
import { layOutForm } from '../lay-out-form.ts';
import { formStyle } from './form-style.ts';

const LEVELS: Readonly<Partial<Record<ParagraphRole, number>>> = { title: 1, chapter: 2, section: 3, subsection: 4 };
const PROGRESS = FORM_COLUMNS.findIndex(({ field }) => field === 'progress');

/**
 * The 様式 of a sheet as one web page that needs nothing else: no script, no address, its look within it, printed on
 * A4 landscape. All text is escaped, so that 〈R5年度受診率〉 in ASCII brackets is text; `readHtml` of it gives the layout again.
 */
export function writeHtml(sheet: ParsedSheet): string {
  const title = escaped(titleOf(sheet.fiscalYear));
  return [
    '<!doctype html>',
    '<html lang="ja">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${title}</title>`,
    `<style>${formStyle(title.replace(/["\\]/gu, ''))}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...bodyOf(layOutForm(sheet).blocks),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function bodyOf(blocks: readonly DocumentBlock[]): string[] {
  let level = 1;
  let initiatives = 0;
  return blocks.map((block) => {
    if (block.kind === 'table') return formTable(block, `i${initiatives}`);
    const text = escaped(block.text);
    const heading = block.role && LEVELS[block.role];
    if (heading !== undefined) {
      level = heading;
      return `<h${heading}>${text}</h${heading}>`;
    }
    if (block.role !== 'initiative') return `<p class="${block.role ?? 'preamble'}">${text}</p>`;
    initiatives += 1;
    return `<h${level + 1} class="initiative" id="i${initiatives}">${text}</h${level + 1}>`;
  });
}

function formTable(table: DocumentTable, heading: string): string {
  const rows = placedRows(table.rows).map((cells, index) => {
    const isHeader = table.rows[index]?.isHeader === true;
    return { isHeader, html: `<tr>${cells.map(({ cell, from }) => (isHeader ? `<th scope="col"${spansOf(cell)}>${columnName(cell.text)}</th>` : formCell(cell, from))).join('')}</tr>` };
  });
  return [
    // Narrow screens scroll the table sideways; the keyboard must reach it for that.
    `<div class="wide" role="group" tabindex="0" aria-labelledby="${heading}">`,
    `<table class="form" aria-labelledby="${heading}">`,
    `<colgroup>${FORM_COLUMNS.map(({ share }) => `<col style="width:${share}%">`).join('')}</colgroup>`,
    '<thead>', ...rows.filter((row) => row.isHeader).map((row) => row.html), '</thead>',
    '<tbody>', ...rows.filter((row) => !row.isHeader).map((row) => row.html), '</tbody>',
    '</table>',
    '</div>',
  ].join('\n');
}

/** 実施状況, a note across several columns and 「—」 stand in the middle, as on the form. */
function formCell(cell: DocumentCell, column: number): string {
  const isMiddle = column === PROGRESS || (cell.colSpan ?? 1) > 1 || cell.text === '—';
  const lines = cell.text.split('\n').filter((line) => line !== '');
  const text = lines.map((line) => `<p${/^[・①-⑳※]/u.test(line) && !isMiddle ? ' class="point"' : ''}>${escaped(line)}</p>`).join('');
  return `<td${spansOf(cell)}${isMiddle ? ' class="middle"' : ''}>${text}${(cell.tables ?? []).map(nestedTable).join('')}</td>`;
}

function nestedTable(table: DocumentTable): string {
  const rows = table.rows.map((row) => ({
    isHeader: row.isHeader === true,
    html: `<tr>${row.cells.map(({ text }, index) => (row.isHeader ? `<th scope="col">${linesOf(text, '<br>')}</th>` : index === 0 ? `<th scope="row">${linesOf(text, '<br>')}</th>` : `<td>${linesOf(text, '<br>')}</td>`)).join('')}</tr>`,
  }));
  return `<table class="wards" aria-label="区別の表"><thead>${rows.filter((row) => row.isHeader).map((row) => row.html).join('')}</thead><tbody>${rows.filter((row) => !row.isHeader).map((row) => row.html).join('')}</tbody></table>`;
}

const spansOf = ({ colSpan = 1, rowSpan = 1 }: DocumentCell): string => `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;

/** A name too long for its column breaks before its brackets. */
const columnName = (text: string): string => linesOf(text, '<br>').replace(/ (\([^()]*\))$/u, ' <span>$1</span>');

const linesOf = (text: string, between: string): string => text.split('\n').map(escaped).join(between);

/** Text as a page shows it, whatever it is: also in the value of an attribute. */
const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
