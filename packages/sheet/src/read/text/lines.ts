import { DIGIT, keyOf, numberOf } from '../../characters.ts';

/** What a line of the text form is, by itself. Rows of tables have tabs; headings never do. */
export type Line =
  | { kind: 'blank' }
  | { kind: 'page_head'; fiscalYear: number | null }
  | { kind: 'chapter'; number: string; title: string }
  | { kind: 'section'; number: string; title: string }
  | { kind: 'subsection'; number: string; title: string }
  | { kind: 'initiative'; title: string }
  | { kind: 'header_row'; cells: string[] }
  | { kind: 'rule_row' }
  | { kind: 'row'; cells: string[] }
  | { kind: 'text'; text: string };

const CHAPTER = new RegExp(`^(${DIGIT}{1,2})[\\s.．、]+(\\S.*)$`, 'u');
const SECTION = new RegExp(`^[(（](${DIGIT}{1,2})[)）]\\s*(\\S.*)$`, 'u');
const SUBSECTION = /^([ア-ン])[\s.．、)）]+(\S.*)$/u;
const INITIATIVE = /^[➤▶►➢▷➔➡]\uFE0F?\s*(\S.*)$/u;
const PAGE_NUMBER = new RegExp(`^[-–—]?\\s*${DIGIT}{1,3}(\\s*/\\s*${DIGIT}{1,3})?\\s*[-–—]?$`, 'u');

/** The lines of a text whatever ends them: LF, CRLF or CR. */
export const splitLines = (text: string): string[] => text.split(/\r\n|\n|\r/u);

/** Tells what a line is. Full-width digits and brackets are read like half-width ones. */
export function classify(raw: string): Line {
  const text = raw.trim();
  if (text === '') return { kind: 'blank' };
  if (raw.includes('\t')) return classifyRow(raw);
  if (isPageHead(text)) return { kind: 'page_head', fiscalYear: fiscalYearIn(text) };
  if (/^[-－]{2,}$/u.test(text)) return { kind: 'rule_row' };
  const initiative = INITIATIVE.exec(text);
  if (initiative) return { kind: 'initiative', title: initiative[1] ?? '' };
  const section = SECTION.exec(text);
  if (section) return { kind: 'section', number: String(numberOf(section[1] ?? '')), title: section[2] ?? '' };
  const chapter = CHAPTER.exec(text);
  if (chapter) return { kind: 'chapter', number: String(numberOf(chapter[1] ?? '')), title: chapter[2] ?? '' };
  const subsection = SUBSECTION.exec(text);
  if (subsection) return { kind: 'subsection', number: subsection[1] ?? '', title: subsection[2] ?? '' };
  return { kind: 'text', text };
}

function classifyRow(raw: string): Line {
  const cells = raw.split('\t');
  if (isHeaderRow(cells)) return { kind: 'header_row', cells };
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length > 0 && filled.every((cell) => /^[-－:|]{2,}$/u.test(cell.trim()))) return { kind: 'rule_row' };
  return { kind: 'row', cells };
}

function isHeaderRow(cells: readonly string[]): boolean {
  const keys = cells.map(keyOf);
  return keys.some((key) => /^(めざす|目指す)姿/u.test(key)) && keys.includes('実施状況');
}

function isPageHead(text: string): boolean {
  const key = keyOf(text);
  return (/^\(様式[^)]*\)/u.test(key) && key.length < 60) || (/^\S{0,40}時点の?振り?返りシート$/u.test(key) && key.length < 40) || PAGE_NUMBER.test(text);
}

/** 令和6年度, R6年度, 6年度 or 2024年度 as 2024; null where the text has no such words. */
export function fiscalYearIn(text: string): number | null {
  const match = /(?:令和|R)?(\d{4}|\d{1,2}|元)年度/u.exec(keyOf(text));
  if (!match) return null;
  const year = numberOf(match[1] ?? '');
  return year >= 1900 ? year : 2018 + year;
}
