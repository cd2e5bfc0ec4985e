import { heldToday } from '../../platform/auth/held-today.ts';

/** Whether a mail may go to person `p` today: with an address, allowed in, holding a post, not 不在. A condition with the day four times. */
export const CAN_BE_MAILED = `p.disabled_at is null and p.email <> '' and exists (select 1 from post o where o.person_id = p.id and ${heldToday('o')})
  and not exists (select 1 from absence a where a.person_id = p.id and a.from_day <= ? and a.to_day >= ?)`;
