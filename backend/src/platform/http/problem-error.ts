import { PROBLEMS, type ProblemBody, type ProblemCode } from '@furikaeri/contracts';

/** A refusal on its way to the client; one filter turns it into application/problem+json. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly more: Pick<ProblemBody, 'detail' | 'fields' | 'current' | 'list'> = {},
  ) {
    super(code);
    this.name = 'ProblemError';
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}
