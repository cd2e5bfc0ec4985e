import type { WaitingItem } from '@furikaeri/contracts';
import { hasPassed, scopeOf } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { DEADLINE_COLUMNS, deadlineOfRow, type DeadlineRow } from '../../cycles/index.ts';

interface Row extends DeadlineRow { id: string; card_id: string; code: string; title: string; organisation: string; until: string }

/** Wishes for more time that the 事務局 has not decided yet; each waits until the deadline that it would move. */
export async function waitingWishes(em: EntityManager, actor: SignedIn, cycleId: string, today: string): Promise<WaitingItem[]> {
  if (!scopeOf(actor).office) return [];
  const rows = await em.execute<Row[]>(WISHES, [cycleId]);
  return rows.map((row): WaitingItem => {
    const deadline = deadlineOfRow(row);
    return {
      kind: 'extension', cardId: row.card_id as WaitingItem['cardId'], submissionId: row.id as WaitingItem['submissionId'], code: row.code, title: row.title,
      facts: { organisation: row.organisation, until: row.until }, deadline, late: hasPassed(deadline, today),
    };
  });
}

const WISHES = `
select s.id, s.card_id, c.code, c.title, o.name as organisation, s.extension_request ->> 'until' as until,
  ${DEADLINE_COLUMNS}
from submission s join card c on c.id = s.card_id join cycle y on y.id = c.cycle_id join organisation o on o.id = s.organisation_id
where c.cycle_id = ? and s.extension_request is not null
order by c.sort, o.sort`;
