import { readAssignments as contract, type Assignments } from '@furikaeri/contracts';
import { type Indicator, whyNot } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { presentIndicator } from '../../cards/index.ts';

type StoredRow = Omit<Assignments['rows'][number], 'indicator'> & { indicator: Indicator | null };

/** 担当と照会先, one line a live row, shaped by the database in one statement. */
export async function readAssignments(em: EntityManager, actor: SignedIn, raw: unknown): Promise<Assignments> {
  const { cycleId } = parseInput(contract.input, raw);
  orForbid(whyNot(actor, 'assignment.change', null));
  const found = await em.fork().execute<{ rows: StoredRow[] | null }[]>(ASSIGNMENTS, [cycleId]);
  const [first] = found;
  if (first === undefined) throw new ProblemError('cycle/not-found');
  return { rows: (first.rows ?? []).map((row) => ({ ...row, indicator: row.indicator && presentIndicator(row.indicator) })) };
}

const ASSIGNMENTS = `
select (
  select json_agg(json_build_object(
    'cardId', c.id, 'code', c.code, 'title', c.title, 'sectionNumber', c.section_number, 'stage', c.stage,
    'committeeId', c.committee_id, 'bureauId', c.bureau_id, 'asks', c.asks,
    'wardIds', coalesce(a.asked, '[]'), 'answeredWardIds', coalesce(a.answered, '[]'),
    'why', c.asked_why, 'indicator', c.indicator, 'version', c.version
  ) order by c.sort)
  from card c
  left join lateral (
    select json_agg(o.id order by o.sort) as asked,
      json_agg(o.id order by o.sort) filter (where s.state <> 'not_started' or s.submitted is not null) as answered
    from submission s join organisation o on o.id = s.organisation_id
    where s.card_id = c.id and s.organisation_kind = 'ward'
  ) a on true
  where c.cycle_id = cycle.id and c.kind = 'live'
) as rows
from cycle where id = ?`;
