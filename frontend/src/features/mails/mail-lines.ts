import { OUTCOME_UNKNOWN } from '@furikaeri/contracts';
import type { MailLine, OutputOf, listMailLog, readMail } from '@furikaeri/contracts';
import { businessDaysBetween } from '@furikaeri/model';
import type { ClosedDays } from '@furikaeri/model';
import { dayOf } from '../../shared/format/dates.ts';

export type MailPage = OutputOf<typeof listMailLog>;

/** A page read again, put over what is there: changed lines take the new state, new ones come first, older ones stay. Ids are UUIDv7 and sort by time. */
export function withPage(lines: readonly MailLine[], page: readonly MailLine[]): MailLine[] {
  const fresh = new Map(page.map((one) => [one.id as string, one]));
  const oldest = page.at(-1);
  // What lay within the page and is not in it any more no longer fits the filter.
  const older = oldest === undefined ? [] : lines.filter((one) => !fresh.has(one.id) && comesBefore(oldest, one));
  return [...page, ...older];
}
const comesBefore = (a: MailLine, b: MailLine): boolean => a.createdAt > b.createdAt || (a.createdAt === b.createdAt && a.id > b.id);

/** One line changed by its own button. */
export const withLines = (lines: readonly MailLine[], changed: readonly MailLine[]): MailLine[] => {
  const fresh = new Map(changed.map((one) => [one.id as string, one]));
  return lines.map((one) => fresh.get(one.id) ?? one);
};

export const isWaiting = ({ state }: Pick<MailLine, 'state'>): boolean => state === 'pending' || state === 'claimed';
/** Waiting, and not for a later hour: it may change at any moment. */
export const isOnItsWay = (line: Pick<MailLine, 'state' | 'notBefore'>): boolean => isWaiting(line) && (line.notBefore === null || Date.parse(line.notBefore) <= Date.now());
/** Only what failed for good is tried again; a mail that came back goes to the same address. */
export const canRetry = ({ state }: Pick<MailLine, 'state'>): boolean => state === 'failed';

export interface Retried { total: number; sent: number; failed: number; waiting: number }
/** What has become of the mails that were tried again. */
export function outcomeOf(ids: readonly string[], lines: readonly MailLine[]): Retried {
  const own = lines.filter((one) => ids.includes(one.id));
  const sent = own.filter((one) => one.state === 'sent').length;
  const failed = own.filter((one) => one.state === 'failed').length;
  return { total: ids.length, sent, failed, waiting: ids.length - sent - failed };
}

/** How a step of an item stands in the log: business days from the deadline, 「nudge:day」 by hand, or 「waiting:n」. */
export type ItemStep = { kind: 'ladder'; days: number } | { kind: 'nudge' } | { kind: 'waiting'; days: number } | { kind: 'other' };
export function stepOf(step: string): ItemStep {
  if (/^-?\d+$/.test(step)) return { kind: 'ladder', days: Number(step) };
  if (step.startsWith('nudge:')) return { kind: 'nudge' };
  const waiting = /^waiting:(\d+)$/.exec(step);
  return waiting === null ? { kind: 'other' } : { kind: 'waiting', days: Number(waiting[1]) };
}

export type MailSubject = OutputOf<typeof readMail>['about'][number];
/** Of what stood still: since which day, and for how many business days on the day the mail went, as it said. Of all else null: its day is a deadline. */
export function stillOf({ step, deadline }: Pick<MailSubject, 'step' | 'deadline'>, { sentAt }: Pick<MailLine, 'sentAt'>, today: string, closed: ClosedDays): { since: string; days: number } | null {
  if (stepOf(step).kind !== 'waiting') return null;
  return { since: deadline, days: businessDaysBetween(deadline, sentAt === null ? today : dayOf(sentAt), closed) };
}

/** Whether the last error is the one that the product knows by its code; others are the relay's own words. */
export const isOutcomeUnknown = (lastError: string | null): boolean => lastError === OUTCOME_UNKNOWN;
