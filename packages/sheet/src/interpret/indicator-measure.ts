import { type Indicator, type IndicatorKind, parseDeadlineStages, subtract, type Target, type TargetOperator } from '@furikaeri/model';
import type { PrintedFigure } from './printed-figure.ts';
import type { RowWords } from './row-words.ts';

const NUMBER = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
const OPERATORS: Readonly<Record<string, TargetOperator>> = { 以上: 'at_least', 以下: 'at_most', 以内: 'at_most', 未満: 'less_than' };
const YEAR = '(令和|平成|R|H)(元|\\d{1,2})年度';

/** What the figure is measured against: a stated number, every ward, the whole, or none at all. */
export function targetOf(kind: IndicatorKind, unit: string, words: RowWords, figure: PrintedFigure | null, wards: number | undefined): Target | undefined {
  const fiscalYear = yearOf(words.deadline);
  switch (kind) {
    case 'count_yes':
    case 'per_ward':
    case 'cumulative': {
      const concerned = concernedWards(words.results) ?? (words.isForAllWards ? wards : undefined);
      return concerned === undefined ? undefined : { fiscalYear, value: String(concerned), operator: 'at_least' };
    }
    case 'ratio': return { fiscalYear, value: '100', operator: 'at_least' };
    case 'count_events': return { fiscalYear, value: '0', operator: 'at_most' };
    case 'sum':
    case 'bureau_value': {
      const denominator = kind === 'sum' ? figure?.denominator ?? null : null;
      return statedTarget(unit, words) ?? (denominator === null ? undefined : { fiscalYear, value: denominator, operator: 'at_least' });
    }
    default: return undefined;
  }
}

/** 関係23区: the wards it is about, where they are not all. */
export function concernedWards(results: string): number | undefined {
  const count = /関係\s?(\d{1,2})区/u.exec(results)?.[1];
  return count === undefined ? undefined : Number(count);
}

/** 「令和8年度末目標17,000人」, 「(令和7年度 900件未満)」. A growth in per cent needs a baseline and is no number. */
function statedTarget(unit: string, { results, issues, goal }: RowWords): Target | undefined {
  if (unit === '') return undefined;
  const escaped = unit.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
  const text = `${goal}\n${results}\n${issues}`;
  const aim = new RegExp(`${YEAR}(?:末|中)?目標\\s?${NUMBER}${escaped}(?!増|減)`, 'u').exec(text);
  if (aim !== null) return { fiscalYear: fiscalYearOf(aim), value: plain(aim[3]), operator: 'at_least' };
  const limit = new RegExp(`${YEAR}(?:末|中|までに?)?\\s?${NUMBER}${escaped}(以上|以下|以内|未満)`, 'u').exec(text);
  const operator = OPERATORS[limit?.[4] ?? ''];
  return limit === null || operator === undefined ? undefined : { fiscalYear: fiscalYearOf(limit), value: plain(limit[3]), operator };
}

/** Where it started: 「(R5:7区)」, 「令和4年度全区平均 48.7%」, 「※平成30年度…実績 1,114回」, or a stated gain taken off again. */
export function baselineOf(kind: IndicatorKind, unit: string, { goal, results }: RowWords): Indicator['baseline'] {
  if (unit === '') return undefined;
  const escaped = unit.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
  const inBrackets = new RegExp(`\\((令和|平成|R|H)(元|\\d{1,2})(?:年度)?:${NUMBER}${escaped}\\)`, 'u').exec(results);
  if (inBrackets !== null) return { fiscalYear: fiscalYearOf(inBrackets), value: plain(inBrackets[3]) };
  const average = new RegExp(`${YEAR}[^\\d\\n]{0,12}${NUMBER}${escaped}`, 'u').exec(kind === 'per_ward' ? goal : '');
  if (average !== null) return { fiscalYear: fiscalYearOf(average), value: plain(average[3]) };
  const noted = new RegExp(`※${YEAR}[^※\\d]{0,40}${NUMBER}${escaped}`, 'u').exec(results);
  if (noted !== null) return { fiscalYear: fiscalYearOf(noted), value: plain(noted[3]) };
  const gain = new RegExp(`${YEAR}[^\\d\\n]{0,12}${NUMBER}${escaped}\\s?\\(前年度比([+-])(\\d+(?:\\.\\d+)?)ポイント\\)`, 'u').exec(results);
  if (gain === null) return undefined;
  return { fiscalYear: fiscalYearOf(gain) - 1, value: subtract(plain(gain[3]), `${gain[4] === '-' ? '-' : ''}${gain[5] ?? '0'}`) };
}

/** Which way is better. A whole in parts and a text have none; a 局's value has one if its goal says so. */
export function directionOf(kind: IndicatorKind, target: Target | undefined, { goal }: RowWords): Indicator['direction'] {
  if (kind === 'text_only' || kind === 'partition') return undefined;
  if (target?.operator === 'at_most' || target?.operator === 'less_than') return 'down';
  if (kind !== 'bureau_value' || target !== undefined) return 'up';
  return /増|ふや|ふえ|拡大|広げ|向上|上げ|促進/u.test(goal) ? 'up' : /減|へら|なくす/u.test(goal) ? 'down' : undefined;
}

/** The year of the goal's last deadline; none for 毎年度. */
function yearOf(deadline: string): number | null {
  const last = parseDeadlineStages(deadline).at(-1);
  return last === undefined || last.kind === 'recurring' ? null : last.fiscalYear;
}

const fiscalYearOf = (match: RegExpExecArray): number => (/^(令和|R)$/u.test(match[1] ?? '') ? 2018 : 1988) + (match[2] === '元' ? 1 : Number(match[2]));
const plain = (digits: string | undefined): string => (digits ?? '').replace(/,/gu, '');
