import * as z from 'zod';
import { command } from '../define.ts';
import { CommandId, CycleId, OrganisationId, SubmissionId } from '../ids.ts';

/** まとめて督促: one mail a person, over all chosen answers. Who gets none, and why, comes back. */
export const sendNudges = command({
  name: 'nudge.send', path: '/api/cycles/:cycleId/nudges', summary: 'まとめて督促する',
  input: z.object({ commandId: CommandId, cycleId: CycleId, submissionIds: z.array(SubmissionId).min(1).max(2000) }),
  output: z.object({
    mails: z.int(),
    recipients: z.array(z.object({ name: z.string(), organisationId: OrganisationId, answers: z.int() })),
    leftOut: z.array(z.object({ submissionId: SubmissionId, why: z.enum(['already_submitted', 'not_due', 'sent_today', 'no_recipient']) })),
  }),
  problems: ['permission/denied', 'cycle/not-found', 'submission/not-found', 'cycle/not-open-for-answers', 'nudge/nobody-to-send-to'],
});
