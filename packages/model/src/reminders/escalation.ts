import { businessDaysBetween, type ClosedDays } from '../calendar/business-days.ts';
import { isOpenSubject, whoOwes, type ReminderSubject } from './subjects.ts';

/**
 * The day since which a 区承認者 has an answer in 区内確認中, or a 部会長 a card, and did not move it; null where nothing
 * waits for one. A card in 下書き waits from the wards' deadline on: before it there was nothing to do.
 */
export function waitsSince(subject: ReminderSubject, today: string): string | null {
  const { lastActionOn } = subject;
  if (!isOpenSubject(subject, today) || (subject.kind === 'answer' && subject.state !== 'checking')) return null;
  if (subject.kind === 'answer' || subject.stage !== 'draft') return lastActionOn;
  return lastActionOn === null || (subject.wardDeadline !== null && subject.wardDeadline > lastActionOn) ? subject.wardDeadline : lastActionOn;
}

/** The latest multiple of `every` business days that passed since then; null before the first, and where 事務局 never wants to hear. */
export function waitingStep(since: string, today: string, closed: ClosedDays, every: number | null): number | null {
  if (every === null) return null;
  const step = Math.floor(businessDaysBetween(since, today, closed) / every) * every;
  return step > 0 ? step : null;
}

/** 事務局's people who hear that something waits; never of what waits for themselves. */
export function whoHearsOfWaiting(subject: ReminderSubject, secretariat: readonly string[]): string[] {
  const theirs = whoOwes(subject);
  return secretariat.filter((person) => !theirs.includes(person));
}
