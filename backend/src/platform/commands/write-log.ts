import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChangeDraft, LogDraft } from './use-case.ts';

export interface LogLine extends LogDraft {
  id: string;
  at: Date;
  name: string;
  personId: string | null;
  doer: object | null;
  inputHash: string;
  output: unknown;
}

/** Told to every API process at commit; the table is the truth, this only wakes the listeners. */
export const CHANGE_CHANNEL = 'furikaeri_change';

/**
 * The last statement before COMMIT: one log line, the streams' counters, the changes, and the wake-up.
 * The streams' rows are locked here and nowhere else, in name order, so seq order is commit order and nobody deadlocks.
 */
export async function writeLogAndChanges(em: EntityManager, line: LogLine, changes: readonly ChangeDraft[]): Promise<void> {
  const counts = new Map<string, number>();
  const rows: { stream: string; pos: number; payload: string }[] = [];
  for (const change of changes) {
    const payload = JSON.stringify(change.payload);
    for (const stream of new Set(change.streams)) {
      const pos = (counts.get(stream) ?? 0) + 1;
      counts.set(stream, pos);
      rows.push({ stream, pos, payload });
    }
  }
  const streams = [...counts.keys()].sort();
  const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));
  const wake = streams.join(' ');
  await em.execute(
    `with line as (
       insert into command_log (id, at, name, person_id, doer, cycle_id, card_id, submission_id, organisation_id, reason, before, after, private_to, input_hash, output)
       values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?::jsonb)
     ), bumped as (
       insert into stream (name, seq)
       select s.name, s.n from unnest(?::text[], ?::bigint[]) as s(name, n) order by s.name
       on conflict (name) do update set seq = stream.seq + excluded.seq
       returning name, seq
     ), said as (
       insert into change (stream, seq, at, command_id, payload)
       select d.stream, b.seq - s.n + d.pos, ?, ?, d.payload::jsonb
       from unnest(?::text[], ?::bigint[], ?::text[]) as d(stream, pos, payload)
       join bumped b on b.name = d.stream
       join unnest(?::text[], ?::bigint[]) as s(name, n) on s.name = d.stream
     )
     select pg_notify('${CHANGE_CHANNEL}', ?)`,
    [
      line.id, line.at, line.name, line.personId, json(line.doer), line.cycleId ?? null, line.cardId ?? null, line.submissionId ?? null,
      line.organisationId ?? null, line.reason ?? null, json(line.before), json(line.after), line.privateTo ?? null, line.inputHash, JSON.stringify(line.output ?? null),
      array(streams), array(streams.map((s) => counts.get(s) ?? 0)),
      line.at, line.id,
      array(rows.map((r) => r.stream)), array(rows.map((r) => r.pos)), array(rows.map((r) => r.payload)),
      array(streams), array(streams.map((s) => counts.get(s) ?? 0)),
      wake.length < 7000 ? wake : '*',
    ],
  );
}

/** A PostgreSQL array literal: the query layer would spread a JavaScript array into a list of values. */
const array = (values: readonly (string | number)[]): string =>
  `{${values.map((v) => (typeof v === 'number' ? String(v) : `"${v.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`)).join(',')}}`;
