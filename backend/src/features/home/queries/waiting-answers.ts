import type { WaitingItem } from '@furikaeri/contracts';
import { hasPassed, isOfWard, scopeOf, type SubmissionState, waitsForApprovers } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { DEADLINE_COLUMNS, deadlineOfRow, type DeadlineRow, STILL_OWED } from '../../cycles/index.ts';
import { peopleToday } from '../../reminders/index.ts';

interface Row extends DeadlineRow { id: string; card_id: string; code: string; title: string; state: SubmissionState; returned: boolean; sent_back: boolean; reason: string | null }

/** What the reader's own 所属 still owes and this person can do now: staff write, the approver checks and stands in where no staff is there today; an office does both. */
export async function waitingAnswers(em: EntityManager, actor: SignedIn, cycleId: string, today: string): Promise<WaitingItem[]> {
  const { own, office } = scopeOf(actor);
  if (own === null) return [];
  const rows = await em.execute<Row[]>(OWED, [own, isOfWard(actor) ? 'ward' : office ? 'secretariat' : 'bureau', cycleId]);
  const isApprover = actor.role === 'ward_approver';
  const staff = isApprover ? (await peopleToday(em, today, [own])).presence.at('ward_staff', own) : [];
  return rows.flatMap((row): WaitingItem[] => {
    const isChecked = row.state === 'checking';
    if (isApprover ? !waitsForApprovers({ state: row.state, staff }) : isChecked) return [];
    const doing = isChecked ? 'check' : row.returned ? 'returned' : row.sent_back ? 'sent_back' : 'answer';
    const deadline = deadlineOfRow(row);
    return [{
      kind: doing, cardId: row.card_id as WaitingItem['cardId'], submissionId: row.id as WaitingItem['submissionId'], code: row.code, title: row.title,
      facts: { state: row.state, ...(row.reason !== null && { reason: row.reason }) },
      deadline, late: hasPassed(deadline, today),
    }];
  });
}

const OWED = `
select s.id, s.card_id, c.code, c.title, s.state, s.open_return is not null as returned, s.sent_back_reason is not null as sent_back,
  coalesce(s.open_return ->> 'reason', s.sent_back_reason) as reason,
  ${DEADLINE_COLUMNS}
from submission s join card c on c.id = s.card_id join cycle y on y.id = c.cycle_id
where s.organisation_id = ? and s.organisation_kind = ? and c.cycle_id = ? and ${STILL_OWED}
order by c.sort`;
