import { type AnswerContent, formatFiscalYear, formatWareki } from '@furikaeri/model';
import ExcelJS from '@protobi/exceljs';
import type { Cell, Worksheet } from '@protobi/exceljs';
import { safeText } from '../write/xlsx/cell-text.ts';
import {
  type AnswerBook, ANSWER_WORDS, answerChoices, ASKED_COLUMNS, BOOK_COLUMNS, type BookColumn, type BookQuestion, CERTAINTY_WORDS, FIRST_ROW, FORMAT, HEADINGS,
  KEY_SHEET_NAME, LEADING, SHEET_NAME, STATE_WORDS,
} from './book.ts';

const GREY = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEEF1' } } as const;
const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCE6F5' } } as const;
const LINE = { style: 'thin', color: { argb: 'FFB4B9C2' } } as const;
const BOX = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const LEADING_WIDTHS = [12, 34, 34, 14, 12];
/** Excel keeps fifteen digits of a number; a longer figure is written as text, so that none is lost. */
const EXACT_DIGITS = 11;

/**
 * The questions of one organisation as a workbook (.xlsx) to be filled in where the board cannot be reached: headings and
 * what is not asked are locked, choices are drop-downs, and a hidden sheet says which line is which answer and what it
 * said when the file was made. Texts are strings, never formulas.
 */
export async function writeAnswerBook(book: AnswerBook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(SHEET_NAME, {
    views: [{ state: 'frozen', ySplit: FIRST_ROW - 1, xSplit: 2 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${FIRST_ROW - 1}:${FIRST_ROW - 1}` },
  });
  addHead(sheet, book);
  for (const [index, question] of book.questions.entries()) addQuestion(sheet, FIRST_ROW + index, question);
  await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true, formatCells: true });
  addKeys(workbook.addWorksheet(KEY_SHEET_NAME, { state: 'veryHidden' }), book);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addHead(sheet: Worksheet, { organisationName, fiscalYear, takenOut }: AnswerBook): void {
  const names = [...LEADING, ...BOOK_COLUMNS.map((column) => HEADINGS[column].name)];
  sheet.columns = [...LEADING_WIDTHS, ...BOOK_COLUMNS.map((column) => HEADINGS[column].width)].map((width) => ({ width }));
  sheet.getCell(1, 1).value = safeText(`${organisationName}　${formatFiscalYear(fiscalYear)}末 振り返り 回答ファイル（${takenOut} 取り出し）`);
  sheet.getCell(1, 1).font = { bold: true, size: 14 };
  sheet.getCell(2, 1).value = '白いセルに記入して保存し、ボードの「回答」の画面でこのファイルを選んでください。見出しと灰色のセルは変えられません。行の並べ替えや追加はしないでください。';
  for (const [index, name] of names.entries()) {
    const cell = sheet.getCell(FIRST_ROW - 1, index + 1);
    cell.value = name;
    cell.font = { bold: true };
    cell.fill = HEAD;
    cell.border = BOX;
    cell.alignment = { vertical: 'middle', wrapText: true };
  }
}

function addQuestion(sheet: Worksheet, at: number, question: BookQuestion): void {
  const { code, title, deadline, state, kind, closed } = question;
  for (const [index, text] of [code, title, asked(question), formatWareki(deadline), STATE_WORDS[state]].entries()) dress(sheet.getCell(at, index + 1), true).value = safeText(text);
  for (const [index, column] of BOOK_COLUMNS.entries()) {
    const isAsked = ASKED_COLUMNS[kind].includes(column) && !closed;
    const cell = dress(sheet.getCell(at, LEADING.length + index + 1), !isAsked);
    cell.value = written(question.draft, column);
    if (!isAsked) continue;
    const choices = column === 'answer' ? answerChoices(kind) : column === 'certainty' ? Object.values(CERTAINTY_WORDS) : null;
    if (choices !== null) {
      cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${choices.join(',')}"`], showErrorMessage: true, errorTitle: '選択', error: `${choices.join('・')} から選んでください。` };
    }
    if (column === 'asOf') cell.numFmt = 'yyyy/mm/dd';
  }
}

/** The question with what its figures are called and counted in. */
function asked({ question, unit, columns, parts }: BookQuestion): string {
  const notes = [...(unit === '' ? [] : [`単位：${unit}`]), ...(columns === null ? [] : [`基準の値＝${columns[0]}、今年度の値＝${columns[1]}`]), ...(parts.length === 0 ? [] : [`内訳：${parts.join('・')}`])];
  return notes.length === 0 ? question : `${question}\n（${notes.join('。')}）`;
}

function dress(cell: Cell, locked: boolean): Cell {
  cell.protection = { locked };
  cell.border = BOX;
  cell.alignment = { vertical: 'top', wrapText: true };
  if (locked) cell.fill = GREY;
  return cell;
}

function written(draft: AnswerContent, column: BookColumn): string | number | Date | null {
  switch (column) {
    case 'answer': return draft.answer === null ? null : ANSWER_WORDS[draft.answer];
    case 'certainty': return draft.certainty === 'final' ? null : CERTAINTY_WORDS[draft.certainty];
    case 'parts': return draft.parts.length === 0 ? null : safeText(draft.parts.map(({ name, value }) => `${name}：${value ?? ''}`).join('\n'));
    case 'asOf': return draft.asOf === null ? null : new Date(`${draft.asOf}T00:00:00Z`);
    case 'numerator': case 'denominator': case 'baseline': case 'current': return numberOf(draft[column]);
    default: return draft[column] === '' ? null : safeText(draft[column]);
  }
}

const numberOf = (value: string | null): string | number | null =>
  value === null || value.replace(/\D/gu, '').length > EXACT_DIGITS ? value : Number(value);

/** One line of JSON in pieces that a cell can hold. */
function addKeys(sheet: Worksheet, { cycleId, organisationId, questions }: AnswerBook): void {
  sheet.getCell(1, 1).value = JSON.stringify({ format: FORMAT, cycleId, organisationId });
  for (const [index, { submissionId, version, code, draft }] of questions.entries()) {
    const text = JSON.stringify({ submissionId, version, code, base: draft });
    for (let piece = 0; piece * PIECE < text.length; piece++) sheet.getCell(index + 2, piece + 1).value = `"${safeText(text.slice(piece * PIECE, (piece + 1) * PIECE))}`;
  }
}

/** Below what a cell may hold; a mark before each piece keeps its first and last spaces. */
const PIECE = 20_000;
