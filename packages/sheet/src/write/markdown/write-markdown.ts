import type { DocumentBlock, DocumentCell, DocumentTable, ParagraphRole } from '../../document.ts';
import type { ParsedSheet } from '../../sheet.ts';
import { placedRows } from '../../table-grid.ts';
import { FORM_COLUMNS } from '../form-columns.ts';
import { layOutForm } from '../lay-out-form.ts';
import { inCell, inHeading, inParagraph } from './escape-markdown.ts';

const LEVELS: Readonly<Partial<Record<ParagraphRole, number>>> = { title: 1, chapter: 2, section: 3, subsection: 4 };

/**
 * The 様式 of a sheet as Markdown: headings, and a GFM table for each 取組 with `<br>` between lines. What is merged
 * stands in its first place and the other places are blank; the table by ward is an HTML table within its cell. Every
 * character that Markdown would take for a mark is escaped; `readMarkdown` of it gives the same texts.
 */
export function writeMarkdown(sheet: ParsedSheet): string {
  let level = 1;
  const blocks = layOutForm(sheet).blocks.map((block: DocumentBlock): string => {
    if (block.kind === 'table') return tableOf(block);
    const heading = block.role && LEVELS[block.role];
    if (heading !== undefined) level = heading;
    if (heading === undefined && block.role !== 'initiative') return inParagraph(block.text);
    return `${'#'.repeat(heading ?? level + 1)} ${inHeading(block.text)}`;
  });
  return `${blocks.join('\n\n')}\n`;
}

function tableOf(table: DocumentTable): string {
  const rows = placedRows(table.rows).map((cells) => {
    const places = FORM_COLUMNS.map(() => '');
    for (const { cell, from } of cells) places[from] = cellOf(cell);
    return `| ${places.join(' | ')} |`;
  });
  return [rows[0], `| ${FORM_COLUMNS.map(() => '---').join(' | ')} |`, ...rows.slice(1)].join('\n');
}

const cellOf = ({ text, tables = [] }: DocumentCell): string => `${linesOf(text)}${tables.map(nestedTable).join('')}`;

const linesOf = (text: string): string => text.split('\n').map(inCell).join('<br>');

function nestedTable(table: DocumentTable): string {
  const rows = table.rows.map(({ isHeader, cells }) => `<tr>${cells.map(({ text }) => (isHeader ? `<th>${linesOf(text)}</th>` : `<td>${linesOf(text)}</td>`)).join('')}</tr>`);
  return `<table>${rows.join('')}</table>`;
}
