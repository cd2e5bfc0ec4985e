import type { LeftOutWhy } from '@furikaeri/contracts';
import { isLatePhase, isOwed, takesAnswers, whoOwes, type Phase, type SubmissionState } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { heldToday } from '../../../platform/auth/held-today.ts';
import { idList } from '../../../platform/database/id-list.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { DEADLINE_COLUMNS, deadlineOfRow, type DeadlineRow, deadlinesOfRow } from '../../cycles/index.ts';
import type { OpenSubject } from '../open-subjects.ts';

/** One of the chosen answers, also where it is not open any more. */
export interface ChosenAnswer extends DeadlineRow {
  id: string;
  state: SubmissionState;
  /** Somebody holds a post there who could hear of it, were they not away. */
  hasReader: boolean;
}

/** 督促 is for a review whose answers are still open. */
export async function refuseClosedCycle(em: EntityManager, cycleId: string): Promise<void> {
  const [cycle] = await em.execute<{ phase: Phase }[]>('select phase from cycle where id = ?', [cycleId]);
  if (!cycle) throw new ProblemError('cycle/not-found');
  if (!takesAnswers(cycle.phase) && !isLatePhase(cycle.phase)) throw new ProblemError('cycle/not-open-for-answers');
}

/** The chosen answers in the order they were chosen, each once, with who holds a post on that day; one of another cycle is none. */
export async function chosenAnswers(em: EntityManager, cycleId: string, ids: readonly string[], day: string): Promise<ChosenAnswer[]> {
  const rows = await em.execute<ChosenAnswer[]>(
    `select s.id, s.state, ${DEADLINE_COLUMNS},
            exists (
              select 1 from post p join person n on n.id = p.person_id and n.disabled_at is null and n.email <> ''
              where p.organisation_id = s.organisation_id and ${heldToday('p')}
                and p.role = any(case when s.state = 'checking' then array['ward_approver'] else array['ward_staff', 'ward_approver', 'bureau_staff', 'secretariat'] end)
            ) as "hasReader"
     from submission s join card c on c.id = s.card_id and c.cycle_id = ? join cycle y on y.id = c.cycle_id where s.id = any(?::uuid[])`,
    [day, day, cycleId, idList(ids)],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].map((id) => {
    const answer = found.get(id);
    if (!answer) throw new ProblemError('submission/not-found');
    return answer;
  });
}

/** Which of its days is the one that counts: the group's, its 延長 or its 差戻し. */
function whatPutsOff(answer: ChosenAnswer): LeftOutWhy {
  const { groupDeadline, extensionDeadline } = deadlinesOfRow(answer);
  const deadline = deadlineOfRow(answer);
  if (deadline === groupDeadline) return 'not_due';
  return deadline === extensionDeadline ? 'extended' : 'returned';
}

/** Why nobody is written to about an answer on that day, or null where somebody is: what is owed and due, by who is there. */
export function whyLeftOut(answer: ChosenAnswer, subject: OpenSubject | undefined, day: string): LeftOutWhy | null {
  if (answer.state === 'waived') return 'waived';
  if (!isOwed(answer.state)) return answer.state === 'confirmed' ? 'confirmed' : 'already_submitted';
  if (!subject) return 'closed';
  if (subject.extensionWaits) return 'extension_waits';
  if (deadlineOfRow(answer) > day) return whatPutsOff(answer);
  if (whoOwes(subject.rule).length === 0) return answer.hasReader ? 'absent' : 'no_recipient';
  return null;
}
