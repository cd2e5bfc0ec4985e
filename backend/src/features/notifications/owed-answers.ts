import { isLatePhase, PHASES, takesAnswers, takesReview } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';

const [answering, late, reviewing] = [takesAnswers, isLatePhase, takesReview].map((holds) => PHASES.filter(holds));

export interface OwedAnswer { id: string; organisationId: string; kind: 'ward' | 'bureau' | 'secretariat'; group: string; extension: string | null; returned: string | null }

/** The answers of a cycle that somebody can and should still hand in, with the three days of which the latest counts. */
export const owedAnswers = (em: EntityManager, cycleId: string): Promise<OwedAnswer[]> => em.execute<OwedAnswer[]>(
  `select s.id, s.organisation_id as "organisationId", s.organisation_kind as kind,
          (case when s.organisation_kind = 'ward' then y.ward_deadline else y.bureau_deadline end)::text as "group", s.extension::text as extension,
          coalesce(s.return_deadline::text, s.open_return ->> 'deadline') as returned
     from cycle y join card c on c.cycle_id = y.id and c.kind = 'live' and c.stage <> 'reviewed' join submission s on s.card_id = c.id
    where y.id = ? and s.state in ('not_started', 'draft', 'checking', 'returned')
      and (y.phase in (?) or (y.phase in (?) and (s.open_return is not null or c.reopened_late)))`,
  [cycleId, answering, late],
);

/** How many cards of a cycle each 部会 has still to review; null is 事務局, who reviews what has no 部会. */
export const openReviews = (em: EntityManager, cycleId: string): Promise<{ committeeId: string | null; count: number }[]> => em.execute<{ committeeId: string | null; count: number }[]>(
  `select c.committee_id as "committeeId", count(*)::int as count from cycle y join card c on c.cycle_id = y.id and c.kind = 'live' and c.stage <> 'reviewed'
    where y.id = ? and y.phase in (?) group by c.committee_id`,
  [cycleId, reviewing],
);
