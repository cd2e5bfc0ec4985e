import { type ClosedDays, formatFiscalYear, formatWareki, type MailLanguage, standing, weekdayOf } from '@furikaeri/model';

const WEEKDAYS = { ja: ['日', '月', '火', '水', '木', '金', '土'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** 令和7年5月14日（水） · Wed, 14 May 2025 */
export function dayWords(date: string, language: MailLanguage): string {
  const weekday = WEEKDAYS[language][weekdayOf(date)] ?? '';
  if (language === 'ja') return `${formatWareki(date)}（${weekday}）`;
  return `${weekday}, ${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}

/** 残り3営業日 · 本日まで · 1営業日超過; over a weekend no business day has passed yet, and it is late all the same. */
export function restWords(deadline: string, today: string, closed: ClosedDays, language: MailLanguage): string {
  const { kind, days } = standing(deadline, today, closed);
  if (language === 'ja') {
    if (kind === 'late') return days === 0 ? '期限を過ぎています' : `${days}営業日超過`;
    return kind === 'today' ? '本日まで' : `残り${days}営業日`;
  }
  if (kind === 'late') return days === 0 ? 'deadline passed' : `${businessDays(days)} late`;
  return kind === 'today' ? 'today' : `${businessDays(days)} left`;
}

const STANDING = {
  ja: { left: '期限が近づいています', today: '本日までです', late: '期限を過ぎています' },
  en: { left: 'due soon', today: 'due today', late: 'deadline passed' },
} as const;

/** How things stand with a deadline, as a subject says it. */
export const standingWords = (deadline: string, today: string, closed: ClosedDays, language: MailLanguage): string =>
  STANDING[language][standing(deadline, today, closed).kind];

export const yearWords = (years: readonly number[], language: MailLanguage): string =>
  [...new Set(years)].sort().map((year) => (language === 'ja' ? formatFiscalYear(year) : `FY${year}`)).join(BETWEEN[language]);

export const BETWEEN: Readonly<Record<MailLanguage, string>> = { ja: '・', en: ', ' };

const businessDays = (days: number): string => (days === 1 ? '1 business day' : `${days} business days`);

/** Everything else a list says. */
export const WORDS = {
  ja: {
    bullet: '・', indent: '　', gap: '　', returned: '【差戻し】', checking: '【区内確認中】',
    due: (day: string, rest: string) => `期限 ${day}　${rest}`,
    standsInFor: (name: string) => `${name}さんの代理として`,
    count: (n: number) => `${n}件`, oldest: (day: string, rest: string) => `いちばん早い期限 ${day}　${rest}`,
    waits: (days: number) => `いちばん長いもので${days}営業日`, more: (n: number) => `ほか${n}件`, of: (whose: string) => `${whose}　`,
    copyOf: 'これは、担当の方へ送ったお願いの写しです。', copyMark: '【写し】', reason: (text: string) => `理由：${text}`,
    way: (opens: string, link: string) => `${opens}　${link}`,
    opens: { answers: '回答の一覧を開く', board: 'ボードを開く', progress: '進み具合を開く', home: 'ホームを開く' },
  },
  en: {
    bullet: '- ', indent: '  ', gap: '  ', returned: '[returned] ', checking: '[being checked] ',
    due: (day: string, rest: string) => `Due ${day}: ${rest}`,
    standsInFor: (name: string) => `as deputy for ${name}`,
    count: (n: number) => (n === 1 ? '1 item' : `${n} items`), oldest: (day: string, rest: string) => `earliest deadline ${day}: ${rest}`,
    waits: (days: number) => `the longest for ${businessDays(days)}`, more: (n: number) => `and ${n} more`, of: (whose: string) => `${whose}: `,
    copyOf: 'This is a copy of the request to those in charge.', copyMark: '[Copy] ', reason: (text: string) => `Reason: ${text}`,
    way: (opens: string, link: string) => `${opens}: ${link}`,
    opens: { answers: 'Open my answers', board: 'Open the board', progress: 'Open the progress table', home: 'Open the home page' },
  },
};
