import type { ProblemBody } from '@furikaeri/contracts';
import type { Refusal, Result } from '@furikaeri/model';
import { ProblemError } from '../http/problem-error.ts';

/** The model refuses by value; here a refusal becomes the error that ends the command. Its details name the fields. */
export function orRefuse<T>(result: Result<T>, more: Pick<ProblemBody, 'current' | 'list'> = {}): T {
  if (result.ok) return result;
  throw refusal(result.problem, more);
}

/** As {@link orRefuse}, for an answer of whyNot(). */
export function orForbid(problem: Refusal | null): void {
  if (problem !== null) throw refusal(problem);
}

const refusal = ({ code, details }: Refusal, more: Pick<ProblemBody, 'current' | 'list'> = {}): ProblemError =>
  new ProblemError(code, { ...more, ...(details.length > 0 && { fields: details.map((path) => ({ path, message: code })) }) });
