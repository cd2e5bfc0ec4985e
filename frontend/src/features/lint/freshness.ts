import type { Change, Seqs } from '@furikaeri/contracts';

/** In a burst of changes, so many milliseconds pass from one question to the next. */
const BETWEEN = 200;

export interface FreshnessOptions {
  /** Asks the server and shows the answer, unless it is no longer wanted; gives back where the streams stood, null when it failed. */
  read: (isWanted: () => boolean) => Promise<Seqs | null>;
  /** Whether anybody looks. */
  isShown: () => boolean;
}

/**
 * Keeps a list that the server computes as new as the changes told of it: asks at once after a change, so that the server
 * is at work while the screen paints what the change itself says; seldom in a burst; and never twice at a time.
 */
export class Freshness {
  readonly #options: FreshnessOptions;
  /** How far each stream has told of something that concerns the list. */
  readonly #told = new Map<string, number>();
  #isStale = true;
  #isAsking = false;
  #askedAt = -Infinity;
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: FreshnessOptions) {
    this.#options = options;
  }

  get isStale(): boolean { return this.#isStale; }

  hear({ stream, seq }: Pick<Change, 'stream' | 'seq'>): void {
    this.#told.set(stream, seq);
    this.#isStale = true;
    this.#askSoon();
  }

  async ask(): Promise<void> {
    this.#rest();
    const mine = ++this.#round;
    const isWanted = (): boolean => mine === this.#round;
    [this.#isStale, this.#isAsking, this.#askedAt] = [false, true, performance.now()];
    const seqs = await this.#options.read(isWanted);
    if (!isWanted()) return;
    this.#isAsking = false;
    // One command tells of itself on several streams: an answer that was read after all it told is up to date.
    const hasMissed = seqs === null ? this.#isStale : [...this.#told].some(([stream, seq]) => seq > (seqs[stream] ?? 0));
    this.#isStale = seqs === null || hasMissed;
    if (hasMissed) this.#askSoon();
  }

  /** Another list from now on. */
  forget(): void {
    this.#rest();
    this.#round += 1;
    this.#told.clear();
    [this.#isStale, this.#isAsking] = [true, false];
  }

  #askSoon(): void {
    if (this.#isAsking || !this.#options.isShown()) return;
    const wait = this.#askedAt + BETWEEN - performance.now();
    if (wait <= 0) void this.ask();
    else this.#timer ??= setTimeout(() => void this.ask(), wait);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
