import type { Change } from '@furikaeri/contracts';

export interface Tail { changes: Change[]; last: number; more: boolean }
export interface FeedSource {
  stream: string;
  /** The last sequence number the screen already shows; null for a listener that cares only for what comes from now on. */
  after: number | null;
  apply: (change: Change) => void;
  readTail: (stream: string, after: number) => Promise<Tail>;
}

/**
 * One listener's place in one stream: the next change is applied, an older one ignored, and a gap is filled from the
 * change log. Lost packets, sleep and server restarts all take this one path.
 */
export class Feed {
  readonly stream: string;
  #last: number | null;
  #apply: FeedSource['apply'];
  #readTail: FeedSource['readTail'];
  #running: Promise<void> | null = null;
  #again = false;
  #closed = false;

  constructor({ stream, after, apply, readTail }: FeedSource) {
    this.stream = stream;
    this.#last = after;
    this.#apply = apply;
    this.#readTail = readTail;
  }

  get last(): number | null { return this.#last; }

  close(): void { this.#closed = true; }

  receive(change: Change): void {
    if (this.#closed) return;
    if (this.#last !== null && change.seq <= this.#last) return;
    if (this.#last !== null && change.seq > this.#last + 1) {
      void this.catchUp().catch(() => {});
      return;
    }
    this.#take(change);
  }

  /** Reads on from where we stand. Calls that come while one runs make it read once more, not twice at once. */
  catchUp(): Promise<void> {
    if (this.#last === null || this.#closed) return Promise.resolve();
    if (this.#running !== null) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#readOn().finally(() => { this.#running = null; });
    return this.#running;
  }

  async #readOn(): Promise<void> {
    let more = true;
    while (more && !this.#closed) {
      this.#again = false;
      const tail = await this.#readTail(this.stream, this.#last ?? 0);
      if (this.#closed) return;
      // The log may have been cut below us: what it still holds counts, in its order.
      for (const change of tail.changes) if (change.seq > (this.#last ?? 0)) this.#take(change);
      more = tail.more || this.#again;
    }
  }

  #take(change: Change): void {
    this.#last = change.seq;
    this.#apply(change);
  }
}
