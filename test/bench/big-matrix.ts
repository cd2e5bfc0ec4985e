import type pg from 'pg';
import { layOutBoard } from './big-board.ts';

export const ROWS = 100;
export const WARDS = 24;
/** So many drafts of 北区 only wait to be handed in. */
export const LIVE_CHANGES = 20;

/** Every state occurs, some extended and some late; 北区 has drafts that only wait to be handed in. */
export async function layOutMatrix(owner: pg.Pool): Promise<string> {
  const cycleId = await layOutBoard(owner, ROWS);
  await owner.query(
    `update submission s set
       state = (array['submitted','submitted','confirmed','draft','checking','submitted','not_started','submitted','submitted','submitted'])[1 + (c.sort * 7 + o.sort * 3) % 10],
       extension = case when (c.sort + o.sort) % 29 = 0 then y.ward_deadline + 20 end
     from card c, organisation o, cycle y where c.id = s.card_id and o.id = s.organisation_id and y.id = c.cycle_id and c.cycle_id = $1`, [cycleId]);
  await owner.query(
    `update submission s set state = 'draft', draft = draft || '{"answer": "yes", "example": "計測用", "numerator": "1", "denominator": "2", "baseline": "1", "current": "2"}'
     from card c, post o, person p
     where c.id = s.card_id and c.cycle_id = $1 and c.sort < $2 and o.organisation_id = s.organisation_id and p.id = o.person_id and p.login = 'kita-approver'`, [cycleId, LIVE_CHANGES]);
  await owner.query(`update submission s set submitted = null, submitted_at = null from card c where c.id = s.card_id and c.cycle_id = $1 and s.state in ('not_started', 'draft', 'checking')`, [cycleId]);
  await owner.query('analyze');
  return cycleId;
}
