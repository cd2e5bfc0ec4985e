import { readCardHistory as contract, type LogEntry } from '@furikaeri/contracts';
import { can, scopeOf } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { CardEntity, cardFacts } from '../../cards/index.ts';
import { CycleEntity } from '../../cycles/index.ts';
import { historyEntry, joinSittings, type HistoryReader, type LogRow } from '../history-entry.ts';

/** カードの履歴, newest first. The scope is in the statement; what is left of a line's content is decided per line. */
export const readCardHistory = (em: EntityManager, actor: SignedIn, raw: unknown): Promise<{ entries: LogEntry[] }> => readSnapshot(em, async (at) => {
  const { cardId } = parseInput(contract.input, raw);
  const card = await at.findOne(CardEntity, { id: cardId });
  if (card === null) throw new ProblemError('card/not-found');
  const cycle = await at.findOneOrFail(CycleEntity, { id: card.cycleId });
  const reader: HistoryReader = {
    ownOrganisationId: scopeOf(actor).own,
    seesByWard: can(actor, 'card.read-breakdown', cardFacts(card, cycle)),
    readsLog: can(actor, 'log.read', null),
  };
  const seesAll = reader.seesByWard || reader.readsLog;
  const rows = await at.execute<LogRow[]>(HISTORY, [card.cycleId, cardId, seesAll, reader.ownOrganisationId, reader.ownOrganisationId]);
  const entries = rows.map((row) => historyEntry({ ...row, at: new Date(row.at) }, reader, card)).filter((entry) => entry !== null);
  return { entries: joinSittings(entries) };
});

const HISTORY = `
with scope as (select ?::uuid as cycle_id, ?::uuid as card_id)
select l.id, l.at, l.name, l.doer, l.submission_id, l.organisation_id, o.name as organisation, l.reason, l.before, l.after, l.private_to,
  l.name = 'submission.submit' and exists (
    select 1 from command_log w
    where w.card_id = l.card_id and w.submission_id = l.submission_id and w.name = 'submission.withdraw' and w.before ->> 'state' = 'submitted' and w.at >= l.at
  ) as withdrawn,
  (
    select json_agg(json_build_object(
      'organisationId', r.organisation_id, 'organisation', ro.name, 'state', r.answer ->> 'state', 'draft', r.answer -> 'draft',
      'submitted', case when r.answer ->> 'state' in ('submitted', 'confirmed', 'returned') then r.answer -> 'submitted' end
    ) order by ro.sort)
    from removed_submission r join organisation ro on ro.id = r.organisation_id
    where r.command_id = l.id and r.card_id = scope.card_id
  ) as removed
from scope
join command_log l on l.card_id = scope.card_id
  or (l.card_id is null and l.cycle_id = scope.cycle_id and l.name in ('card.assign', 'answer-book.apply') and l.after -> 'cardIds' @> to_jsonb(scope.card_id::text))
left join organisation o on o.id = l.organisation_id
where ?::boolean
  or (l.submission_id is null and l.name not like 'submission.%' and l.name <> 'answer-book.apply')
  or l.organisation_id = ?::uuid
  or l.after -> 'organisationIds' @> to_jsonb(?::text)
order by l.at desc, l.id desc
limit 1000`;
