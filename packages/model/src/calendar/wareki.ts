import { fiscalYearOfMonth } from './fiscal-year.ts';
import { endOfMonth, isIsoDate, isoDate } from './iso-date.ts';

/** One era. `firstYear` is the calendar year of its 元年; `firstFiscalYear` the first 年度 that bears its name. */
export interface Era {
  name: string;
  letter: string;
  firstYear: number;
  firstFiscalYear: number;
  /** ISO date of the first day. */
  start: string;
}

/** Newest first. A new era is one more row. */
export const ERAS: readonly Era[] = [
  { name: '令和', letter: 'R', firstYear: 2019, firstFiscalYear: 2019, start: '2019-05-01' },
  { name: '平成', letter: 'H', firstYear: 1989, firstFiscalYear: 1989, start: '1989-01-08' },
  { name: '昭和', letter: 'S', firstYear: 1926, firstFiscalYear: 1927, start: '1926-12-25' },
  { name: '大正', letter: 'T', firstYear: 1912, firstFiscalYear: 1912, start: '1912-07-30' },
  { name: '明治', letter: 'M', firstYear: 1868, firstFiscalYear: 1868, start: '1868-10-23' },
];

const yearWord = (n: number): string => (n === 1 ? '元' : String(n));

function eraOr<T>(era: Era | undefined, what: T): Era {
  if (era === undefined) throw new RangeError(`no era for ${String(what)}`);
  return era;
}

/** The name of the fiscal year: `long` 令和6年度 (令和元年度), `medium` 6年度, `short` R6. Throws a RangeError before 明治. */
export function formatFiscalYear(fiscalYear: number, style: 'long' | 'medium' | 'short' = 'long', eras: readonly Era[] = ERAS): string {
  const era = eraOr(eras.find((row) => row.firstFiscalYear <= fiscalYear), fiscalYear);
  const n = fiscalYear - era.firstYear + 1;
  if (style === 'short') return `${era.letter}${n}`;
  return `${style === 'long' ? era.name : ''}${yearWord(n)}年度`;
}

/** An ISO date as 令和7年4月25日. Throws a RangeError before 明治. */
export function formatWareki(date: string, eras: readonly Era[] = ERAS): string {
  const era = eraOr(eras.find((row) => row.start <= date), date);
  const year = Number(date.slice(0, 4)) - era.firstYear + 1;
  return `${era.name}${yearWord(year)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** What a writing on the sheet means. Years are western; `end` is 「末」; `note` keeps words such as 秋頃予定. */
export type JapaneseTime =
  | { kind: 'fiscal-year'; fiscalYear: number; note: string }
  | { kind: 'fiscal-years'; from: number; to: number }
  | { kind: 'year'; year: number }
  | { kind: 'month'; year: number; month: number; fiscalYear: number; end: boolean }
  | { kind: 'months'; year: number; from: number; to: number }
  | { kind: 'day'; date: string };

export interface ReadingContext {
  /** The fiscal year of the sheet, from which 次年度, 本年度 and 前年度 are counted. */
  fiscalYear?: number | undefined;
  eras?: readonly Era[] | undefined;
}

const RELATIVE: Readonly<Record<string, number>> = { 前年度: -1, 昨年度: -1, 本年度: 0, 今年度: 0, 次年度: 1, 翌年度: 1 };

/**
 * Reads the writings found on the sheet (DOMAIN 2.3): 令和6年度, 6年度, R6, R6年, R6.12末, 7年2月, 令和7年1月11日付,
 * R7年4月25日現在, 令和3～5年度, 令和4年度から同6年度まで, 令和6年8月～9月, 次年度(秋頃予定), full width or half. A year
 * without an era belongs to the newest one. Null for anything else, and for days that do not exist.
 */
export function parseJapaneseTime(text: string, { fiscalYear, eras = ERAS }: ReadingContext = {}): JapaneseTime | null {
  const folded = text.normalize('NFKC').replace(/\s/g, '').replace(/[〜∼]/g, '~');
  const relative = /^(前年度|昨年度|本年度|今年度|次年度|翌年度)(?:\((.*)\))?$/.exec(folded);
  if (relative?.[1] !== undefined) {
    const shift = RELATIVE[relative[1]];
    return fiscalYear === undefined || shift === undefined
      ? null
      : { kind: 'fiscal-year', fiscalYear: fiscalYear + shift, note: relative[2] ?? '' };
  }
  const names = eras.flatMap((era) => [era.name, era.letter]).join('|');
  const match = new RegExp(`^(${names})?(元|\\d{1,2})(.*)$`).exec(folded);
  if (match?.[2] === undefined) return null;
  const eraOf = (word: string): Era | undefined => eras.find((row) => row.name === word || row.letter === word);
  const era = match[1] === undefined ? eras[0] : eraOf(match[1]);
  if (era === undefined) return null;
  // The end of a span may name an era of its own: 平成30年度から令和2年度まで.
  const yearOf = (word: string, named = '同'): number | null => {
    const own = named === '同' ? era : eraOf(named);
    return own === undefined ? null : own.firstYear + (word === '元' ? 1 : Number(word)) - 1;
  };
  const year = yearOf(match[2]);
  return year === null ? null : readRest(match[3] ?? '', year, yearOf, match[1]);
}

function readRest(
  rest: string, year: number, yearOf: (word: string, named?: string) => number | null, era: string | undefined,
): JapaneseTime | null {
  if (rest === '年度' || (rest === '' && era !== undefined)) return { kind: 'fiscal-year', fiscalYear: year, note: '' };
  if (rest === '年') return { kind: 'year', year };
  const years = /^(?:年度)?(?:~|から)(同|\D{1,2})?(元|\d{1,2})年度(?:まで)?$/.exec(rest);
  if (years?.[2] !== undefined) {
    const to = yearOf(years[2], years[1]);
    return to === null ? null : { kind: 'fiscal-years', from: year, to };
  }
  const months = /^年(\d{1,2})月~(\d{1,2})月$/.exec(rest);
  if (months !== null) return readMonths(year, Number(months[1]), Number(months[2]));
  const day = /^(?:年|\.)(\d{1,2})(?:月|\.)(\d{1,2})日?(?:付|現在|時点)?$/.exec(rest);
  if (day !== null) {
    const date = isoDate(year, Number(day[1]), Number(day[2]));
    return isIsoDate(date) ? { kind: 'day', date } : null;
  }
  const month = /^(?:年|\.)(\d{1,2})月?(末)?(?:現在|時点)?$/.exec(rest);
  if (month === null || !isMonth(Number(month[1]))) return null;
  const number = Number(month[1]);
  return { kind: 'month', year, month: number, fiscalYear: fiscalYearOfMonth(year, number), end: month[2] !== undefined };
}

const isMonth = (n: number): boolean => n >= 1 && n <= 12;

const readMonths = (year: number, from: number, to: number): JapaneseTime | null =>
  isMonth(from) && isMonth(to) && from <= to ? { kind: 'months', year, from, to } : null;

/** The last day a reading covers, ISO: R6.12末 is 2024-12-31, 令和6年度 is 2025-03-31. */
export function lastDayOf(time: JapaneseTime): string {
  switch (time.kind) {
    case 'fiscal-year': return isoDate(time.fiscalYear + 1, 3, 31);
    case 'fiscal-years': return isoDate(time.to + 1, 3, 31);
    case 'year': return isoDate(time.year, 12, 31);
    case 'month': return endOfMonth(time.year, time.month);
    case 'months': return endOfMonth(time.year, time.to);
    case 'day': return time.date;
  }
}
