import type { Change, ChangePayload } from '@furikaeri/contracts';
import { Injectable } from '@nestjs/common';
import { CHANGE_CHANNEL } from '../commands/write-log.ts';
import { Log } from '../log/log.ts';
import { Listener } from './listener.ts';

interface Row { stream: string; seq: string; at: Date; command_id: string | null; payload: ChangePayload }

interface Followed {
  /** The last change handed out; null until its place in the log is known. */
  seq: number | null;
  stale: boolean;
}

const BATCH = 1_000;

/**
 * Tails the change log for the streams that somebody in this process follows. Being woken often costs little: while one
 * read runs, all further wakes together cause just one more.
 */
@Injectable()
export class ChangeTail {
  private readonly followed = new Map<string, Followed>();
  private deliver: (stream: string, changes: Change[]) => void = () => undefined;
  private reading = false;

  constructor(
    private readonly listener: Listener,
    private readonly log: Log,
  ) {}

  /** Tells where changes go. Call before the listener starts. */
  to(deliver: (stream: string, changes: Change[]) => void): void {
    this.deliver = deliver;
    this.listener.on(CHANGE_CHANNEL, (payload) => this.wake(payload), {
      connected: () => this.wake('*'),
      lost: () => undefined,
    });
  }

  /** Follows these streams from now on. */
  follow(streams: readonly string[]): void {
    for (const stream of streams) if (!this.followed.has(stream)) this.followed.set(stream, { seq: null, stale: true });
    this.read();
  }

  unfollow(stream: string): void {
    this.followed.delete(stream);
  }

  private wake(payload: string): void {
    if (payload === '*') for (const entry of this.followed.values()) entry.stale = true;
    else {
      for (const name of payload.split(' ')) {
        const entry = this.followed.get(name);
        if (entry) entry.stale = true;
      }
    }
    this.read();
  }

  private read(): void {
    if (this.reading || !this.listener.isListening) return;
    this.reading = true;
    void this.readAll().then((isDone) => {
      this.reading = false;
      // Whoever woke it after its last look, and before this line, was sent away.
      if (isDone && [...this.followed.values()].some(({ stale }) => stale)) this.read();
    });
  }

  /** False when the connection was lost on the way. */
  private async readAll(): Promise<boolean> {
    try {
      for (;;) {
        const stale = [...this.followed].filter(([, entry]) => entry.stale);
        if (stale.length === 0) return true;
        for (const [, entry] of stale) entry.stale = false;
        await this.place(stale.filter(([, entry]) => entry.seq === null));
        await this.readStale(stale);
      }
    } catch (error) {
      // The connection is gone: reconnecting marks every stream stale and reads again.
      this.log.debug({ err: error }, 'reading the change log was interrupted');
      for (const entry of this.followed.values()) entry.stale = true;
      return false;
    }
  }

  /** A newly followed stream starts at its present end. What came before, the client asks for by REST. */
  private async place(fresh: [string, Followed][]): Promise<void> {
    if (fresh.length === 0) return;
    const rows = await this.listener.query<{ name: string; seq: string }>('select name, seq from stream where name = any($1::text[])', [fresh.map(([name]) => name)]);
    const seqs = new Map(rows.map((row) => [row.name, Number(row.seq)]));
    for (const [name, entry] of fresh) entry.seq = seqs.get(name) ?? 0;
  }

  private async readStale(stale: [string, Followed][]): Promise<void> {
    const rows = await this.listener.query<Row>(
      `select c.stream, c.seq, c.at, c.command_id, c.payload
         from unnest($1::text[], $2::bigint[]) as f(stream, after)
        cross join lateral (select * from change where change.stream = f.stream and change.seq > f.after order by change.seq limit ${BATCH}) c
        order by c.stream, c.seq`,
      [stale.map(([name]) => name), stale.map(([, entry]) => entry.seq)],
    );
    const batches = new Map<string, Change[]>();
    for (const row of rows) {
      const batch = batches.get(row.stream) ?? [];
      batch.push({ stream: row.stream, seq: Number(row.seq), commandId: row.command_id, at: row.at.toISOString(), payload: row.payload });
      batches.set(row.stream, batch);
    }
    for (const [name, entry] of stale) {
      const batch = batches.get(name);
      if (!batch) continue;
      entry.seq = batch[batch.length - 1]?.seq ?? entry.seq;
      if (batch.length === BATCH) entry.stale = true;
      if (this.followed.get(name) === entry) this.deliver(name, batch);
    }
  }
}
