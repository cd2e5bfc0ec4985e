import * as z from 'zod';
import { command } from '../define.ts';
import { CommandId, CycleId } from '../ids.ts';
import { Day, plainName, Reason, Version } from '../wire/basics.ts';
import { ClosedDay, MissedCases, MovedDeadline } from '../wire/calendar.ts';
import { Cycle } from '../wire/cycle.ts';

const effects = { moved: z.array(MovedDeadline), missedCases: z.array(MissedCases) };
const moved = z.object({ days: z.array(ClosedDay), ...effects });
const DayName = z.string().overwrite(plainName).trim().min(1).max(100);
/** A file of more days than a century of closed days has is no calendar. */
const days = z.array(z.object({ date: Day, name: DayName })).max(5000);

/** Adds a 閉庁日 or gives it another name. Deadlines of open cycles that fall on it move to the next open day. */
export const putClosedDay = command({
  name: 'closed-day.put', method: 'PUT', path: '/api/closed-days/:date', summary: '閉庁日を加える・直す',
  input: z.object({ commandId: CommandId, date: Day, name: DayName }), output: moved,
  problems: ['permission/denied', 'closed-day/weekend'],
});
/** The office is open on that day after all. Deadlines that moved before do not move back. */
export const removeClosedDay = command({
  name: 'closed-day.remove', method: 'DELETE', path: '/api/closed-days/:date', summary: '閉庁日を外す',
  input: z.object({ commandId: CommandId, date: Day }), output: z.object({ days: z.array(ClosedDay) }), problems: ['permission/denied', 'closed-day/not-found'],
});
/**
 * Reads a CSV (date,name; UTF-8 or CP932) and changes nothing: what taking it in would add, rename and, for the years it speaks of, take out.
 * `removeMissing`: what would move when those days are taken out as well.
 */
export const previewClosedDays = command({
  name: 'closed-day.preview', path: '/api/closed-days/preview', summary: '閉庁日のCSVを確かめる', body: 'file',
  input: z.object({ fileName: z.string().max(200), removeMissing: z.stringbool().default(false) }),
  output: z.object({
    days: z.array(z.object({ date: Day, name: z.string() })), added: z.array(ClosedDay), renamed: z.array(ClosedDay.extend({ before: z.string() })), missing: z.array(ClosedDay),
    /** Lines that are not taken in, as they stand in the file, and why. */
    unread: z.array(z.object({ line: z.int(), text: z.string(), why: z.enum(['no_day', 'odd_year', 'weekend']) })),
    ...effects,
  }),
  problems: ['permission/denied', 'closed-day/no-days', 'closed-day/unreadable', 'closed-day/weekend'],
});
/** Takes in what the preview showed; `removeMissing` also takes out the days of those years that the file does not name. */
export const importClosedDays = command({
  name: 'closed-day.import', path: '/api/closed-days/import', summary: '閉庁日をCSVから取り込む',
  input: z.object({ commandId: CommandId, days, removeMissing: z.boolean() }), output: moved, problems: ['permission/denied', 'closed-day/no-days', 'closed-day/weekend'],
});

/** 日程を決める: every deadline of a cycle at once, each on an open day and in order. Who owes something by a moved one is told. */
export const setDeadlines = command({
  name: 'cycle.set-deadlines', method: 'PUT', path: '/api/cycles/:cycleId/deadlines', summary: '日程を決める',
  input: z.object({
    commandId: CommandId, cycleId: CycleId, expectedVersion: Version,
    openedOn: Day, wardDeadline: Day, bureauDeadline: Day, reviewDeadline: Day, checkDeadline: Day, conferenceOn: Day,
    reason: Reason.optional(),
  }),
  output: Cycle,
  problems: ['permission/denied', 'cycle/not-found', 'cycle/changed-meanwhile', 'cycle/settled', 'cycle/deadline-on-closed-day', 'cycle/deadlines-out-of-order', 'cycle/deadline-passed'],
});
