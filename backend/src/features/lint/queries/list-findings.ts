import { type Findings, listFindings as contract } from '@furikaeri/contracts';
import { streamsFor } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { Reviews } from '../reviews.ts';

/**
 * 整合チェック of a cycle as it stands now. Whatever it reads changes by a command, and every command says so on a stream
 * of the cycle; only how many wards there are is told by none. Where the streams stand is asked first: what changes while
 * the review is read makes it newer than it says, never older, and whoever hears of the change asks once more.
 */
export async function listFindings(em: EntityManager, actor: SignedIn, raw: unknown, reviews = new Reviews()): Promise<Findings> {
  const { cycleId } = parseInput(contract.input, raw);
  const reader = em.fork();
  const own = streamsFor(actor, cycleId);
  const [now] = await reader.execute<{ moment: string; seqs: Record<string, number> }[]>(NOW, [`{${own.map((name) => `"${name}"`).join(',')}}`, cycleId]);
  if (now === undefined) throw new ProblemError('cycle/not-found');
  const { findings, cards } = await reviews.read(reader, cycleId, now.moment);
  return { findings, cards, seqs: Object.fromEntries(own.map((name) => [name, now.seqs[name] ?? 0])) };
}

const NOW = `
select concat_ws(' ', c.version, (select count(*) from organisation where kind = 'ward'),
    (select string_agg(s.name || ' ' || s.seq, ' ' order by s.name) from stream s where s.name = 'cycle:' || c.id or s.name like 'cycle:' || c.id || ':%')) as moment,
  (select coalesce(json_object_agg(s.name, s.seq), '{}') from stream s where s.name = any(?::text[])) as seqs
from cycle c where c.id = ?`;
