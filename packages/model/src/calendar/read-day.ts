import { isIsoDate, isoDate } from './iso-date.ts';
import { parseJapaneseTime } from './wareki.ts';

/** 2025-05-06, 2025/5/6, 2025.5.6, 2025年5月6日, with the midnight that spreadsheets add. */
const WITH_MARKS = /^(\d{4})([-/.年])(\d{1,2})(?:\2|月)(\d{1,2})日?(?: ?0{1,2}:00(?::00)?)?$/;
const WITHOUT_MARKS = /^(\d{4})(\d{2})(\d{2})$/;
/** （火）, (祝), (Tue): what people write behind a date. */
const WEEKDAY = /\((?:[月火水木金土日祝休・]+|[a-z]{3})\)$/i;

/** One day as people and spreadsheets write it, in either calendar and any width of digits, as an ISO date; null where the text says no day. */
export function readDay(text: string): string | null {
  const plain = text.normalize('NFKC').trim().replace(WEEKDAY, '').trim();
  const [, year, month, day] = WITHOUT_MARKS.exec(plain) ?? withMarks(plain) ?? [];
  if (year !== undefined) {
    const date = isoDate(Number(year), Number(month), Number(day));
    return isIsoDate(date) ? date : null;
  }
  const time = parseJapaneseTime(plain);
  return time?.kind === 'day' ? time.date : null;
}

function withMarks(text: string): readonly (string | undefined)[] | null {
  const match = WITH_MARKS.exec(text);
  return match === null ? null : [match[0], match[1], match[3], match[4]];
}
