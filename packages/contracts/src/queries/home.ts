import * as z from 'zod';
import { query } from '../define.ts';
import { CardId, CycleId, SubmissionId } from '../ids.ts';
import { Day } from '../wire/basics.ts';
import { LogEntry } from '../wire/log.ts';

/** What waits for the reader, by deadline; one button each. */
export const WaitingItem = z.object({
  kind: z.enum(['answer', 'returned', 'sent_back', 'check', 'start_review', 'review', 'resubmitted', 'decide', 'late_ward', 'unowned', 'extension']),
  cardId: CardId,
  submissionId: SubmissionId.nullable(),
  code: z.string(),
  title: z.string(),
  /** Short facts the screen words itself: e.g. { answered: 23, asked: 24 } or { organisation: '東住吉区' } */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  deadline: Day.nullable(),
  late: z.boolean(),
});
export type WaitingItem = z.infer<typeof WaitingItem>;

export const openHome = query({
  name: 'home.open', path: '/api/cycles/:cycleId/home', summary: 'ホーム',
  input: z.object({ cycleId: CycleId }),
  output: z.object({
    waiting: z.array(WaitingItem),
    counts: z.object({
      live: z.int(),
      byProgress: z.object({ in_progress: z.int(), completed: z.int(), completed_earlier: z.int() }),
      byStage: z.object({ draft: z.int(), ward_submitted: z.int(), committee_review: z.int(), reviewed: z.int() }),
      /** Over the reader's own scope: own ward, own 部会's cards, or the whole cycle. */
      answersSubmitted: z.int(), answersAsked: z.int(), overdueGoals: z.int(),
    }),
    /** Late wards, for those who may know (部会長 on own cards, 事務局). */
    lateOrganisations: z.array(z.object({ organisationId: z.uuid(), name: z.string(), answers: z.int() })),
    activity: z.array(LogEntry),
  }),
  problems: ['cycle/not-found'],
});
export type Home = z.infer<typeof openHome.output>;
