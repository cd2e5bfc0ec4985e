import { openBoard } from '@furikaeri/contracts';
import { scopeOf, streamsFor } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';

/**
 * ボード, as JSON text shaped by the database in one statement (so cards and stream numbers are of one moment). Nothing of
 * a thousand cards is parsed or built again here. Its spec holds it to the contract.
 */
export async function boardJson(em: EntityManager, actor: SignedIn, raw: unknown): Promise<string> {
  const { cycleId } = parseInput(openBoard.input, raw);
  const { office, committee, bureau } = scopeOf(actor);
  const rows = await em.fork().execute<{ board: string | null }[]>(BOARD, [
    cycleId, office, committee, bureau,
    `{${streamsFor(actor, cycleId).map((name) => `"${name}"`).join(',')}}`,
  ]);
  const board = rows[0]?.board;
  if (board == null) throw new ProblemError('cycle/not-found');
  return board;
}

/**
 * The cards' tiles are kept by the table itself (trigger card_tile). The strips are those of cards whose answers this
 * reader sees by ward: can(…, 'card.read-breakdown'), or anybody from 確定.
 */
const BOARD = `
with reader as (select ?::uuid as cycle_id, ?::boolean as sees_all, ?::uuid as committee_id, ?::uuid as bureau_id, ?::text[] as streams),
here as (
  select c.*, p.name as plan_name, r.sees_all, r.committee_id, r.bureau_id, r.streams
  from reader r join cycle c on c.id = r.cycle_id join plan p on p.id = c.plan_id
)
select '{"cycle":' || json_build_object(
    'id', h.id, 'planName', h.plan_name, 'fiscalYear', h.fiscal_year, 'phase', h.phase, 'openedOn', h.opened_on,
    'wardDeadline', h.ward_deadline, 'bureauDeadline', h.bureau_deadline, 'reviewDeadline', h.review_deadline,
    'checkDeadline', h.check_deadline, 'conferenceOn', h.conference_on, 'version', h.version
  )
  || ',"sections":' || (select coalesce(json_agg(json_build_object('number', s.number, 'title', s.title) order by s.sort), '[]') from section s where s.cycle_id = h.id)
  || ',"cards":[' || coalesce(b.tiles, '') || '],"strips":' || coalesce(b.strips, '{}')
  || ',"seqs":' || (select json_object_agg(n.name, coalesce(s.seq, 0)) from unnest(h.streams) as n(name) left join stream s on s.name = n.name)
  || '}' as board
from here h, lateral (
  select string_agg(k.tile, ',' order by k.sort) as tiles,
    json_object_agg(k.id, k.strip) filter (where k.strip <> '' and (
      h.sees_all or k.committee_id = h.committee_id or k.bureau_id = h.bureau_id
      or (h.phase in ('settled', 'published') and coalesce(k.indicator ->> 'withheld', 'false') <> 'true')
    )) as strips
  from card k where k.cycle_id = h.id
) b`;
