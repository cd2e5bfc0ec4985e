import * as z from 'zod';
import { CycleId } from '../ids.ts';
import { Day } from './basics.ts';

/** 閉庁日: a national holiday, 年末年始, or a day of the city's own. Weekends are closed anyway and stand in no table. */
export const ClosedDay = z.object({ date: Day, name: z.string().trim().min(1).max(100), source: z.enum(['holiday', 'year_end', 'own']) });
export type ClosedDay = z.infer<typeof ClosedDay>;

/** A deadline that moved to the next open day, or a 区長会議 to the next one, because its own became closed. */
export const MovedDeadline = z.object({
  what: z.enum(['opened', 'ward', 'bureau', 'review', 'check', 'conference', 'extension', 'return']),
  fiscalYear: z.int(), from: Day, to: Day,
  /** How many answers: one for a cycle's own dates. */
  count: z.int(),
});
export type MovedDeadline = z.infer<typeof MovedDeadline>;

/** A cycle whose check moved past the 案件締切 of its 区長会議: its 日程 is to be planned anew. */
export const MissedCases = z.object({ cycleId: CycleId, fiscalYear: z.int(), checkDeadline: Day, casesOn: Day });
export type MissedCases = z.infer<typeof MissedCases>;
