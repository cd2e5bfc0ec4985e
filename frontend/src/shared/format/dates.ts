import { formatFiscalYear as eraYear } from '@furikaeri/model';

/** Dates as the screens say them. ISO days are days in Asia/Tokyo and are never shifted by the device's zone. */
export type Locale = 'ja' | 'en';
const ZONE = 'Asia/Tokyo';

const parts = (iso: string): [number, number, number] => {
  const [year = 0, month = 0, day = 0] = iso.slice(0, 10).split('-').map(Number);
  return [year, month, day];
};
const atNoon = (iso: string): Date => { const [y, m, d] = parts(iso); return new Date(Date.UTC(y, m - 1, d, 3)); };

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'];

/** 5月22日（木） / Thu, 22 May */
export function formatDay(iso: string, locale: Locale = 'ja'): string {
  if (locale === 'en') return new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: ZONE }).format(atNoon(iso));
  const [, month, day] = parts(iso);
  return `${month}月${day}日（${WEEKDAYS[atNoon(iso).getUTCDay()] ?? ''}）`;
}

/** 2025年5月22日（木） / Thu, 22 May 2025: where the year does not go without saying. */
export function formatFullDay(iso: string, locale: Locale = 'ja'): string {
  return locale === 'en' ? `${formatDay(iso, 'en')} ${iso.slice(0, 4)}` : `${Number(iso.slice(0, 4))}年${formatDay(iso)}`;
}

/** 5月22日（木） of this year, 2026年1月8日（木） of another: of `today`'s year it goes without saying. */
export const formatNearDay = (iso: string, today: string, locale: Locale = 'ja'): string =>
  (iso.slice(0, 4) === today.slice(0, 4) ? formatDay(iso, locale) : formatFullDay(iso, locale));

/** 5/28 / 28 May */
export function formatShortDay(iso: string, locale: Locale = 'ja'): string {
  if (locale === 'en') return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: ZONE }).format(atNoon(iso));
  const [, month, day] = parts(iso);
  return `${month}/${day}`;
}

/** 2025年5月 / May 2025 */
export function formatMonth(year: number, month: number, locale: Locale = 'ja'): string {
  if (locale === 'en') return new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', timeZone: ZONE }).format(new Date(Date.UTC(year, month - 1, 15)));
  return `${year}年${month}月`;
}

/** 14:32 */
export function formatTime(at: string | Date, locale: Locale = 'ja'): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ja-JP', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: ZONE }).format(typeof at === 'string' ? new Date(at) : at);
}

/** The day of an instant in Tokyo, as an ISO day. */
export function dayOf(at: string | Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(typeof at === 'string' ? new Date(at) : at);
}

/** 14:32 for today, 5月20日 14:32 for another day. */
export function formatInstant(at: string | Date, today: string, locale: Locale = 'ja'): string {
  const day = dayOf(at);
  if (day === today) return formatTime(at, locale);
  const [, month, date] = parts(day);
  return locale === 'en' ? `${formatDay(day, 'en')} ${formatTime(at, 'en')}` : `${month}月${date}日 ${formatTime(at)}`;
}

/** 令和6年度 / FY2024. */
export const formatFiscalYear = (year: number, locale: Locale = 'ja'): string => (locale === 'en' ? `FY${year}` : eraYear(year));

/** 1,794 · keeps the digits after the point as they are. */
export function formatDecimal(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
