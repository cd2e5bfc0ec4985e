import { openBoard } from '@furikaeri/contracts';
import { scopeOf, streamsFor } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';

/** Where a reader's streams stand; nothing for a cycle that is gone. */
const NOW = `
select c.version || coalesce((select string_agg(' ' || s.name || ' ' || s.seq, '' order by s.name) from stream s where s.name = any(?::text[])), '') as at
from cycle c where c.id = ?`;

/** How many readers' boards are remembered; one of a thousand cards is about 600 kB of text. */
const REMEMBERED = 32;

/**
 * ボード, as JSON text shaped by the database in one statement (so cards and stream numbers are of one moment). Nothing of
 * a thousand cards is parsed or built again here. Its spec holds it to the contract. The text is remembered until one of
 * the reader's streams moves: whatever a board shows changes by a command, and every command says so on these streams.
 */
export class Boards {
  private readonly remembered = new Map<string, { at: string; board: string }>();

  async open(em: EntityManager, actor: SignedIn, raw: unknown): Promise<string> {
    const { cycleId } = parseInput(openBoard.input, raw);
    const { office, committee, bureau } = scopeOf(actor);
    const streams = `{${streamsFor(actor, cycleId).map((name) => `"${name}"`).join(',')}}`;
    const reader = em.fork();
    // Asked before the board is read: a change in between makes the memory look older than it is, never newer.
    const [now] = await reader.execute<{ at: string }[]>(NOW, [streams, cycleId]);
    if (now === undefined) throw new ProblemError('cycle/not-found');
    const known = this.remembered.get(streams);
    if (known?.at === now.at) return known.board;
    const board = (await reader.execute<{ board: string | null }[]>(BOARD, [cycleId, office, committee, bureau, streams]))[0]?.board;
    if (board == null) throw new ProblemError('cycle/not-found');
    this.remember(streams, { at: now.at, board });
    return board;
  }

  private remember(streams: string, entry: { at: string; board: string }): void {
    this.remembered.delete(streams);
    this.remembered.set(streams, entry);
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > REMEMBERED && oldest !== undefined) this.remembered.delete(oldest);
  }
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
