import * as z from 'zod';
import { query } from '../define.ts';
import { CycleId } from '../ids.ts';
import { Day } from '../wire/basics.ts';
import { ClosedDay } from '../wire/calendar.ts';
import { Cycle } from '../wire/cycle.ts';

export const listClosedDays = query({
  name: 'closed-day.list', path: '/api/closed-days', summary: '閉庁日', input: z.object({}), output: z.object({ days: z.array(ClosedDay) }), problems: ['permission/denied'],
});
/** The table as a CSV, to be kept, sent or edited elsewhere. */
export const downloadClosedDays = query({
  name: 'closed-day.download', path: '/api/closed-days.csv', summary: '閉庁日のCSV', answer: 'file',
  input: z.object({ encoding: z.enum(['utf8', 'cp932']).default('utf8') }), output: z.unknown(), problems: ['permission/denied'],
});
/** What depends on the deadlines of a cycle: how many answers go by each, and which have a day of their own. */
export const readSchedule = query({
  name: 'cycle.schedule', path: '/api/cycles/:cycleId/schedule', summary: '日程',
  input: z.object({ cycleId: CycleId }),
  output: z.object({
    cycle: Cycle,
    /** Still owed, by effective deadline and by whose it is. */
    owed: z.array(z.object({ group: z.enum(['ward', 'bureau', 'review']), deadline: Day, isOwn: z.boolean(), count: z.int() })),
  }),
  problems: ['permission/denied', 'cycle/not-found'],
});
