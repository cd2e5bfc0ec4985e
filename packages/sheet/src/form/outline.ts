import type { Account, Piece } from '../account.ts';
import { keyOf } from '../characters.ts';
import type { SheetDocument } from '../document.ts';
import { SheetError } from '../sheet-error.ts';
import type { SheetSection } from '../sheet.ts';
import type { PlacedCell } from '../table-grid.ts';
import { fiscalYearIn, isRuleRow } from './classify.ts';
import { columnsOf } from './columns.ts';
import type { Columns } from './columns.ts';
import { itemsOf } from './items.ts';
import type { Item } from './items.ts';

/** One row of a table as it stands in the file, before rows cut by a page are joined. */
export interface PhysicalRow {
  line: number;
  raw: string;
  cells: PlacedCell[];
  columns: Columns;
  /** A page ended between this row and the one before. */
  afterBreak: boolean;
}

export interface InitiativeOutline {
  line: number;
  section: string;
  title: string;
  preamble: Piece[];
  footnote: Piece[];
  rows: PhysicalRow[];
}

export interface Outline {
  sections: SheetSection[];
  initiatives: InitiativeOutline[];
  pageYears: number[];
  headerYears: number[];
}

/** Walks a document once: headings, 取組 and the rows below them. Headings repeated as running heads are dropped. */
export function readOutline(document: SheetDocument, account: Account): Outline {
  const walk = new Walk(itemsOf(document), document.format === 'text', account);
  walk.run();
  return walk.outline;
}

class Walk {
  readonly outline: Outline = { sections: [], initiatives: [], pageYears: [], headerYears: [] };
  private readonly items: readonly Item[];
  private readonly isText: boolean;
  private readonly account: Account;
  /** Where a form marks its 取組 with arrows, no other mark begins one. */
  private readonly hasArrows: boolean;
  private readonly place = { chapter: '', section: '', subsection: '' };
  private initiative: InitiativeOutline | null = null;
  private columns: Columns | null = null;
  /** The open 取組 has a header row of its own, so that text below it is no preamble any more. */
  private hasOwnHeader = false;
  private afterBreak = false;

  constructor(items: readonly Item[], isText: boolean, account: Account) {
    this.items = items;
    this.isText = isText;
    this.account = account;
    this.hasArrows = items.some((item) => item.kind === 'paragraph' && item.is.kind === 'initiative');
  }

  run(): void {
    for (const [index, item] of this.items.entries()) {
      if (item.kind === 'row') this.takeRow(item);
      else this.takeParagraph(item, index);
    }
    const header = this.items.find((item) => item.kind === 'row' && item.isHeader);
    if (header !== undefined && this.outline.initiatives.length === 0) throw new SheetError('sheet/table-without-initiative', header.line, '取組名（➤ の行）のない表です。表の上に「➤ 取組名」の行を置いてください。');
  }

  private takeParagraph({ line, raw, is }: Extract<Item, { kind: 'paragraph' }>, index: number): void {
    switch (is.kind) {
      case 'page_head':
        this.account.dropText(line, raw, 'page_head');
        if (is.fiscalYear !== null) this.outline.pageYears.push(is.fiscalYear);
        this.afterBreak = true;
        return;
      case 'rule_row':
        return this.account.dropText(line, raw, 'rule_row');
      case 'chapter':
        Object.assign(this.place, { chapter: is.number, section: '', subsection: '' });
        return this.enterHeading(is.number, is.title, line, raw);
      case 'section':
        Object.assign(this.place, { section: `${this.place.chapter}(${is.number})`, subsection: '' });
        return this.enterHeading(this.place.section, is.title, line, raw);
      case 'subsection':
        this.place.subsection = `${this.place.section}${is.number}`;
        return this.enterHeading(this.place.subsection, is.title, line, raw);
      case 'initiative':
        return this.enterInitiative(is.title, line, raw);
      case 'text':
        return is.marked !== null && this.beginsInitiative(index) ? this.enterInitiative(is.marked, line, raw) : this.takeText(is.text, line, raw);
    }
  }

  private enterHeading(number: string, title: string, line: number, raw: string): void {
    const known = this.outline.sections.find((section) => section.number === number);
    if (!known) {
      this.outline.sections.push({ number, title });
      this.initiative = null;
      this.hasOwnHeader = false;
    } else if (keyOf(known.title) === keyOf(title)) this.account.dropText(line, raw, 'repeated_heading');
    else this.account.find('section/title-differs', line, `見出し ${number} の題名が前と異なります：${raw.trim()}`);
  }

  private enterInitiative(title: string, line: number, raw: string): void {
    if (this.afterBreak && this.initiative !== null && this.initiative.rows.length > 0 && this.initiative.title === title) return this.account.dropText(line, raw, 'repeated_heading');
    const { chapter, section, subsection } = this.place;
    this.initiative = { line, section: subsection || section || chapter, title, preamble: [], footnote: [], rows: [] };
    this.outline.initiatives.push(this.initiative);
    this.hasOwnHeader = false;
  }

  /** In a form without arrows a marked line begins a 取組 when nothing but text stands between it and a table's header. */
  private beginsInitiative(index: number): boolean {
    if (this.hasArrows || (this.initiative !== null && this.initiative.rows.length === 0 && !this.hasOwnHeader)) return false;
    const before = this.items[index - 1];
    if (before?.kind === 'paragraph' && before.is.kind === 'text') return false;
    const here = this.items[index];
    const next = this.items.slice(index + 1, index + 8).find((item) => item.kind === 'row' || item.is.kind !== 'text');
    if (next?.kind !== 'row' || here?.kind !== 'paragraph') return false;
    // Where the columns are named once for all, a mark that is no bullet of a list tells as well.
    const isTitle = here.inTable || (!this.isText && here.is.kind === 'text' && !here.is.text.startsWith('・'));
    return next.isHeader || (isTitle && this.columns !== null);
  }

  private takeRow({ line, raw, placed, isHeader, isFirst }: Extract<Item, { kind: 'row' }>): void {
    if (isHeader) {
      this.account.dropText(line, raw, 'header_row');
      this.columns = columnsOf(placed);
      this.hasOwnHeader = this.initiative !== null;
      const { results } = this.columns.fields;
      const year = fiscalYearIn(placed.filter(({ cell }) => keyOf(cell.text) !== '')[results ?? -1]?.cell.text ?? '');
      if (year !== null) this.outline.headerYears.push(year);
      return;
    }
    if (isRuleRow(placed.map(({ cell }) => cell.text.trim()))) return this.account.dropText(line, raw, 'rule_row');
    if (this.initiative === null || this.columns === null) {
      this.account.findPiece('text/outside-table', this.account.enter(line, raw), '表の見出しより前に行があります');
      return;
    }
    // Word processors break a long table in two at a page; the second half begins without a header row.
    if (isFirst && !this.isText && this.initiative.rows.length > 0) this.afterBreak = true;
    this.initiative.rows.push({ line, raw, cells: placed, columns: this.columns, afterBreak: this.afterBreak });
    this.afterBreak = false;
  }

  private takeText(text: string, line: number, raw: string): void {
    const { initiative } = this;
    if (initiative !== null && /^[※*＊]/u.test(text)) initiative.footnote.push(this.account.enter(line, text));
    else if (initiative !== null && !this.hasOwnHeader && initiative.rows.length === 0) initiative.preamble.push(this.account.enter(line, text));
    else if (this.isText && initiative !== null && this.columns !== null && this.afterBreak) {
      // Editors strip trailing tabs: a rest of the first column then stands without any. Other formats have cells.
      this.account.find('text/joined-to-goal', line, `ページの変わり目の文を、前の行のめざす姿の続きとして読みました：${text}`);
      initiative.rows.push({ line, raw, cells: [{ cell: { text }, from: 0, to: 1, fromAbove: false }], columns: this.columns, afterBreak: true });
      this.afterBreak = false;
    } else this.account.findPiece('text/outside-table', this.account.enter(line, text), '表の外に文があります');
  }
}
