import { addBusinessDays, hearersAt, ladderDates, nextBusinessDay, officeHoursOf } from '@furikaeri/model';
import type { ClosedDays, Ladder, LadderDate } from '@furikaeri/model';
import type { OutputOf, readLadder } from '@furikaeri/contracts';

export type OpenGroup = OutputOf<typeof readLadder>['open'][number];
export interface PreviewStep { step: number; date: string; isPast: boolean; people: number; copies: number; calls: boolean }
export interface PreviewGroup {
  kind: OpenGroup['kind']; deadline: string; subjects: number; people: number; steps: PreviewStep[];
  /** A step that has passed already and that the saved ladder did not have: it goes at the next opening. */
  catchUp: number | null;
}
/** One まとめメール a person a day: so many mails leave on that day, if nothing comes in before. */
export interface PreviewDay { date: string; mails: number }

export interface PreviewNow { today: string; time: string; closed: ClosedDays; hours: { from: string; to: string }; secretariat: readonly string[] }

/** Whom a step reaches, and how many of them by a copy or for the telephone. */
function heardBy({ kind, people, approvers }: OpenGroup, step: number, ladder: Ladder, secretariat: readonly string[]): { people: string[]; copies: number; calls: boolean } {
  const heard = hearersAt({ owes: people, approvers: kind === 'review' ? null : approvers }, step, ladder, secretariat);
  const roles = [...heard.values()];
  return { people: [...heard.keys()], copies: roles.filter((role) => role === 'copy').length, calls: roles.includes('call') };
}

const KINDS: readonly OpenGroup['kind'][] = ['ward', 'bureau', 'secretariat', 'review'];
const byDeadline = (a: OpenGroup, b: OpenGroup): number => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));

/** What a ladder would send: the days of its steps for every deadline that is still open, and the mails of each coming day. */
export function previewLadder(ladder: Ladder, saved: Ladder, open: readonly OpenGroup[], { today, time, closed, hours, secretariat }: PreviewNow): { groups: PreviewGroup[]; days: PreviewDay[] } {
  const { opens, closes } = officeHoursOf(hours);
  // The first day on which a mail can still leave.
  const nextOpen = nextBusinessDay(time >= closes ? addBusinessDays(today, 1, closed) : today, closed);
  const horizon = addBusinessDays(today, Math.max(ladder.thenEvery * 2, 20), closed);
  const byDay = new Map<string, Set<string>>();
  const hear = (date: string, people: readonly string[]): void => { byDay.set(date, new Set([...(byDay.get(date) ?? []), ...people])); };
  const groups = open.toSorted(byDeadline).map((group): PreviewGroup => {
    const dates = ladderDates(group.deadline, ladder, closed, horizon);
    const before = ladderDates(group.deadline, saved, closed, horizon);
    const wasDue = new Set(before.filter((one) => one.date === today && time >= opens).map((one) => one.step));
    // What the saved ladder had for today went when the office opened; a step that is put in for today still goes.
    const isPast = ({ step, date }: LadderDate): boolean => date < today || (date === today && (time >= closes || wasDue.has(step)));
    const steps = dates.map((one): PreviewStep => {
      const { step, date } = one;
      const heard = heardBy(group, step, ladder, secretariat);
      if (!isPast(one)) hear(date, heard.people);
      return { step, date, isPast: isPast(one), people: group.people.length, copies: heard.copies, calls: heard.calls };
    });
    const last = steps.findLast((one) => one.isPast);
    // Only what is later than what was told already is told.
    const told = before.findLast(isPast)?.step ?? -Infinity;
    const catchUp = last === undefined || last.step <= told ? null : last.step;
    if (catchUp !== null) hear(nextOpen, heardBy(group, catchUp, ladder, secretariat).people);
    return { kind: group.kind, deadline: group.deadline, subjects: group.subjects, people: group.people.length, steps, catchUp };
  });
  const days = [...byDay].map(([date, people]) => ({ date, mails: people.size })).filter((one) => one.mails > 0).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return { groups, days };
}

/** So many of the coming days with mails stand there at first; the rest is asked for. */
const FIRST_DAYS = 10;

/** The coming days that are shown, and how many more there are. */
export const daysInSight = (days: readonly PreviewDay[], isWhole: boolean): { shown: readonly PreviewDay[]; more: number } =>
  (isWhole ? { shown: days, more: 0 } : { shown: days.slice(0, FIRST_DAYS), more: Math.max(days.length - FIRST_DAYS, 0) });

/** Which steps are worth showing: not the long row of repeated ones that have passed. */
export function stepsInSight(steps: readonly PreviewStep[], own: readonly number[]): PreviewStep[] {
  const coming = steps.filter((one) => !one.isPast && !own.includes(one.step));
  const repeated = new Set([...coming.slice(0, 2), ...steps.filter((one) => one.isPast && !own.includes(one.step)).slice(-1)].map((one) => one.step));
  return steps.filter((one) => own.includes(one.step) || repeated.has(one.step));
}
