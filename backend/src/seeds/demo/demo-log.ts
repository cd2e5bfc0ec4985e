import type { Doer } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../platform/commands/new-id.ts';

/** One thing that happened before the first start, for the history of the demo. */
export interface DemoEvent {
  at: Date; name: string; doer: Doer; cycleId: string;
  cardId?: string; submissionId?: string; organisationId?: string; reason?: string;
}

/** Writes the demo's past into the log in one statement, oldest first. Its commands have no receipts: nobody will repeat them. */
export async function writeDemoLog(em: EntityManager, events: readonly DemoEvent[]): Promise<void> {
  const lines = events.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map((event) => ({
    id: newId(), at: event.at.toISOString(), name: event.name, person_id: event.doer.personId, doer: event.doer, cycle_id: event.cycleId,
    card_id: event.cardId ?? null, submission_id: event.submissionId ?? null, organisation_id: event.organisationId ?? null, reason: event.reason ?? null,
  }));
  await em.execute(
    `insert into command_log (id, at, name, person_id, doer, cycle_id, card_id, submission_id, organisation_id, reason, input_hash, output)
     select d.id, d.at, d.name, d.person_id, d.doer, d.cycle_id, d.card_id, d.submission_id, d.organisation_id, d.reason, '', 'null'::jsonb
     from jsonb_to_recordset(?::jsonb) as d(id uuid, at timestamptz, name text, person_id uuid, doer jsonb, cycle_id uuid, card_id uuid, submission_id uuid, organisation_id uuid, reason text)`,
    [JSON.stringify(lines)],
  );
}
