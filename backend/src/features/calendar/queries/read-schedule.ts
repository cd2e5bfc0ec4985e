import { readSchedule as contract, type OutputOf } from '@furikaeri/contracts';
import { groupDeadlineOf, whyNot } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { CycleEntity, DEADLINE_COLUMNS, deadlineOfRow, type DeadlineRow, PlanEntity, presentCycle, STILL_OWED } from '../../cycles/index.ts';

type Owed = OutputOf<typeof contract>['owed'];

/** 日程: the dates of a cycle, and how much is still owed by each: answers by their effective deadline, cards by the 部会's. */
export async function readSchedule(em: EntityManager, actor: SignedIn, raw: unknown): Promise<OutputOf<typeof contract>> {
  const { cycleId } = parseInput(contract.input, raw);
  orForbid(whyNot(actor, 'calendar.change', null));
  return readSnapshot(em, async (at) => {
    const cycle = await at.findOne(CycleEntity, { id: cycleId });
    if (cycle === null) throw new ProblemError('cycle/not-found');
    const plan = await at.findOneOrFail(PlanEntity, { id: cycle.planId });
    return { cycle: presentCycle(cycle, plan.name), owed: [...(await owedAnswers(at, cycleId)), ...(await openCards(at, cycle))] };
  });
}

async function owedAnswers(em: EntityManager, cycleId: string): Promise<Owed> {
  const rows = await em.execute<DeadlineRow[]>(
    `select ${DEADLINE_COLUMNS} from submission s join card c on c.id = s.card_id join cycle y on y.id = c.cycle_id where y.id = ? and ${STILL_OWED}`, [cycleId],
  );
  const alike = new Map<string, Owed[number]>();
  for (const row of rows) {
    const deadline = deadlineOfRow(row);
    const group = row.organisationKind === 'ward' ? 'ward' : 'bureau';
    const key = `${group === 'ward' ? 0 : 1} ${deadline}`;
    const count = (alike.get(key)?.count ?? 0) + 1;
    alike.set(key, { group, deadline, isOwn: deadline !== groupDeadlineOf(row.organisationKind, row), count });
  }
  return [...alike].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

async function openCards(em: EntityManager, { id, reviewDeadline }: CycleEntity): Promise<Owed> {
  const [{ count } = { count: 0 }] = await em.execute<{ count: number }[]>(`select count(*)::int as count from card where cycle_id = ? and kind = 'live' and stage <> 'reviewed'`, [id]);
  return count === 0 ? [] : [{ group: 'review', deadline: reviewDeadline, isOwn: false, count }];
}
