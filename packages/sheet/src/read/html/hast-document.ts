import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import type { DocumentBlock, DocumentCell, DocumentFormat, DocumentRow, DocumentTable, SheetDocument } from '../../document.ts';
import type { DropReason, DroppedText } from '../../sheet.ts';
import { SheetError } from '../../sheet-error.ts';
import { isRemark, leftOutOf, leftOutOfAttributes, shortened, textWithin, valueOf } from './left-out.ts';
import { LinesOfText } from './lines-of-text.ts';
import { officeMarkOf } from './office-marks.ts';
import { colSpanOf, isCell, layoutTablesOf, partsOf, rowSpanOf } from './table-shape.ts';
import type { RowGroup } from './table-shape.ts';

const BLOCKS = new Set(
  ('address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html ' +
    'legend li main menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul').split(' '),
);
/** Deeper than any page is; the stack of calls carries several times as much. */
const DEEPEST = 600;
/** Places of all tables, covered ones too. The form has six columns and some hundred rows. */
const MOST_PLACES = 500_000;

/**
 * The paragraphs and tables of an HTML tree in the order of reading. Rows and lines are counted from 1; words of links
 * stay, while their addresses and whatever is hidden, drawn, deleted or acting is in `dropped`. Tables that only lay out
 * the page are unwrapped; a table within a cell is the cell's, and one within that is text.
 *
 * @throws SheetError `sheet/too-complex` for a tree that is nested, or spans cells, beyond any form.
 */
export function documentOfHast(tree: Root, format: DocumentFormat): SheetDocument {
  return new HastReading(tree, format).read();
}

/** Where the walk is: the lines it fills, how many tables are around it, whether line ends of the source count. */
interface Place {
  lines: LinesOfText;
  tables: number;
  isPre: boolean;
}

class HastReading {
  private readonly tree: Root;
  private readonly format: DocumentFormat;
  private readonly layouts: ReadonlySet<Element>;
  private readonly blocks: DocumentBlock[] = [];
  private readonly dropped: DroppedText[] = [];
  private readonly known = new Set<string>();
  private line = 0;
  private rowLine: number | null = null;
  private paragraphs = 0;
  private tables = 0;
  private places = 0;
  private at: Nodes;

  constructor(tree: Root, format: DocumentFormat) {
    this.tree = tree;
    this.format = format;
    this.at = tree;
    this.layouts = layoutTablesOf(tree);
  }

  read(): SheetDocument {
    const lines = new LinesOfText((text) => {
      this.paragraphs += 1;
      this.blocks.push({ kind: 'paragraph', line: ++this.line, text, place: this.placeOf(this.at, `段落${this.paragraphs}`) });
    });
    this.visit(this.tree, { lines, tables: 0, isPre: false }, 0);
    lines.break();
    const last = Math.max(this.line, 1);
    return { format: this.format, blocks: this.blocks, dropped: this.dropped.map((each) => ({ ...each, line: Math.min(each.line, last) })) };
  }

  /** In a Markdown file a line can be looked up; in a page people count paragraphs and tables. */
  private placeOf(node: Nodes, otherwise: string): string {
    const line = this.format === 'markdown' ? node.position?.start.line : undefined;
    return line === undefined ? otherwise : `${line}行目`;
  }

  private drop(text: string, reason: DropReason): void {
    const line = this.rowLine ?? this.line + 1;
    const key = `${line}\n${reason}\n${text}`;
    if (text === '' || this.known.has(key)) return;
    this.known.add(key);
    this.dropped.push({ line, text, reason });
  }

  private visit(node: Root | RootContent | ElementContent, place: Place, depth: number): void {
    if (depth > DEEPEST) throw new SheetError('sheet/too-complex', 1, `要素の入れ子が深すぎます（${DEEPEST}段まで）。`);
    if (node.type === 'text') {
      if (node.value.trim() !== '') this.at = node.position ? node : this.at;
      this.addText(node.value, place);
    } else if (node.type === 'comment') {
      if (isRemark(node.value)) this.drop(shortened(node.value, 200), 'remark');
    } else if (node.type === 'element') {
      this.visitElement(node, place, depth);
    } else if (node.type === 'root') {
      for (const child of node.children) this.visit(child, place, depth + 1);
    }
  }

  private addText(text: string, place: Place): void {
    if (!place.isPre) return place.lines.add(text);
    text.split(/\r\n|\n|\r/u).forEach((part, index) => {
      if (index > 0) place.lines.break();
      place.lines.add(part);
    });
  }

  private visitElement(element: Element, place: Place, depth: number): void {
    for (const { reason, text } of leftOutOfAttributes(element)) this.drop(text, reason);
    const leftOut = leftOutOf(element);
    if (leftOut) {
      this.drop(leftOut.text, leftOut.reason);
      if (element.tagName === 'svg') this.dropScripts(element);
      return;
    }
    const mark = officeMarkOf(element);
    if (mark !== null) return place.lines.markNext(mark);
    if (element.tagName === 'br') return place.lines.break();
    if (element.position) this.at = element;
    if (element.tagName === 'table') return this.visitTable(element, place, depth);
    const isBlock = BLOCKS.has(element.tagName);
    if (isBlock) place.lines.break();
    const inner = /^(?:pre|listing)$/u.test(element.tagName) ? { ...place, isPre: true } : place;
    this.visitChildren(element, inner, depth);
    if (isBlock) place.lines.break();
  }

  private visitChildren(element: Element, place: Place, depth: number): void {
    const isList = /^(?:ul|ol|menu|dir)$/u.test(element.tagName) && !isUnmarked(element);
    let number = Number(valueOf(element, 'start') || 1);
    for (const child of element.children) {
      if (isList && child.type === 'element' && child.tagName === 'li') {
        number = Number(valueOf(child, 'value') || number);
        if (!isUnmarked(child)) place.lines.markNext(element.tagName === 'ol' ? `${number}. ` : '・');
        number += 1;
      }
      this.visit(child, place, depth + 1);
    }
  }

  private dropScripts(svg: Element): void {
    const scripts = JSON.stringify(svg, (key, value: unknown) => (key === 'position' ? undefined : value)).match(/"tagName":"(?:script|foreignObject)"/gu) ?? [];
    if (scripts.length > 0) this.drop('<svg><script>', 'active_content');
  }

  private visitTable(table: Element, place: Place, depth: number): void {
    place.lines.break();
    const { groups, others } = partsOf(table);
    for (const other of others) if (other.type !== 'doctype') this.visit(other as ElementContent, place, depth + 1);
    place.lines.break();
    const rows = groups.flat();
    const cells = rows.flatMap((row) => row.children.filter(isCell));
    const isLayout = place.tables === 0 && this.layouts.has(table);
    if (isLayout || cells.length === 0 || (place.tables > 0 && cells.length === 1)) return this.visitLayout(rows, place, depth);
    if (place.tables > 1) return this.visitAsText(rows, place, depth);
    const read: DocumentTable = { kind: 'table', rows: [] };
    if (place.tables === 0) this.tables += 1;
    for (const group of groups) read.rows.push(...this.readGroup(group, read.rows.length, place, depth));
    if (place.tables > 0) place.lines.tables.push(withoutSpans(read));
    else this.blocks.push(read);
  }

  /** A cell that only has a place on the page is a part of the page. */
  private visitLayout(rows: readonly Element[], place: Place, depth: number): void {
    for (const row of rows) {
      this.visitElement(row, place, depth + 1);
      place.lines.break();
    }
  }

  /** Nested twice: one line for each row. */
  private visitAsText(rows: readonly Element[], place: Place, depth: number): void {
    for (const row of rows) {
      row.children.forEach((cell) => {
        const texts: string[] = [];
        const lines = new LinesOfText((text) => texts.push(text));
        this.visit(cell, { ...place, lines, tables: place.tables + 1 }, depth + 1);
        lines.break();
        if (texts.length > 0) place.lines.add(` ${texts.join(' ')} `);
      });
      place.lines.break();
    }
  }

  /** The rows that are seen of one group. A hidden row is no row, and cells across it are lower by one. */
  private readGroup(group: RowGroup, before: number, place: Place, depth: number): DocumentRow[] {
    const shown = group.map((row) => leftOutOf(row) === null);
    const rows: DocumentRow[] = [];
    group.forEach((row, index) => {
      if (!shown[index]) return this.drop(textWithin(row), 'hidden');
      for (const { reason, text } of leftOutOfAttributes(row)) this.drop(text, reason);
      const line = place.tables === 0 ? ++this.line : (this.rowLine ?? this.line);
      if (place.tables === 0) this.rowLine = line;
      const cells: DocumentCell[] = [];
      for (const child of row.children) {
        if (!isCell(child)) this.visit(child, place, depth + 1);
        else {
          const cell = this.readCell(child, place, depth);
          if (cell === null) continue;
          const height = shown.slice(index, index + rowSpanOf(child, group.length - index)).filter(Boolean).length;
          if (height > 1) cell.rowSpan = height;
          this.count(colSpanOf(child) * height);
          cells.push(cell);
        }
      }
      if (place.tables === 0) this.rowLine = null;
      rows.push({ line, cells, ...(place.tables === 0 ? { place: this.placeOf(row, `表${this.tables}の${before + rows.length + 1}行目`) } : {}) });
    });
    return rows;
  }

  private readCell(cell: Element, place: Place, depth: number): DocumentCell | null {
    const leftOut = leftOutOf(cell);
    for (const { reason, text } of leftOut ? [leftOut] : leftOutOfAttributes(cell)) this.drop(text, reason);
    if (leftOut) return null;
    const texts: string[] = [];
    const lines = new LinesOfText((text) => texts.push(text));
    this.visitChildren(cell, { lines, tables: place.tables + 1, isPre: false }, depth + 1);
    lines.break();
    const width = colSpanOf(cell);
    return { text: texts.join('\n'), ...(width > 1 ? { colSpan: width } : {}), ...(lines.tables.length > 0 ? { tables: lines.tables } : {}) };
  }

  private count(places: number): void {
    this.places += places;
    if (this.places > MOST_PLACES) throw new SheetError('sheet/too-complex', 1, `表のます目が多すぎます（${MOST_PLACES.toLocaleString('ja-JP')}まで）。`);
  }
}

const isUnmarked = (element: Element): boolean => /list-style(?:-type)?\s*:[^;]*\bnone\b/iu.test(valueOf(element, 'style'));

/** In a nested table a merged cell stands in its first place and the others are empty. */
function withoutSpans(table: DocumentTable): DocumentTable {
  const covered: number[] = [];
  const rows = table.rows.map((row): DocumentRow => {
    const cells: DocumentCell[] = [];
    const skip = (): void => {
      while ((covered[cells.length] ?? 0) > 0) {
        covered[cells.length] = (covered[cells.length] ?? 0) - 1;
        cells.push({ text: '' });
      }
    };
    for (const cell of row.cells) {
      skip();
      for (let column = 0; column < (cell.colSpan ?? 1); column++) {
        covered[cells.length] = (cell.rowSpan ?? 1) - 1;
        cells.push({ text: column === 0 ? textAndTables(cell) : '' });
      }
    }
    skip();
    return { ...row, cells };
  });
  return { kind: 'table', rows };
}

const textAndTables = (cell: DocumentCell): string => [cell.text, ...(cell.tables ?? []).flatMap((table) => table.rows.map((row) => row.cells.map(({ text }) => text).join(' ')))].filter((text) => text !== '').join('\n');
