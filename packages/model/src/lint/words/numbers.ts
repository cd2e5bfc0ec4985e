import { type NamedTime, timesIn } from './times.ts';

/** Units in which the sheet counts. A unit not listed is not read as a figure. */
const UNITS = '%|区(?![民長政役域間局内])|地活協|団体|事務|箇所|か所|施策|事業|校|件|人|名|回';
/** 第1回 is an ordinal; 75%未満 and 38名増 are no results. */
const NUMBER = new RegExp(`(?<![\\d.,第+\\-])(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)? ?(${UNITS})(?!未満|以上|以下|超|増|減|ずつ|を除)`, 'gu');
const CLOSE = 20;
/** What parts a time from a figure behind it: another clause. */
const ANOTHER_CLAUSE = /[、。\n※]|し[たて]|基づ|もと|受け|より|から|以降|以来/u;
/** 「約95%が受診(R5年度実績)」: brackets behind the figure. They date it if they begin with a time and add a word or two. */
const BEHIND = /^[^。\n\d(]{0,12}\(([^()]{1,24})\)/u;
const A_WORD = /^[^\d:、]{0,6}$/u;

/** A number with its unit as printed in a text. */
export interface PrintedNumber {
  /** Decimal string, separators gone. */
  value: string;
  unit: string;
  /** `aim` is a target, `planned` is still to come. */
  role: 'result' | 'aim' | 'planned';
  /** The time that the text gives it; null where it gives none. */
  time: NamedTime | null;
  start: number;
  end: number;
}

/** The numbers of a text that is already folded (NFKC), each with the time it belongs to. */
export function numbersIn(folded: string, fiscalYear: number): PrintedNumber[] {
  const times = timesIn(folded, fiscalYear);
  const numbers: PrintedNumber[] = [];
  let told = 0;
  for (const match of folded.matchAll(NUMBER)) {
    const [start, end] = [match.index, match.index + match[0].length];
    while ((times[told]?.end ?? Infinity) <= start) told += 1;
    const before = folded.slice(Math.max(0, start - CLOSE), start);
    const role = /目標[は:]? ?$/u.test(before) ? 'aim' : /(?:予定|見込み?)[は:]? ?$/u.test(before) || /^ ?予定(?! ?\d)/u.test(folded.slice(end)) ? 'planned' : 'result';
    const value = `${(match[1] ?? '').replaceAll(',', '')}${match[2] ?? ''}`;
    numbers.push({ value, unit: match[3] ?? '', role, start, end, time: timeBehind(folded, end, fiscalYear) ?? timeBefore(folded, start, times[told - 1], numbers.at(-1)) });
  }
  return numbers;
}

/** Numbers that stand for the year under review: results, and not said to be of another time. */
export const currentNumbers = (folded: string, fiscalYear: number): PrintedNumber[] =>
  numbersIn(folded, fiscalYear).filter(({ role, time }) => role === 'result' && time?.state !== 'other');

function timeBehind(folded: string, end: number, fiscalYear: number): NamedTime | null {
  const inside = BEHIND.exec(folded.slice(end, end + 2 * CLOSE))?.[1];
  if (inside === undefined) return null;
  const [time] = timesIn(inside, fiscalYear);
  return time?.start === 0 && A_WORD.test(inside.slice(time.end)) ? time : null;
}

/** The nearest time in front, if nothing but a few words of the same clause stands between; figures in a row share one. */
function timeBefore(folded: string, start: number, time: NamedTime | undefined, last: PrintedNumber | undefined): NamedTime | null {
  const isNear = (from: number): boolean => start - from <= CLOSE && !ANOTHER_CLAUSE.test(folded.slice(from, start));
  if (time === undefined || (last !== undefined && last.start >= time.end)) return last?.time != null && isNear(last.end) ? last.time : null;
  return isNear(time.end) ? time : null;
}
