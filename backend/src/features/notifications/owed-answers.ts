import type { EntityManager } from '@mikro-orm/postgresql';
import { DEADLINE_COLUMNS, type DeadlineRow, STILL_OWED, STILL_TO_REVIEW } from '../cycles/index.ts';

export interface OwedAnswer extends DeadlineRow { id: string; organisationId: string }

/** The answers of a cycle that somebody can and should still hand in, with the three days of which the latest counts. */
export const owedAnswers = (em: EntityManager, cycleId: string): Promise<OwedAnswer[]> => em.execute<OwedAnswer[]>(
  `select s.id, s.organisation_id as "organisationId", ${DEADLINE_COLUMNS}
     from cycle y join card c on c.cycle_id = y.id join submission s on s.card_id = c.id where y.id = ? and ${STILL_OWED}`,
  [cycleId],
);

/** How many cards of a cycle each 部会 has still to review; null is 事務局, who reviews what has no 部会. */
export const openReviews = (em: EntityManager, cycleId: string): Promise<{ committeeId: string | null; count: number }[]> => em.execute<{ committeeId: string | null; count: number }[]>(
  `select c.committee_id as "committeeId", count(*)::int as count from cycle y join card c on c.cycle_id = y.id
    where y.id = ? and ${STILL_TO_REVIEW} group by c.committee_id`,
  [cycleId],
);
