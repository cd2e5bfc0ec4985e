import type { LeftOutWhy } from '@furikaeri/contracts';
import { isOwed, reminderStep } from '@furikaeri/model';
import type { ClosedDays } from '@furikaeri/model';
import type { ProgressCell } from './progress.reducer.ts';

export type { LeftOutWhy };
export interface PlannedRecipient { organisationId: string; cells: ProgressCell[] }
export interface ReminderPlan { recipients: PlannedRecipient[]; leftOut: { cell: ProgressCell; why: LeftOutWhy }[]; submissionIds: string[] }
interface Day { today: string; closed: ClosedDays; dayOf: (instant: string) => string }

/** Why an answer gets no mail, as far as it can be known before sending; who has no recipient only the server knows. */
function whyLeftOut(cell: ProgressCell, { today, closed, dayOf }: Day): LeftOutWhy | null {
  if (!isOwed(cell.state)) return 'already_submitted';
  if (cell.lastNudgedAt !== null && dayOf(cell.lastNudgedAt) === today) return 'sent_today';
  return reminderStep(cell.deadline, today, closed) === null ? 'not_due' : null;
}

/** Who would be written to about the chosen answers, by organisation in the official order, and what would be left out. */
export function planReminders(cells: readonly ProgressCell[], order: readonly string[], day: Day): ReminderPlan {
  const byOrganisation = new Map<string, ProgressCell[]>();
  const leftOut: ReminderPlan['leftOut'] = [];
  for (const cell of cells) {
    const why = whyLeftOut(cell, day);
    if (why === null) byOrganisation.set(cell.organisationId, [...(byOrganisation.get(cell.organisationId) ?? []), cell]);
    else leftOut.push({ cell, why });
  }
  const recipients = order.flatMap((organisationId) => {
    const own = byOrganisation.get(organisationId);
    return own === undefined ? [] : [{ organisationId, cells: own }];
  });
  return { recipients, leftOut, submissionIds: recipients.flatMap((one) => one.cells.map((cell) => cell.submissionId)) };
}
