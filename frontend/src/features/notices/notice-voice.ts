import type { Notice, NoticeSettings } from '@furikaeri/contracts';
import { isQuiet, noticeSentence } from '@furikaeri/model';
import { dayOf, formatTime } from '../../shared/format/dates.ts';
import type { Locale } from '../../shared/format/dates.ts';

/** What is said aloud of a notice that has just come; nothing in its reader's 通知しない時間帯. */
export function spoken(notice: Notice, { quiet }: Pick<NoticeSettings, 'quiet'>, now: Date, closedDays: ReadonlySet<string>, locale: Locale): string | null {
  if (isQuiet({ quiet }, { date: dayOf(now), time: formatTime(now) }, closedDays)) return null;
  return noticeSentence(notice.kind, notice.facts, notice.by, locale);
}
