import type { DocumentBlock, DocumentCell, DocumentRow, DocumentTable, ParagraphRole, SheetDocument } from '../document.ts';
import type { ParsedSheet, SheetInitiative, SheetRow, TextCell, WardTable } from '../sheet.ts';
import { headerOf, settledNote, titleOf } from './form-columns.ts';

/** A preamble that the form prints in the first goal's cell; any other stands above the table. */
const IN_CELL = /^以下の取り?組み?を\S{0,12}?実施(?:する)?$/u;
const NONE = '—';

/**
 * The 様式 of a sheet: title, headings, and one table for each 取組 with its header row. What is the same as above is
 * one merged cell; a settled or referring row is one cell across 実績 to 次年度. `readForm` of it is the sheet again.
 */
export function layOutForm(sheet: ParsedSheet): SheetDocument {
  const blocks: DocumentBlock[] = [];
  let line = 0;
  const paragraph = (text: string, role: ParagraphRole): void => void blocks.push({ kind: 'paragraph', line: ++line, text, role });
  paragraph(titleOf(sheet.fiscalYear), 'title');
  const open = new Set<string>();
  for (const initiative of sheet.initiatives) {
    for (const section of sheet.sections) {
      if (open.has(section.number) || !initiative.section.startsWith(section.number)) continue;
      open.add(section.number);
      const { text, role } = headingOf(section.number, section.title);
      paragraph(text, role);
    }
    paragraph(`➤ ${initiative.title}`, 'initiative');
    const preamble = initiative.preamble ?? '';
    const inCell = IN_CELL.test(preamble);
    if (!inCell) for (const text of linesOf(preamble)) paragraph(text, 'preamble');
    for (const text of linesOf(initiative.footnote ?? '')) paragraph(text, 'footnote');
    const table: DocumentTable = { kind: 'table', rows: [{ line: ++line, isHeader: true, cells: headerOf(sheet.fiscalYear).map((text) => ({ text })) }] };
    for (const cells of rowsOf(initiative, inCell ? preamble : '', sheet.fiscalYear)) table.rows.push({ line: ++line, cells });
    blocks.push(table);
  }
  return { format: 'html', blocks, dropped: [] };
}

const linesOf = (text: string): string[] => text.split('\n').filter((one) => one !== '');

/** "3" is a chapter, "3(1)" a section, "3(1)ア" a sub-section; the form prints the last part of the number. */
function headingOf(number: string, title: string): { text: string; role: ParagraphRole } {
  const [, section, subsection] = /^\d+(?:(\(\d+\))([ア-ン])?)?$/u.exec(number) ?? [];
  if (subsection !== undefined) return { text: `${subsection} ${title}`, role: 'subsection' };
  return section === undefined ? { text: `${number} ${title}`, role: 'chapter' } : { text: `${section} ${title}`, role: 'section' };
}

function rowsOf(initiative: SheetInitiative, preamble: string, fiscalYear: number | null): DocumentCell[][] {
  const rows: DocumentRow['cells'][] = [];
  let measures: DocumentCell | null = null;
  for (const [index, row] of initiative.rows.entries()) {
    const cells: DocumentCell[] = [{ text: goalsOf(row, index === 0 ? preamble : '') }];
    if (row.measures.kind === 'same_as_above' && measures !== null) {
      measures.rowSpan = (measures.rowSpan ?? 1) + 1;
    } else {
      measures = { text: row.measures.kind === 'text' ? row.measures.text : row.measures.kind === 'none' ? NONE : '' };
      cells.push(measures);
    }
    rows.push([...cells, ...answerOf(row, fiscalYear)]);
  }
  return rows;
}

function goalsOf(row: SheetRow, preamble: string): string {
  return [...(preamble === '' ? [] : [preamble]), ...row.goals.map(({ text }) => `・${text}`)].join('\n');
}

/** 実績, 実施状況, 課題 and 次年度以降; one merged cell where a note of an earlier year or a reference is all they say. */
function answerOf(row: SheetRow, fiscalYear: number | null): DocumentCell[] {
  const notes = [...settledNoteOf(row, fiscalYear), ...row.references.flatMap((reference) => (reference.kind === 'repeat' ? [`${spaced(reference.section)} 【再掲】`] : []))];
  const texts = [textOf(row.results), statusOf(row), issuesOf(row), textOf(row.nextSteps)];
  const tables = row.wardTable ? { tables: [tableOf(row.wardTable)] } : {};
  if (texts.every((text) => text === '') && row.wardTable === undefined && notes.length === 1) return [{ text: notes[0] ?? '', colSpan: 4 }];
  // A same_as reference stands as words in one of the texts; its cell goes across where it is all the row says.
  const filled = texts.filter((text) => text !== '');
  if (row.references.some(({ kind }) => kind === 'same_as') && filled.length === 1 && texts[0] !== '' && notes.length === 0) return [{ text: texts[0] ?? '', colSpan: 4 }];
  const cells = withNotes(texts, notes);
  return cells.map((text, index) => ({ text, ...(index === 0 ? tables : {}) }));
}

/** A row that a person, and no printed note, calls settled gets the note of the year before: without it nothing would say so. */
function settledNoteOf({ statusNote, progress }: SheetRow, fiscalYear: number | null): string[] {
  if (statusNote !== undefined) return [statusNote.text];
  return progress === 'completed_earlier' && fiscalYear !== null ? [settledNote(fiscalYear - 1)] : [];
}

/** Beside other text, a note of an earlier year follows the 実績, and each reference takes a cell of its own. */
function withNotes(texts: readonly string[], notes: readonly string[]): string[] {
  const cells = [...texts];
  for (const note of notes) {
    const free = note.includes('【再掲】') ? [2, 0, 3, 1].find((index) => cells[index] === '') : undefined;
    if (free === undefined) cells[0] = [cells[0], note].filter((text) => text !== '').join('\n');
    else cells[free] = note;
  }
  return cells;
}

const spaced = (section: string): string => section.replace(/^(\d+)\(/u, '$1 (');
/** 課題, and below it the 【参考】 that announces another goal; 「—」 above it would say nothing. */
const issuesOf = ({ issues, amendment }: SheetRow): string =>
  amendment === undefined ? textOf(issues) : [issues.kind === 'text' ? issues.text : '', amendment.label, amendment.text].filter((text) => text !== '').join('\n');
const textOf = (cell: TextCell): string => (cell.kind === 'text' ? cell.text : cell.kind === 'none' ? NONE : '');
const statusOf = ({ progress }: SheetRow): string => (progress === 'in_progress' ? '実施中' : progress === 'completed' ? '完了' : '');

function tableOf(wards: WardTable): DocumentTable {
  const rows = [['区名', ...wards.columns], ...wards.rows.map((row) => [row.printed, ...row.values.map((value) => `${value}${wards.unit}`)])];
  return { kind: 'table', rows: rows.map((cells, index) => ({ line: 0, ...(index === 0 ? { isHeader: true as const } : {}), cells: cells.map((text) => ({ text })) })) };
}
