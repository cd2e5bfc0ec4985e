import { plainName } from '@furikaeri/contracts';
import { formatFiscalYear, landingPath, type NoticeLanguage } from '@furikaeri/model';
import ical, { ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator';
import type { AgendaDay } from './read-agenda.ts';

export interface CalendarOf { name: string; language: NoticeLanguage; publicUrl: string; days: readonly AgendaDay[] }

/** Programs ask again after a quarter of an hour at the earliest. */
export const FEED_SECONDS = 900;

/**
 * The calendar as a file. Whole days are written from UTC midnight and no zone is given to the library: with one it would
 * write the process's own day, and stamps without their Z. A day is the same in every zone, so that the file names none.
 */
export function writeCalendar({ name, language, publicUrl, days }: CalendarOf): string {
  const calendar = ical({ name: onLine(TITLE[language](name)), prodId: { company: 'furikaeri', product: 'board', language: language.toUpperCase() }, scale: 'GREGORIAN', ttl: FEED_SECONDS });
  const host = new URL(publicUrl).hostname;
  for (const day of days) {
    calendar.createEvent({
      id: `${day.id}@${host}`, start: new Date(`${day.on}T00:00:00Z`), allDay: true,
      summary: summaryOf(day, language), description: [yearOf(day, language), ...day.rows.map(({ code, title }) => plainName(`${code} ${title}`))].join('\n'),
      url: publicUrl + landingPath(day.landing), sequence: day.sequence, stamp: day.changedAt, lastModified: day.changedAt,
      // A deadline takes up nobody's day.
      transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE,
    });
  }
  // Every line ends so (RFC 5545, 3.1 and 3.4); the library leaves out the last.
  return `${calendar.toString()}\r\n`;
}

/** The library writes a calendar's name as it is. */
const onLine = (name: string): string => plainName(name).replaceAll(/([\\,;])/g, '\\$1');

const TITLE = { ja: (name: string) => `振り返りボード（${name}）`, en: (name: string) => `Review board (${name})` } as const;

const WORDS: Record<NoticeLanguage, Record<AgendaDay['what'], string>> = {
  ja: { answers: '回答期限', ward: '区の回答期限', bureau: '局の回答期限', review: '部会審査の期限', check: '事務局確認の期限', case: '区長会議の案件締切', conference: '区長会議' },
  en: { answers: 'Answers due', ward: 'Wards’ answers due', bureau: 'Bureaus’ answers due', review: 'Reviews due', check: 'Secretariat’s check due', case: 'Cases for the ward mayors’ conference fixed', conference: 'Ward mayors’ conference' },
};

function summaryOf({ what, organisation, rows }: AgendaDay, language: NoticeLanguage): string {
  const whose = organisation === null ? '' : language === 'ja' ? `${organisation} ` : `${organisation}: `;
  const count = rows.length === 0 ? '' : language === 'ja' ? `（${rows.length}件）` : ` (${rows.length})`;
  return plainName(`${whose}${WORDS[language][what]}${count}`);
}

const yearOf = ({ fiscalYear }: AgendaDay, language: NoticeLanguage): string =>
  (language === 'ja' ? `${formatFiscalYear(fiscalYear)}末の振り返り` : `Review at the end of FY${fiscalYear}`);
