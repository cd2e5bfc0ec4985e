import type { Account, Piece } from '../../account.ts';
import { keyOf } from '../../characters.ts';
import { SheetError } from '../../sheet-error.ts';
import type { SheetSection } from '../../sheet.ts';
import { columnsOf } from './columns.ts';
import type { Columns } from './columns.ts';
import { classify, fiscalYearIn } from './lines.ts';

/** One row of a table as it stands in the file, before rows cut by a page are joined. */
export interface PhysicalRow {
  line: number;
  cells: string[];
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

/** Walks the lines once: headings, 取組 and the rows below them. Headings repeated as running heads are dropped. */
export function readOutline(lines: readonly string[], account: Account): Outline {
  const outline: Outline = { sections: [], initiatives: [], pageYears: [], headerYears: [] };
  const place = { chapter: '', section: '', subsection: '' };
  let initiative: InitiativeOutline | null = null;
  let columns: Columns | null = null;
  let afterBreak = false;

  const enterHeading = (number: string, title: string, line: number, raw: string): void => {
    const known = outline.sections.find((section) => section.number === number);
    if (!known) {
      outline.sections.push({ number, title });
      initiative = null;
      columns = null;
      return;
    }
    if (keyOf(known.title) === keyOf(title)) account.dropText(line, raw, 'repeated_heading');
    else account.find('section/title-differs', line, `見出し ${number} の題名が前と異なります：${raw.trim()}`);
  };

  lines.forEach((raw, index) => {
    const number = index + 1;
    const line = classify(raw);
    switch (line.kind) {
      case 'blank':
        return;
      case 'page_head':
        account.dropText(number, raw, 'page_head');
        if (line.fiscalYear !== null) outline.pageYears.push(line.fiscalYear);
        afterBreak = true;
        return;
      case 'chapter':
        Object.assign(place, { chapter: line.number, section: '', subsection: '' });
        return enterHeading(line.number, line.title, number, raw);
      case 'section':
        Object.assign(place, { section: `${place.chapter}(${line.number})`, subsection: '' });
        return enterHeading(place.section, line.title, number, raw);
      case 'subsection':
        place.subsection = `${place.section}${line.number}`;
        return enterHeading(place.subsection, line.title, number, raw);
      case 'initiative': {
        if (afterBreak && initiative !== null && initiative.rows.length > 0 && initiative.title === line.title) {
          account.dropText(number, raw, 'repeated_heading');
          return;
        }
        initiative = { line: number, section: place.subsection || place.section || place.chapter, title: line.title, preamble: [], footnote: [], rows: [] };
        outline.initiatives.push(initiative);
        columns = null;
        return;
      }
      case 'header_row': {
        account.dropText(number, raw, 'header_row');
        if (initiative === null) throw new SheetError('sheet/table-without-initiative', number, '取組名（➤ の行）より前に表があります。');
        columns = columnsOf(line.cells);
        const year = fiscalYearIn(line.cells[columns.results] ?? '');
        if (year !== null) outline.headerYears.push(year);
        return;
      }
      case 'rule_row':
        return account.dropText(number, raw, 'rule_row');
      case 'row':
        if (initiative === null || columns === null) {
          account.findPiece('text/outside-table', account.enter(number, raw), '表の見出しより前に行があります');
          return;
        }
        initiative.rows.push({ line: number, cells: line.cells, columns, afterBreak });
        afterBreak = false;
        return;
      case 'text':
        if (initiative !== null && /^[※*＊]/u.test(line.text)) initiative.footnote.push(account.enter(number, line.text));
        else if (initiative !== null && columns === null) initiative.preamble.push(account.enter(number, line.text));
        else if (initiative !== null && columns !== null && afterBreak) {
          // Editors strip trailing tabs: a rest of the first column then stands without any.
          initiative.rows.push({ line: number, cells: [line.text], columns, afterBreak });
          afterBreak = false;
        } else account.findPiece('text/outside-table', account.enter(number, line.text), '表の外に文があります');
    }
  });
  return outline;
}
