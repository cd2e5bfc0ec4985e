import { businessDaysBetween, type ClosedDays, isBusinessDay } from '../calendar/business-days.ts';
import type { Stage } from '../card/stages.ts';
import { hasPassed, isOwed } from '../cycle/deadlines.ts';
import type { SubmissionState } from '../submission/states.ts';

/** Business days from the effective deadline at which a mail is due; after the last one every `thenEvery`. */
export interface Ladder {
  steps: readonly number[];
  thenEvery: number;
  /** From this step on the 区承認者 gets a copy. */
  copyFrom: number;
  /** From this step on 事務局 gets the list 「電話する区」. */
  callFrom: number;
  /** Business days that a 区承認者 or 部会長 may sit on something before 事務局 hears of it; null for never. */
  escalateAfter: number | null;
}

/** DOMAIN 3.2 SE5; a setting. */
export const DEFAULT_LADDER: Ladder = { steps: [-7, -3, -1, 0, 1, 3, 5], thenEvery: 5, copyFrom: 3, callFrom: 5, escalateAfter: 5 };

/** Clock times "HH:MM"; mails go from `opens` until before `closes`, on business days only. */
export interface OfficeHours { opens: string; closes: string }
export const DEFAULT_OFFICE_HOURS: OfficeHours = { opens: '09:00', closes: '17:30' };

/** Something that may be owed. People are ids; `deadline` is the effective one (ISO date). */
export type ReminderSubject =
  | { kind: 'answer'; id: string; state: SubmissionState; deadline: string | null; staff: readonly string[]; approvers: readonly string[] }
  | { kind: 'card'; id: string; stage: Stage; wardDeadline: string | null; deadline: string | null; leads: readonly string[] };

/** `owed`: yours to do · `copy`: your ward's, late · `call`: for 事務局, a ward to be telephoned. */
export type ReminderRole = 'owed' | 'copy' | 'call';

/** One reason to write to one person. (recipient, kind, subjectId, step, deadline) happens once, ever. */
export interface ReminderItem {
  recipient: string;
  kind: ReminderSubject['kind'];
  subjectId: string;
  step: number;
  deadline: string;
  role: ReminderRole;
}

/** One mail: everything one person hears at this moment. */
export interface DueMail { recipient: string; items: ReminderItem[] }

export interface ReminderSituation {
  subjects: readonly ReminderSubject[];
  /** What was already put into a mail. */
  sent: readonly Pick<ReminderItem, 'recipient' | 'kind' | 'subjectId' | 'step' | 'deadline'>[];
  /** 事務局's people, for the list 「電話する区」. */
  secretariat: readonly string[];
  /** Date (ISO) and time ("HH:MM") in Asia/Tokyo. */
  now: { date: string; time: string };
  hours: OfficeHours;
  closed: ClosedDays;
  ladder?: Ladder | undefined;
}

/** True while mails may go: an open office on a business day. */
export const isOfficeOpen = (now: { date: string; time: string }, hours: OfficeHours, closed: ClosedDays): boolean =>
  isBusinessDay(now.date, closed) && now.time >= hours.opens && now.time < hours.closes;

/**
 * The latest step reached on `today`, or null before the first. Steps missed on the way are not made up for:
 * the last one stands for all.
 */
export function reminderStep(deadline: string, today: string, closed: ClosedDays, ladder: Ladder = DEFAULT_LADDER): number | null {
  const days = businessDaysBetween(deadline, today, closed);
  const last = ladder.steps.at(-1);
  if (last === undefined) return null;
  if (days >= last) return last + Math.floor((days - last) / ladder.thenEvery) * ladder.thenEvery;
  return ladder.steps.findLast((step) => step <= days) ?? null;
}

/** An answer is open while its ward owes it; a card while its 部会長 could act on it. */
function isOpen(subject: ReminderSubject, today: string): boolean {
  if (subject.kind === 'answer') return isOwed(subject.state);
  if (subject.stage === 'draft') return hasPassed(subject.wardDeadline, today);
  return subject.stage !== 'reviewed';
}

/** Whose turn an open answer is: while it is being checked the approver's, else its staff's; of a card its 部会長's. */
export function whoOwes(subject: ReminderSubject): readonly string[] {
  if (subject.kind === 'card') return subject.leads;
  return subject.state === 'checking' ? subject.approvers : subject.staff;
}

/** Who hears of a subject at a step, each person once: what is one's own to do goes before a copy. */
function hearers(subject: ReminderSubject, step: number, ladder: Ladder, secretariat: readonly string[]): Map<string, ReminderRole> {
  const heard = new Map<string, ReminderRole>();
  const tell = (people: readonly string[], role: ReminderRole): void => {
    for (const person of people) if (!heard.has(person)) heard.set(person, role);
  };
  tell(whoOwes(subject), 'owed');
  if (subject.kind === 'card') return heard;
  if (step >= ladder.copyFrom) tell(subject.approvers, 'copy');
  if (step >= ladder.callFrom) tell(secretariat, 'call');
  return heard;
}

const keyOf = (item: Pick<ReminderItem, 'recipient' | 'kind' | 'subjectId' | 'step' | 'deadline'>): string =>
  [item.recipient, item.kind, item.subjectId, item.step, item.deadline].join('\n');

/**
 * What is due now, one mail per person, people and items in a fixed order. Nothing outside office hours; nothing twice;
 * what was submitted or approved meanwhile drops out; a moved deadline starts its own ladder.
 */
export function dueReminders(situation: ReminderSituation): DueMail[] {
  const { subjects, now, hours, closed, secretariat, ladder = DEFAULT_LADDER } = situation;
  if (!isOfficeOpen(now, hours, closed)) return [];
  const sent = new Set(situation.sent.map(keyOf));
  const mails = new Map<string, ReminderItem[]>();
  for (const subject of subjects) {
    const { deadline } = subject;
    if (deadline === null || !isOpen(subject, now.date)) continue;
    const step = reminderStep(deadline, now.date, closed, ladder);
    if (step === null) continue;
    for (const [recipient, role] of hearers(subject, step, ladder, secretariat)) {
      const item: ReminderItem = { recipient, kind: subject.kind, subjectId: subject.id, step, deadline, role };
      if (sent.has(keyOf(item))) continue;
      mails.set(recipient, [...(mails.get(recipient) ?? []), item]);
    }
  }
  return [...mails]
    .map(([recipient, items]) => ({ recipient, items: items.toSorted(byUrgency) }))
    .toSorted((a, b) => (a.recipient < b.recipient ? -1 : 1));
}

const byUrgency = (a: ReminderItem, b: ReminderItem): number =>
  b.step - a.step || (a.subjectId < b.subjectId ? -1 : 1);
