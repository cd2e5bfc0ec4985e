import { fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { lastDayOf, parseJapaneseTime } from '../../calendar/wareki.ts';

const TIME = new RegExp(
  [
    '(?:令和|平成|昭和|(?<![A-Za-z])[RH])(?:元|\\d{1,2})(?:~\\d{1,2}年度|年度|年\\d{1,2}月(?:\\d{1,2}日)?|年|\\.\\d{1,2}(?:\\.\\d{1,2})?)?',
    '(?<!\\d)\\d{1,2}年(?:度|\\d{1,2}月)',
    '[前昨本今次翌]年度(?!比|同)',
  ].join('|'),
  'gu',
);

/** A time as a text names it. `state` compares it with the year under review. */
export interface NamedTime {
  text: string;
  state: 'current' | 'other';
  start: number;
  end: number;
}

/** The times named in a text that is already folded (NFKC), in their order. */
export function timesIn(folded: string, fiscalYear: number): NamedTime[] {
  return [...folded.matchAll(TIME)].flatMap((match): NamedTime[] => {
    const years = fiscalYearsOf(match[0], fiscalYear);
    if (years === null) return [];
    return [{ text: match[0], state: years.includes(fiscalYear) ? 'current' : 'other', start: match.index, end: match.index + match[0].length }];
  });
}

/** The fiscal years that a time touches: a calendar year touches two. Null for what is no time. */
export function fiscalYearsOf(text: string, fiscalYear: number): number[] | null {
  const time = parseJapaneseTime(text, { fiscalYear });
  if (time === null) return null;
  return time.kind === 'year' ? [time.year - 1, time.year] : [fiscalYearOf(lastDayOf(time))];
}
