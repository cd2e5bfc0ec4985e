import type { Locale } from './dates.ts';

const JAPANESE = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });
const ENGLISH = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });

/** 令和7年4月25日 / 25 Apr 2025: the day of a figure, which may lie in any year. */
export const formatAsOf = (iso: string, locale: Locale = 'ja'): string => (locale === 'en' ? ENGLISH : JAPANESE).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`));
