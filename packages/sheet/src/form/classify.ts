import { ERAS } from '@furikaeri/model';
import { DIGIT, keyOf, numberOf } from '../characters.ts';

/** What a paragraph of the form is, by itself. */
export type Paragraph =
  | { kind: 'page_head'; fiscalYear: number | null }
  | { kind: 'chapter'; number: string; title: string }
  | { kind: 'section'; number: string; title: string }
  | { kind: 'subsection'; number: string; title: string }
  | { kind: 'initiative'; title: string }
  | { kind: 'rule_row' }
  /** `marked`: begins with a mark that some forms give a 取組 and others a point of a list; what follows tells. */
  | { kind: 'text'; text: string; marked: string | null };

const CHAPTER = new RegExp(`^(${DIGIT}{1,2})[\\s.．、]+(\\S.*)$`, 'u');
const SECTION = new RegExp(`^[(（](${DIGIT}{1,2})[)）]\\s*(\\S.*)$`, 'u');
const SUBSECTION = /^([ア-ン])[\s.．、)）]+(\S.*)$/u;
const INITIATIVE = /^[➤▶►➢▷➔➡]\uFE0F?\s*(\S.*)$/u;
/** 「?」 is what CP932 leaves of ➤. */
const MARKED = /^(?:[・■□◆◇●○◎▼▲★☆]|[?？](?=\s))\s*(\S.*)$/u;
/** What stands beside the title: boxes for the seals of those who approve, dates of drafting, 「様式第1号」. All of a paragraph or none of it. */
const FURNITURE = /^(?:様式(?:第?[0-9]{1,3}号?)?|別紙[0-9]{0,3}|決裁(?:欄|日)?|起案(?:者|日)?|供覧|合議|押印|(?:副|総括)?区長|(?:局|部|課|室|所)長(?:代理|補佐)?|(?:総括)?(?:係長|主査|主任)|担当(?:者|課)?|(?:作成|提出|更新|記入)(?:日|年月日)|(?:(?:作成|提出|更新|記入)(?:日|年月日)?:?)?(?:(?:令和|R)[0-9元]{1,2}[年./]|20[0-9]{2}[年/.-])[0-9]{1,2}[月/.-][0-9]{1,2}日?(?:時点|現在|作成|更新|提出)?)$/u;
const PAGE_NUMBER = new RegExp(`^[-–—]?\\s*${DIGIT}{1,3}(\\s*/\\s*${DIGIT}{1,3})?\\s*[-–—]?$`, 'u');

/** Tells what a paragraph is. Full-width digits and brackets are read like half-width ones. */
export function classify(text: string): Paragraph {
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
  return { kind: 'text', text, marked: MARKED.exec(text)?.[1] ?? null };
}

/** Cells of dashes are what a Markdown converter leaves of a table's rule. */
export function isRuleRow(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length > 0 && filled.every((text) => /^[-－:|]{2,}$/u.test(text));
}

function isPageHead(text: string): boolean {
  const key = keyOf(text);
  return (/^\(様式[^)]*\)/u.test(key) && key.length < 60) || (/^\S{0,40}時点の?振?り?返りシート$/u.test(key) && key.length < 40) || PAGE_NUMBER.test(text) || FURNITURE.test(key);
}

/** 令和6年度, R6年度, 平成30年度, 6年度 or 2024年度 as its first year; null where the text has no such words. */
export function fiscalYearIn(text: string): number | null {
  const match = /(令和|平成|[RH])?(\d{4}|\d{1,2}|元)年度/u.exec(keyOf(text));
  return match ? yearOfEra(match[1], match[2] ?? '') : null;
}

/** The calendar year of 「令和」 (or 「R」) and 「6」; an era left out is the present one. Four digits are a Western year. */
export function yearOfEra(era: string | undefined, year: string): number {
  const number = numberOf(year);
  if (number >= 1900) return number;
  const known = ERAS.find(({ name, letter }) => name === era || letter === era) ?? ERAS[0];
  return (known?.firstYear ?? 2019) - 1 + number;
}
