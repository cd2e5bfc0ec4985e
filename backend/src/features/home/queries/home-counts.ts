import type { Home } from '@furikaeri/contracts';
import { hasPassed, isOfWard, scopeOf } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { DEADLINE_COLUMNS, deadlineOfRow, type DeadlineRow, STILL_OWED } from '../../cycles/index.ts';

/** Which cards and answers a reader's own figures are about; with nothing but nulls all of the cycle, as totals. */
const SCOPE = 'with reader as (select ?::uuid as ward, ?::uuid as committee, ?::uuid as bureau)';
const IN_SCOPE = `case when r.ward is not null then s.organisation_id = r.ward when r.committee is not null then c.committee_id = r.committee
  when r.bureau is not null then c.bureau_id = r.bureau or s.organisation_id = r.bureau else true end`;

/** The board's counts over the whole cycle, which everybody may know, and the answers of the reader's own scope. */
export async function homeCounts(em: EntityManager, actor: SignedIn, cycleId: string): Promise<Home['counts']> {
  const { own: organisation, committee, bureau } = scopeOf(actor);
  const lanes = await em.execute<{ kind: string; stage: string | null; progress: string | null; n: number }[]>(
    'select kind, stage, progress, count(*)::int as n from card where cycle_id = ? group by kind, stage, progress', [cycleId],
  );
  const [own] = await em.execute<{ asked: number; submitted: number; overdue: number }[]>(
    `${SCOPE}
     select count(s.id)::int as asked, (count(s.id) filter (where s.state in ('submitted', 'confirmed')))::int as submitted,
       (count(distinct c.id) filter (where (c.deadline ->> 'overdueYears')::int > 0))::int as overdue
     from reader r join card c on c.cycle_id = ? and c.kind = 'live' left join submission s on s.card_id = c.id where ${IN_SCOPE}`,
    [isOfWard(actor) ? organisation : null, committee, bureau, cycleId],
  );
  const count = (is: (row: (typeof lanes)[number]) => boolean): number => lanes.filter(is).reduce((sum, { n }) => sum + n, 0);
  const live = (key: 'stage' | 'progress', value: string): number => count((row) => row.kind === 'live' && row[key] === value);
  return {
    live: count(({ kind }) => kind === 'live'),
    byProgress: { in_progress: live('progress', 'in_progress'), completed: live('progress', 'completed'), completed_earlier: count(({ kind }) => kind === 'frozen') },
    byStage: { draft: live('stage', 'draft'), ward_submitted: live('stage', 'ward_submitted'), committee_review: live('stage', 'committee_review'), reviewed: live('stage', 'reviewed') },
    answersSubmitted: own?.submitted ?? 0,
    answersAsked: own?.asked ?? 0,
    overdueGoals: own?.overdue ?? 0,
  };
}

/** Who is late, with how many answers: for 事務局 over the cycle, for 部会長 and 局 on their own cards, for nobody else. */
export async function lateOrganisations(em: EntityManager, actor: SignedIn, cycleId: string, today: string): Promise<Home['lateOrganisations']> {
  const { committee, bureau, office } = scopeOf(actor);
  if (committee === null && bureau === null && !office) return [];
  const owed = await em.execute<(DeadlineRow & Pick<Home['lateOrganisations'][number], 'organisationId' | 'name'>)[]>(
    `${SCOPE}
     select o.id as "organisationId", o.name, ${DEADLINE_COLUMNS}
     from reader r join cycle y on y.id = ? join card c on c.cycle_id = y.id join submission s on s.card_id = c.id join organisation o on o.id = s.organisation_id
     where ${STILL_OWED} and ${IN_SCOPE}
     order by case o.kind when 'ward' then 0 when 'bureau' then 1 else 2 end, o.sort`,
    [null, committee, bureau, cycleId],
  );
  const late = new Map<string, Home['lateOrganisations'][number]>();
  for (const row of owed) {
    if (!hasPassed(deadlineOfRow(row), today)) continue;
    const known = late.get(row.organisationId) ?? { organisationId: row.organisationId, name: row.name, answers: 0 };
    late.set(row.organisationId, { ...known, answers: known.answers + 1 });
  }
  return [...late.values()];
}
