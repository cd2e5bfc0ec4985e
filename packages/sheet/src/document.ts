import type { DroppedText } from './sheet.ts';

/** The files that a 振り返りシート is read from. JSON is the model itself and needs no reading as a form. */
export type DocumentFormat = 'text' | 'markdown' | 'html' | 'xlsx' | 'docx';

/**
 * A file as a reader saw it, before anybody asks what it means: paragraphs and tables in the order of reading. Every
 * reader makes one and `readForm` makes a sheet of it; `layOutForm` makes one of a sheet and every writer prints it.
 * Hence what one format can say all can, and reading what was written gives back what went in.
 */
export interface SheetDocument {
  format: DocumentFormat;
  blocks: DocumentBlock[];
  /** Tags, scripts, images, hidden rows: what the reader left out, each with its reason. */
  dropped: DroppedText[];
}

export type DocumentBlock = DocumentParagraph | DocumentTable;

/** One line of text outside a table. Marks and numbers (「➤」, 「(1)」) stand in the text; a reader tells headings by them. */
export interface DocumentParagraph {
  kind: 'paragraph';
  /** Counts paragraphs and rows from 1, unique in the document. In a text file it is the line of the file. */
  line: number;
  text: string;
  /** What the writers set it in. Readers leave it out. */
  role?: ParagraphRole;
  /** As it stands in the file where that is more than `text`, e.g. with the tags around it. */
  raw?: string;
  /** Where a person finds it, e.g. 「シート「様式」12行目」; without it, `line` is the line of the file. */
  place?: string;
}

export type ParagraphRole = 'title' | 'chapter' | 'section' | 'subsection' | 'initiative' | 'preamble' | 'footnote';

export interface DocumentTable {
  kind: 'table';
  rows: DocumentRow[];
}

/** Like an HTML row: a place that a cell above covers by its `rowSpan`, or one on the left by its `colSpan`, has no cell. */
export interface DocumentRow {
  line: number;
  cells: DocumentCell[];
  /** The row of column names, which writers repeat on each page. Readers leave it out: `readForm` tells it by its words. */
  isHeader?: true;
  raw?: string;
  place?: string;
}

export interface DocumentCell {
  /** Lines are separated by LF, without blank lines. */
  text: string;
  /** At least 1; 1 when left out. */
  colSpan?: number;
  /** At least 1; 1 when left out. */
  rowSpan?: number;
  /** Tables within the cell, below its text; in a nested table no cell spans or nests. */
  tables?: DocumentTable[];
}
