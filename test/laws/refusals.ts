import type { ProblemCode } from '../../packages/contracts/src/index.ts';

/**
 * Every reason there is to refuse an action; none means it is allowed. Which of several reasons is named first the
 * domain leaves open, save one: who has no right to it is told so and learns nothing else.
 */
export class Refusals {
  /** Each reason by the code that fits it best. */
  readonly reasons: ProblemCode[] = [];
  private readonly codes = new Set<ProblemCode>();
  private isForbidden = false;

  /** The person has no part in this. */
  forbid(isForbidden: boolean): this {
    this.isForbidden ||= isForbidden;
    if (isForbidden) this.reasons.push('permission/denied');
    return this;
  }

  when(applies: boolean, best: ProblemCode, ...others: ProblemCode[]): this {
    if (!applies) return this;
    this.reasons.push(best);
    for (const code of [best, ...others]) this.codes.add(code);
    return this;
  }

  get allowed(): boolean { return this.reasons.length === 0; }

  /** What the product may answer, sorted. */
  get expected(): ProblemCode[] {
    // A body that lacks a required field is turned away before anybody is looked up.
    if (this.isForbidden) return [...FORBIDDEN, ...(this.codes.has('request/invalid') ? ['request/invalid' as const] : [])];
    return [...this.codes].sort();
  }
}

const FORBIDDEN: readonly ProblemCode[] = ['permission/denied', 'card/not-yours', 'submission/not-yours'];
