import type { ClosedDays } from '../calendar/business-days.ts';
import { waitingStep, waitsSince, whoHearsOfWaiting } from './escalation.ts';
import { hearers, type ReminderRole } from './hearers.ts';
import { reminderStep } from './ladder.ts';
import { isOfficeOpen, type OfficeHours } from './office-hours.ts';
import { isOpenSubject, type ReminderSubject } from './subjects.ts';

/** One reason to write to one person: a step of the ladder, or of waiting. It happens once, ever. */
export interface ReminderItem {
  recipient: string;
  kind: ReminderSubject['kind'];
  subjectId: string;
  role: ReminderRole;
  /** Business days from `deadline`. */
  step: number;
  /** What the step counts from: the effective deadline; of `waiting` the day since which nothing moved. */
  deadline: string;
}

/** The latest step that a person was told of: of the ladder, or of waiting. */
export interface ToldItem { recipient: string; subjectId: string; isWaiting: boolean; deadline: string; step: number }

/** One mail: everything one person hears at this moment. */
export interface DueMail { recipient: string; items: ReminderItem[] }

export interface ReminderSituation {
  subjects: readonly ReminderSubject[];
  told: readonly ToldItem[];
  /** 事務局's people who are there, for the list 「電話する区」 and for what waits. */
  secretariat: readonly string[];
  /** Date (ISO) and time ("HH:MM") in Asia/Tokyo. */
  now: { date: string; time: string };
  hours: OfficeHours;
  closed: ClosedDays;
}

/** As a row keeps it: `5`, or `waiting:5` for an escalation. */
export const stepText = ({ role, step }: Pick<ReminderItem, 'role' | 'step'>): string => (role === 'waiting' ? `waiting:${step}` : String(step));

/** What a subject gives rise to today, whoever was told already; the sweep asks it, and the sender asks again. */
export function itemsOf(subject: ReminderSubject, { now, closed, secretariat }: Pick<ReminderSituation, 'now' | 'closed' | 'secretariat'>): ReminderItem[] {
  const { kind, id: subjectId, deadline, ladder } = subject;
  if (!isOpenSubject(subject, now.date)) return [];
  const items: ReminderItem[] = [];
  const step = deadline === null ? null : reminderStep(deadline, now.date, closed, ladder);
  if (deadline !== null && step !== null) {
    for (const [recipient, role] of hearers(subject, step, secretariat)) items.push({ recipient, kind, subjectId, role, step, deadline });
  }
  const since = waitsSince(subject, now.date);
  const days = since === null ? null : waitingStep(since, now.date, closed, ladder.escalateAfter);
  if (since !== null && days !== null) {
    for (const recipient of whoHearsOfWaiting(subject, secretariat)) items.push({ recipient, kind, subjectId, role: 'waiting', step: days, deadline: since });
  }
  return items;
}

const keyOf = (item: Omit<ToldItem, 'step'>): string => [item.recipient, item.subjectId, item.isWaiting, item.deadline].join('\n');

/**
 * What is due now, one mail per person, people and items in a fixed order. Nothing outside office hours; of one deadline
 * nobody hears the same step twice, nor an earlier one later; what was submitted or approved meanwhile drops out; a moved
 * deadline starts its own ladder.
 */
export function dueReminders(situation: ReminderSituation): DueMail[] {
  const { subjects, told, now, hours, closed } = situation;
  if (!isOfficeOpen(now, hours, closed)) return [];
  const latest = new Map<string, number>();
  for (const item of told) latest.set(keyOf(item), Math.max(item.step, latest.get(keyOf(item)) ?? item.step));
  const mails = new Map<string, ReminderItem[]>();
  for (const item of subjects.flatMap((subject) => itemsOf(subject, situation))) {
    const before = latest.get(keyOf({ ...item, isWaiting: item.role === 'waiting' }));
    if (before !== undefined && before >= item.step) continue;
    const mail = mails.get(item.recipient);
    if (mail) mail.push(item);
    else mails.set(item.recipient, [item]);
  }
  return [...mails]
    .map(([recipient, items]) => ({ recipient, items: items.toSorted(byUrgency) }))
    .toSorted((a, b) => (a.recipient < b.recipient ? -1 : 1));
}

const byUrgency = (a: ReminderItem, b: ReminderItem): number =>
  b.step - a.step || (a.subjectId < b.subjectId ? -1 : 1);
