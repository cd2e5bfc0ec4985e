import { readLog as contract, type LogPage } from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { type LogLine, presentLine } from './read-activity.ts';

/**
 * 操作の記録 for 管理者 and 事務局: who, when, which command, on what (DOMAIN 4.6). Never before and after: an answer's belong
 * to its organisation, a card's are in the card's history. The reason of what concerns an answer, of a
 * 部会承認, or of a finding's acknowledgement, is for 事務局.
 */
export async function readLog(em: EntityManager, actor: SignedIn, raw: unknown): Promise<LogPage> {
  orForbid(whyNot(actor, 'log.read', null));
  const { cycleId, cardId, before, limit } = parseInput(contract.input, raw);
  const lines = await em.fork().execute<LogLine[]>(LOG, [
    cycleId ?? null, cardId ?? null, before ?? null, actor.role === 'secretariat', limit + 1,
  ]);
  return { entries: lines.slice(0, limit).map(presentLine), more: lines.length > limit };
}

const LOG = `
with asked as (select ?::uuid as cycle_id, ?::uuid as card_id, ?::uuid as before, ?::boolean as office)
select l.id, l.at, l.name, l.doer, l.card_id, c.code as card_code, o.name as organisation,
  case when a.office or (l.submission_id is null and l.name not like 'submission.%' and l.name not like 'lint.%' and l.name <> 'card.approve') then l.reason end as reason,
  coalesce(l.after ->> 'standIn' = 'true', false) as stand_in
from asked a
cross join command_log l
left join command_log last on last.id = a.before
left join card c on c.id = l.card_id
left join organisation o on o.id = l.organisation_id
where (a.cycle_id is null or l.cycle_id = a.cycle_id)
  and (a.card_id is null or l.card_id = a.card_id)
  and (a.before is null or (l.at, l.id) < (last.at, last.id))
order by l.at desc, l.id desc
limit ?`;
