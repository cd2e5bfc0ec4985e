import { OfflineError, isProblem } from '../commands/index.ts';

export type SaveState = 'clean' | 'waiting' | 'saving' | 'saved' | 'unsent' | 'conflict' | 'refused';

/** `C`: what is typed (a whole answer, or one text). `S`: what the server gives back, with its new version. */
export interface AutosaveParts<C, S extends { version: number }> {
  save: (content: C, expectedVersion: number) => Promise<S>;
  /** Calls `run` a moment later; gives back what cancels it. */
  later: (run: () => void, milliseconds: number) => () => void;
  /** Keeps what is not on the server yet on this device (null: nothing is owed). */
  keep: (content: C | null) => void;
  onSaved: (saved: S) => void;
  onState: (state: SaveState, detail: unknown) => void;
}

const PAUSE = 700;
const RETRY = 5000;

/**
 * Sends what is typed a moment after the typing stops, one request at a time, and says only what is true: saved means
 * that the server has answered. What could not be sent stays here and goes out again, and is unsent until it has.
 */
export class Autosave<C, S extends { version: number }> {
  #parts: AutosaveParts<C, S>;
  #version: number;
  #wanted: C | null = null;
  #running: Promise<boolean> | null = null;
  #cancel = (): void => {};
  #conflict = false;
  #unsent = false;

  constructor(parts: AutosaveParts<C, S>, version: number) {
    this.#parts = parts;
    this.#version = version;
  }

  get version(): number { return this.#version; }
  /** Something typed has not reached the server yet. */
  get dirty(): boolean { return this.#wanted !== null || this.#running !== null; }

  edit(content: C): void {
    this.#wanted = content;
    this.#parts.keep(content);
    if (this.#conflict) return;
    if (!this.#unsent) this.#parts.onState('waiting', null);
    this.#schedule(PAUSE);
  }

  /** The server's version, heard from elsewhere. Only a clean editor may follow it silently. */
  adopt(version: number): void { if (!this.dirty) this.#version = version; }

  /** After a conflict was settled: from here on the given version is the base. */
  rebase(version: number): void {
    this.#conflict = false;
    this.#version = version;
    this.#wanted = null;
    this.#parts.keep(null);
  }

  /** Sends everything now. True when the server has it. */
  async flush(): Promise<boolean> {
    this.#cancel();
    while (this.#wanted !== null && !this.#conflict) {
      if (!(await this.#send())) return false;
    }
    if (this.#running !== null) return this.#running;
    return this.#wanted === null;
  }

  stop(): void { this.#cancel(); }

  #schedule(milliseconds: number): void {
    this.#cancel();
    this.#cancel = this.#parts.later(() => { void this.flush(); }, milliseconds);
  }

  #send(): Promise<boolean> {
    this.#running ??= this.#sendOnce().finally(() => { this.#running = null; });
    return this.#running;
  }

  async #sendOnce(): Promise<boolean> {
    const content = this.#wanted;
    if (content === null) return true;
    if (!this.#unsent) this.#parts.onState('saving', null);
    try {
      const saved = await this.#parts.save(content, this.#version);
      this.#version = saved.version;
      this.#unsent = false;
      if (this.#wanted === content) {
        this.#wanted = null;
        this.#parts.keep(null);
        this.#parts.onState('saved', null);
      }
      this.#parts.onSaved(saved);
      return true;
    } catch (error) {
      this.#unsent = error instanceof OfflineError || isProblem(error, 'server/busy', 'account/not-logged-in');
      if (isProblem(error, 'submission/changed-meanwhile', 'card/changed-meanwhile')) {
        this.#conflict = true;
        this.#parts.onState('conflict', error.current);
      } else if (this.#unsent) {
        this.#parts.onState('unsent', null);
        this.#schedule(RETRY);
      } else {
        this.#parts.onState('refused', error);
      }
      return false;
    }
  }
}
