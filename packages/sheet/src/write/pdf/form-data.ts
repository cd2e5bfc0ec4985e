import type { DocumentCell, DocumentParagraph, DocumentTable, SheetDocument } from '../../document.ts';
import { placedRows } from '../../table-grid.ts';
import { FORM_COLUMNS } from '../form-columns.ts';

/** What the template prints. Every field is there: the template asks for no absent key. */
export interface FormData {
  title: string;
  columns: { field: string; share: number }[];
  parts: FormPart[];
  /** A last paragraph, or ''. */
  note: string;
}

/** The headings and paragraphs above a table, kept with it. */
interface FormPart {
  lead: { /** Of the heading; 0 is a paragraph. */ level: number; text: string }[];
  table: FormTable | null;
}

interface FormTable {
  rows: { cells: FormCell[] }[];
}

interface FormCell {
  text: string;
  /** The column that it starts in, from 0. */
  x: number;
  colSpan: number;
  rowSpan: number;
  tables: FormTable[];
}

const LEVELS = { chapter: 1, section: 2, subsection: 3 } as const;

export function formDataOf(document: SheetDocument, note: string): FormData {
  const [first, ...others] = document.blocks;
  const isTitle = first?.kind === 'paragraph' && first.role === 'title';
  const parts: FormPart[] = [];
  let lead: FormPart['lead'] = [];
  let outline = 0;
  for (const block of isTitle ? others : document.blocks) {
    if (block.kind === 'table') {
      parts.push({ lead, table: tableOf(block) });
      lead = [];
    } else {
      outline = outlineLevel(block, outline);
      lead.push({ level: block.role === 'initiative' ? outline + 1 : outlineLevel(block, 0), text: block.text });
    }
  }
  if (lead.length > 0) parts.push({ lead, table: null });
  return { title: isTitle ? first.text : '', columns: FORM_COLUMNS.map(({ field, share }) => ({ field, share })), parts, note };
}

/** PDF/UA wants no level left out, so a 取組 is one below the last heading, whatever that was. */
function outlineLevel({ role }: DocumentParagraph, otherwise: number): number {
  return role === 'chapter' || role === 'section' || role === 'subsection' ? LEVELS[role] : otherwise;
}

const tableOf = ({ rows }: DocumentTable): FormTable => ({ rows: placedRows(rows).map((cells) => ({ cells: cells.map(({ cell, from }) => cellOf(cell, from)) })) });

const cellOf = (cell: DocumentCell, x: number): FormCell => (
  { text: cell.text, x, colSpan: cell.colSpan ?? 1, rowSpan: cell.rowSpan ?? 1, tables: (cell.tables ?? []).map(tableOf) });
