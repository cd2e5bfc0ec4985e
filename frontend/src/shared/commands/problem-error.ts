import type { ProblemBody, ProblemCode } from '@furikaeri/contracts';

/** A refusal of the server, as RFC 9457 carries it: `message` is the sentence for people, in the language of the screen. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title);
    this.body = body;
  }

  get code(): ProblemCode { return this.body.code; }
  get status(): number { return this.body.status; }
  /** Which fields are missing or wrong. */
  get fields(): { path: string; message: string }[] { return this.body.fields ?? []; }
  /** The fresh object of a …/changed-meanwhile. */
  get current(): unknown { return this.body.current; }
  get list(): { code: string; title: string }[] { return this.body.list ?? []; }
}

/** The server could not be reached; what was typed is still here and the same command may be sent again. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError';
}

export const isProblem = (error: unknown, ...codes: ProblemCode[]): error is ProblemError =>
  error instanceof ProblemError && (codes.length === 0 || codes.includes(error.code));
