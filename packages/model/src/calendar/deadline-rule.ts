import type { Progress } from '../card/stages.ts';
import { fiscalYearOfMonth } from './fiscal-year.ts';
import { endOfMonth, isoDate } from './iso-date.ts';
import { ERAS } from './wareki.ts';

/** `by` …までに · `in` …中に · `from` …から, 以降 · `recurring` 毎年度 · `none`. */
export const DEADLINE_KINDS = ['by', 'in', 'from', 'recurring', 'none'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** A deadline of the plan, which counts in fiscal years. Not the deadline of an answer, which is a date. */
export interface DeadlineRule {
  kind: DeadlineKind;
  /** The year it is due in (by, in), or starts in (from, recurring from a year); else null. */
  fiscalYear: number | null;
  /** A season or a month: the word as written and the range it may mean (ISO dates). */
  fuzzy: { word: string; from: string; to: string } | null;
  /** The text it was read from, unchanged. */
  text: string;
}

/** Season → first and last month, and whether it ends in the next calendar year. */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = { 春: [3, 5], 夏: [6, 8], 秋: [9, 11], 冬: [12, 2] };

const ERA_NAMES = ERAS.flatMap((era) => [era.name, era.letter]).join('|');
// 時点 is a reference date (令和5年度末時点の振り返り), never a deadline.
const PHRASE = new RegExp(
  `(${ERA_NAMES}|同)(元|\\d{1,2})年(度)?(春|夏|秋|冬|\\d{1,2}月)?頃?(末)?(?!時点)(から毎年度|から|以降|中|まで|目標|に)?`,
  'g',
);

function kindOf(isEnd: boolean, suffix: string | undefined): DeadlineKind | null {
  if (suffix === 'から毎年度') return 'recurring';
  if (suffix === 'から' || suffix === '以降') return 'from';
  if (isEnd || suffix === 'まで' || suffix === '目標') return 'by';
  return suffix === undefined ? null : 'in';
}

function fuzzyOf(year: number, word: string | undefined): DeadlineRule['fuzzy'] {
  if (word === undefined) return null;
  const [from, to] = SEASONS[word] ?? [Number.parseInt(word, 10), Number.parseInt(word, 10)];
  return { word, from: isoDate(year, from, 1), to: endOfMonth(to < from ? year + 1 : year, to) };
}

/**
 * Every stage of a deadline, in the order written: 「R5年度中に取りまとめ、以降 令和10年度まで」 has two. A year
 * that carries no word of a deadline (令和4年度全区平均) is none.
 */
export function parseDeadlineStages(text: string): DeadlineRule[] {
  const folded = text.normalize('NFKC').replace(/\s/g, '');
  const stages: DeadlineRule[] = [];
  let era = ERAS[0];
  for (const [, eraWord, yearWord, isFiscal, part, end, suffix] of folded.matchAll(PHRASE)) {
    if (eraWord !== '同') era = ERAS.find((row) => row.name === eraWord || row.letter === eraWord);
    const kind = kindOf(end !== undefined, suffix);
    if (kind === null || era === undefined) continue;
    const year = era.firstYear + (yearWord === '元' ? 1 : Number(yearWord)) - 1;
    const month = part?.endsWith('月') === true ? Number.parseInt(part, 10) : null;
    const isCalendarMonth = month !== null && isFiscal === undefined;
    stages.push({ kind, fiscalYear: isCalendarMonth ? fiscalYearOfMonth(year, month) : year, fuzzy: fuzzyOf(year, part), text });
  }
  if (stages.length === 0 && folded.includes('毎年度')) stages.push({ kind: 'recurring', fiscalYear: null, fuzzy: null, text });
  return stages;
}

/** The rule that counts in the end: the last stage; kind `none` where the text names no deadline. */
export const parseDeadlineRule = (text: string): DeadlineRule =>
  parseDeadlineStages(text).at(-1) ?? { kind: 'none', fiscalYear: null, fuzzy: null, text };

/**
 * Whole fiscal years by which a 取組 still 実施中 is past its deadline in the review of `cycleFiscalYear`
 * (the year reviewed, not today's): 令和5年度中 is 1 year overdue in the review of 令和6年度末. 0: not overdue.
 */
export function yearsOverdue(rule: DeadlineRule, cycleFiscalYear: number, progress: Progress): number {
  const isDue = rule.kind === 'by' || rule.kind === 'in';
  if (!isDue || rule.fiscalYear === null || progress !== 'in_progress') return 0;
  return Math.max(0, cycleFiscalYear - rule.fiscalYear);
}

/** 期限超過 of a 取組. Rules of kind `from` and `recurring` never are. */
export const isOverdue = (rule: DeadlineRule, cycleFiscalYear: number, progress: Progress): boolean =>
  yearsOverdue(rule, cycleFiscalYear, progress) > 0;
