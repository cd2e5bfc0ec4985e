import type { Doer, LogEntry } from '@furikaeri/contracts';
import { scopeOf } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';

export interface LogLine {
  id: string;
  at: string | Date;
  name: string;
  doer: Doer | null;
  card_id: string | null;
  card_code: string | null;
  organisation: string | null;
  reason: string | null;
  stand_in: boolean;
}

export const presentLine = (line: LogLine): LogEntry => ({
  id: line.id,
  at: new Date(line.at).toISOString(),
  by: line.doer !== null && line.stand_in ? { ...line.doer, post: `${line.doer.post}（部会長の代行）` } : line.doer,
  command: line.name,
  cardId: line.card_id,
  cardCode: line.card_code,
  organisation: line.organisation,
  reason: line.reason,
  before: null,
  after: null,
});

/**
 * いまの動き of one cycle for one reader, newest first, without content. The scope is in the statement (DOMAIN 4.6): what
 * concerns an answer is for its organisation, the card's 部会長, its 局 and 事務局; what a ward does within itself for that
 * ward alone. Typing is no news. The reason of a 部会承認 may name late wards, so only those who may know them read it.
 */
export async function readActivity(em: EntityManager, actor: SignedIn, cycleId: string, limit = 20): Promise<LogEntry[]> {
  const { own, committee, bureau, office } = scopeOf(actor);
  const lines = await em.execute<LogLine[]>(ACTIVITY, [cycleId, own, committee, bureau, office, limit]);
  return lines.map(presentLine);
}

const ACTIVITY = `
with reader as (select ?::uuid as cycle_id, ?::uuid as own, ?::uuid as committee, ?::uuid as bureau, ?::boolean as office)
select l.id, l.at, l.name, l.doer, l.card_id, c.code as card_code, o.name as organisation,
  case when l.name = 'card.approve' and not may.see_wards then null else l.reason end as reason,
  coalesce(l.after ->> 'standIn' = 'true', false) as stand_in
from reader r
join command_log l on l.cycle_id = r.cycle_id
left join card c on c.id = l.card_id
left join organisation o on o.id = l.organisation_id
cross join lateral (select r.office or coalesce(c.committee_id = r.committee, false) or coalesce(c.bureau_id = r.bureau, false) as see_wards) may
where l.name not in ('submission.edit', 'attachment.add')
  and case
    when l.name in ('submission.request-check', 'submission.send-back', 'submission.delegate', 'answer-book.apply') or (l.name = 'submission.withdraw' and coalesce(l.before ->> 'state', '') <> 'submitted')
      then coalesce(l.organisation_id = r.own, false)
    when l.submission_id is not null or l.name like 'submission.%'
      then may.see_wards or coalesce(l.organisation_id = r.own, false) or coalesce(l.after -> 'organisationIds' @> to_jsonb(r.own::text), false)
    when l.name like 'nudge.%' or l.name like 'reminder.%' then r.office
    when l.name like 'lint.%' then may.see_wards
    else true
  end
order by l.at desc, l.id desc
limit ?`;
