import type { PersonId } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { heldToday } from '../../platform/auth/held-today.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';

export interface Colleague { personId: PersonId; name: string; post: string; away: { from: string; to: string }[] }

/**
 * Whom somebody may name as 代理: who holds a post of their own in the same organisation today; for a 部会長, since they are
 * 区長, also any 区承認者. Each person once, the nearest first. The 不在 of one's own organisation is told, nobody else's.
 */
export async function colleaguesOf(em: EntityManager, { personId, role, organisationId }: SignedIn, today: string): Promise<Colleague[]> {
  const rows = await em.execute<Colleague[]>(
    `select distinct on (pe.id) pe.id as "personId", pe.name, o.name || case when po.title = '' then '' else ' ' || po.title end as post,
            po.organisation_id <> ?::uuid as elsewhere, o.sort,
            case when po.organisation_id = ?::uuid then coalesce((
              select jsonb_agg(jsonb_build_object('from', a.from_day::text, 'to', a.to_day::text) order by a.from_day) from absence a where a.person_id = pe.id and a.to_day >= ?::date
            ), '[]') else '[]' end as away
       from post po
       join person pe on pe.id = po.person_id and pe.disabled_at is null
       join organisation o on o.id = po.organisation_id
      where pe.id <> ? and po.deputy_for is null
        and ${heldToday('po')}
        and (po.organisation_id = ? or (?::boolean and po.role = 'ward_approver'))
      order by pe.id, elsewhere, o.sort`,
    [organisationId, organisationId, today, personId, today, today, organisationId, role === 'committee_lead'],
  );
  const near = rows as (Colleague & { elsewhere: boolean; sort: number })[];
  return near
    .sort((a, b) => Number(a.elsewhere) - Number(b.elsewhere) || a.sort - b.sort || a.name.localeCompare(b.name, 'ja'))
    .map(({ personId: id, name, post, away }) => ({ personId: id, name, post, away }));
}
