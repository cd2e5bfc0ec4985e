import { readChanges as contract, type ChangePayload, type OutputOf } from '@furikaeri/contracts';
import { can } from '@furikaeri/model';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { SignedIn } from '../auth/signed-in.ts';
import { parseInput } from '../http/parse-input.ts';
import { ProblemError } from '../http/problem-error.ts';

const PAGE = 500;

/** The tail of one stream by REST: after a gap or a reconnect, and for those without a socket. Same right as joining it. */
@Injectable()
export class ReadChanges {
  constructor(private readonly em: EntityManager) {}

  async run(actor: SignedIn, rawInput: unknown): Promise<OutputOf<typeof contract>> {
    const { stream, after } = parseInput(contract.input, rawInput);
    if (!can(actor, 'stream.join', stream)) throw new ProblemError('stream/not-allowed');
    const rows = await this.em.fork().execute<{ seq: string; at: string | Date; commandId: string | null; payload: ChangePayload }[]>(
      `select seq, at, command_id as "commandId", payload from change where stream = ? and seq > ? order by seq limit ${PAGE + 1}`, [stream, after],
    );
    const changes = rows.slice(0, PAGE).map((row) => ({ stream, seq: Number(row.seq), commandId: row.commandId, at: new Date(row.at).toISOString(), payload: row.payload }));
    return { changes, last: changes[changes.length - 1]?.seq ?? after, more: rows.length > PAGE };
  }
}
