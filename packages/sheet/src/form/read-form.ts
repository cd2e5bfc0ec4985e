import { formatFiscalYear } from '@furikaeri/model';
import { Account } from '../account.ts';
import { checkReferences } from '../check/references.ts';
import { findSuspiciousText } from '../check/suspicious-text.ts';
import { proposeSplits } from '../check/goal-splits.ts';
import { keyOf } from '../characters.ts';
import type { DocumentBlock, SheetDocument } from '../document.ts';
import { repairInitiative } from '../repair/repair-initiative.ts';
import { SheetError } from '../sheet-error.ts';
import type { ParsedSheet, SheetInitiative } from '../sheet.ts';
import { readRows } from './join-rows.ts';
import { refuseTooComplex } from './limits.ts';
import { readOutline } from './outline.ts';
import type { Outline } from './outline.ts';
import { finishRows } from './rows.ts';
import { reportLeftOut } from './left-out.ts';

export interface ParseOptions {
  /** Rows whose cells are shifted against their goals are left as printed; the finding then carries the proposal. */
  raw?: boolean;
}

/**
 * Reads a document as a 振り返りシート: any fiscal year, any number of wards, pages cut anywhere. Throws a SheetError
 * (code, line, reason in Japanese) for what is not a sheet; everything odd within a sheet is a finding, and every
 * character is in a cell, a finding or `dropped`.
 */
export function readForm(document: SheetDocument, options: ParseOptions = {}): ParsedSheet {
  refuseTooComplex(document);
  const account = new Account(document.dropped);
  const outline = readOutline(document, account);
  refuseOtherTexts(document, outline);
  const fiscalYear = fiscalYearOf(outline, account);
  const initiatives = outline.initiatives.map((source, index): SheetInitiative => {
    const initiative: SheetInitiative = { number: index + 1, section: source.section, title: source.title, rows: [] };
    const preamble = source.preamble.map((piece) => account.take(piece)).join('\n');
    if (preamble !== '') initiative.preamble = preamble;
    const footnote = source.footnote.map((piece) => account.take(piece)).join('\n');
    if (footnote !== '') initiative.footnote = footnote;
    else if (/[(（][※＊*][)）]/u.test(source.title)) account.find('footnote/missing', source.line, `「${source.title}」の※にあたる注が見当たりません。`);
    const drafts = repairInitiative(readRows(source.rows, account), new Map(source.rows.map(({ line, raw }) => [line, raw])), options.raw === true, account);
    finishRows(initiative, drafts, fiscalYear, account);
    if (initiative.rows.length === 0) account.find('initiative/empty', source.line, `「${source.title}」の表に行がありません。`);
    return initiative;
  });
  const sheet: ParsedSheet = { fiscalYear, sections: outline.sections, initiatives, findings: account.findings, dropped: account.dropped };
  proposeSplits(sheet, account);
  checkReferences(sheet, account);
  findSuspiciousText(sheet, account);
  reportLeftOut(document.dropped, account);
  account.close();
  return sheet;
}

/** A text without the form's table header is something else, whatever its headings look like. */
function refuseOtherTexts({ blocks }: SheetDocument, outline: Outline): void {
  const [block] = blocks;
  const first = (block?.kind === 'table' ? block.rows[0]?.line : block?.line) ?? 1;
  if (outline.initiatives.length === 0 || outline.initiatives.every((initiative) => initiative.rows.length === 0)) {
    const hasHeader = outline.headerYears.length > 0 || outline.initiatives.some((initiative) => initiative.rows.length > 0);
    if (hasHeader) throw new SheetError('sheet/no-rows', outline.initiatives[0]?.line ?? first, '様式の表の見出しはありますが、行がありません。');
    if (holdsNamesWithoutTable(blocks)) throw new SheetError('sheet/not-the-form', first, '「めざす姿」「実施状況」の語はありますが、表になっていません。PDF から写した文では、表の区切りが失われます。PDF のもとになった Excel か Word のファイルを指定してください。');
    throw new SheetError('sheet/not-the-form', first, '振り返りシートの様式ではありません。「めざす姿」「実施状況」の見出しのある表が見つかりません。');
  }
}

/** What copying out of a PDF leaves of the form: the names of the columns, each in a line of text. */
function holdsNamesWithoutTable(blocks: readonly DocumentBlock[]): boolean {
  const has = (pattern: RegExp): boolean => blocks.some((block) => block.kind === 'paragraph' && block.text.length < 400 && pattern.test(keyOf(block.text)));
  return has(/(?:めざす|目指す)姿/u) && has(/実施状況/u);
}

/** The page head says the year; where it does not, the head of the 実績 column does. */
function fiscalYearOf(outline: Outline, account: Account): number | null {
  const years = outline.pageYears.length > 0 ? outline.pageYears : outline.headerYears;
  const [year] = years;
  if (year === undefined) {
    account.find('fiscal-year/unclear', 1, '何年度の振り返りかが書かれていません。');
    return null;
  }
  const others = new Set([...outline.pageYears, ...outline.headerYears].filter((other) => other !== year));
  if (others.size > 0) account.find('fiscal-year/unclear', 1, `年度の書き方が食い違っています：${[year, ...others].map((other) => formatFiscalYear(other)).join('、')}`);
  return year;
}
