import { readChanges as contract, type ChangePayload, type OutputOf } from '@furikaeri/contracts';
import { can } from '@furikaeri/model';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { heldToday } from '../auth/held-today.ts';
import type { SignedIn } from '../auth/signed-in.ts';
import { Clock } from '../clock/clock.ts';
import { parseInput } from '../http/parse-input.ts';
import { ProblemError } from '../http/problem-error.ts';

const PAGE = 500;

/** The tail of one stream by REST: after a gap or a reconnect, and for those without a socket. Same right as joining it. */
@Injectable()
export class ReadChanges {
  constructor(private readonly em: EntityManager, private readonly clock: Clock) {}

  async run(actor: SignedIn, rawInput: unknown): Promise<OutputOf<typeof contract>> {
    const { stream, after } = parseInput(contract.input, rawInput);
    if (!can(actor, 'stream.join', stream)) throw new ProblemError('stream/not-allowed');
    const rows = await this.em.fork().execute<{ seq: string; at: string | Date; commandId: string | null; payload: ChangePayload }[]>(
      TAIL, [this.clock.today(), this.clock.today(), stream, after],
    );
    const changes = rows.slice(0, PAGE).map((row) => ({ stream, seq: Number(row.seq), commandId: row.commandId, at: new Date(row.at).toISOString(), payload: row.payload }));
    return { changes, last: changes[changes.length - 1]?.seq ?? after, more: rows.length > PAGE };
  }
}

/**
 * Who asks later is told what may be read now: an answer's words only while they are the ones handed in (取下げ hides them
 * again), a comment as it stands, and an お知らせ only to who still holds a post where it came by. The last change of each thing says the same either way.
 */
const TAIL = `
select ch.seq, ch.at, ch.command_id as "commandId", case ch.payload ->> 'type'
  when 'answer.changed' then case
    when exists (
      select 1 from submission s
      where s.id = (ch.payload #>> '{answer,id}')::uuid and (s.state in ('submitted', 'confirmed') or s.open_return is not null)
        and s.submitted = ch.payload #> '{answer,content}'
    ) then ch.payload
    else ch.payload || jsonb_build_object('answer', ch.payload -> 'answer' || '{"content":null,"submittedAt":null,"submittedLate":false}')
  end
  when 'comment.changed' then jsonb_set(ch.payload, '{comment,text}', coalesce((
    select to_jsonb(c.text) from comment c where c.id = (ch.payload #>> '{comment,id}')::uuid
  ), '""'))
  when 'notice.added' then case
    when ch.payload #>> '{notice,organisationId}' is null or exists (
      select 1 from post h
      where 'person:' || h.person_id = ch.stream and h.organisation_id = (ch.payload #>> '{notice,organisationId}')::uuid
        and ${heldToday('h')}
    ) then ch.payload
    else jsonb_build_object('type', 'notices.marked', 'ids', '[]'::jsonb, 'read', true, 'at', ch.payload #> '{notice,at}', 'unread', (ch.payload ->> 'unread')::int - 1)
  end
  else ch.payload
end as payload
from change ch where ch.stream = ? and ch.seq > ? order by ch.seq limit ${PAGE + 1}`;
