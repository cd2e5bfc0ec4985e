import type { WaitingItem } from '@furikaeri/contracts';
import { scopeOf } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';

interface Row { card_id: string; code: string; title: string; organisation: string; until: string; deadline: string }

/** Wishes for more time that the 事務局 has not decided yet; each waits until the deadline that it would move. */
export async function waitingWishes(em: EntityManager, actor: SignedIn, cycleId: string, today: string): Promise<WaitingItem[]> {
  if (!scopeOf(actor).office) return [];
  const rows = await em.execute<Row[]>(WISHES, [cycleId]);
  return rows.map((row): WaitingItem => ({
    kind: 'extension', cardId: row.card_id as WaitingItem['cardId'], submissionId: null, code: row.code, title: row.title,
    facts: { organisation: row.organisation, until: row.until }, deadline: row.deadline, late: row.deadline < today,
  }));
}

const WISHES = `
select s.card_id, c.code, c.title, o.name as organisation, s.extension_request ->> 'until' as until,
  greatest(case when s.organisation_kind = 'ward' then y.ward_deadline else y.bureau_deadline end, s.extension, s.return_deadline)::text as deadline
from submission s join card c on c.id = s.card_id join cycle y on y.id = c.cycle_id join organisation o on o.id = s.organisation_id
where c.cycle_id = ? and s.extension_request is not null
order by c.sort, o.sort`;
