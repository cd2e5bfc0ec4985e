import { heldToday } from '../../platform/auth/held-today.ts';

/**
 * A notice is read through the post it came by: who holds none in that organisation today reads there no more what it told
 * them (a 区内差戻し and its reason, a wish for more time). A condition on notification `n`, with the day twice.
 */
export const HELD_NOTICE = `(n.organisation_id is null or exists (
  select 1 from post h where h.person_id = n.person_id and h.organisation_id = n.organisation_id and ${heldToday('h')}))`;
