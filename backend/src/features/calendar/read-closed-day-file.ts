import { Day, plainName } from '@furikaeri/contracts';
import { readDay } from '@furikaeri/model';
import { decodeSheet, parseCsv, SheetError } from '@furikaeri/sheet';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { isClosedAnyway } from './closed-day-source.ts';

export interface ClosedDayFile {
  days: { date: string; name: string }[];
  /** Lines that are not taken in, and why: no day, one of other centuries, or a weekend. */
  unread: { line: number; text: string; why: 'no_day' | 'odd_year' | 'weekend' }[];
}

/** As many days as are taken in at once: no calendar is longer, and a megabyte of lines would hold up everybody. */
const MOST_LINES = 5000;
/** What a day is called whose line has no name. */
const NAMELESS = '閉庁日';
/** The apostrophe that our own file puts before what a spreadsheet would take for a formula. */
const GUARD = /^'(?=\s*[=+\-@＝＋－＠])/u;

/** Reads a CSV of days and names as it was saved here, by a spreadsheet, or by the 内閣府. Of a day written twice the later line counts. `known`: what stands in the table. */
export function readClosedDayFile(bytes: Uint8Array, known: ReadonlySet<string> = new Set()): ClosedDayFile {
  const days = new Map<string, string>();
  const unread: ClosedDayFile['unread'] = [];
  const lines = parseCsv(textOf(bytes));
  if (lines.length > MOST_LINES) throw new ProblemError('closed-day/no-days', { detail: `一度に取り込めるのは${MOST_LINES}行までです。年ごとのファイルに分けてください。` });
  for (const [index, { line, cells }] of lines.entries()) {
    const [first = '', second = ''] = cells;
    const date = readDay(first);
    const why = whyNotTaken(date, known);
    if (date !== null && why === null) days.set(date, plainName(second.replace(GUARD, '')).trim().slice(0, 100) || NAMELESS);
    // A head has no figures in it; a first line that has some was meant as a day.
    else if (why !== null && (index > 0 || /\d/.test(first.normalize('NFKC')))) unread.push({ line, text: cells.join(',').slice(0, 200), why });
  }
  return { days: [...days].map(([date, name]) => ({ date, name })).toSorted((a, b) => (a.date < b.date ? -1 : 1)), unread };
}

function whyNotTaken(date: string | null, known: ReadonlySet<string>): ClosedDayFile['unread'][number]['why'] | null {
  if (date === null) return 'no_day';
  if (!Day.safeParse(date).success) return 'odd_year';
  return isClosedAnyway(date) && !known.has(date) ? 'weekend' : null;
}

function textOf(bytes: Uint8Array): string {
  try {
    return decodeSheet(bytes);
  } catch (error) {
    if (error instanceof SheetError) throw new ProblemError(error.code === 'sheet/empty' ? 'closed-day/no-days' : 'closed-day/unreadable');
    throw error;
  }
}
