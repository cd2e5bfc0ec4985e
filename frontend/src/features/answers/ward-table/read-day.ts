import { addDays, isIsoDate, isoDate, parseJapaneseTime } from '@furikaeri/model';

/** A day as people write it. `wholeMonth`: only the month was written, and its first day stands for it. */
export interface ReadDay { day: string; wholeMonth: boolean }

const WESTERN = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?(?:付|現在|時点)?$/;

/** 2024/9/2, 2024年9月, 令和6年9月2日, R6.9.2, or the number that a spreadsheet keeps for a day. Null for anything else. */
export function readDay(text: string): ReadDay | null {
  // A spreadsheet may give the time of day with it.
  const folded = text.normalize('NFKC').trim().replace(/[\sT]+\d{1,2}:\d{2}.*$/, '').replace(/\s/g, '');
  if (/^\d{5}$/.test(folded)) return fromSerial(Number(folded));
  const western = WESTERN.exec(folded);
  if (western !== null) return checked(Number(western[1]), Number(western[2]), western[3]);
  const japanese = parseJapaneseTime(folded);
  if (japanese?.kind === 'day') return { day: japanese.date, wholeMonth: false };
  return japanese?.kind === 'month' ? checked(japanese.year, japanese.month, undefined) : null;
}

function checked(year: number, month: number, day: string | undefined): ReadDay | null {
  const iso = isoDate(year, month, Number(day ?? 1));
  return isIsoDate(iso) ? { day: iso, wholeMonth: day === undefined } : null;
}

/** Spreadsheets count the days since 1899-12-30; what is far from our time is a number and no day. */
const fromSerial = (days: number): ReadDay | null => (days >= 36_526 && days <= 73_050 ? { day: addDays('1899-12-30', days), wholeMonth: false } : null);
