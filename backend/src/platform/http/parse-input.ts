import type * as z from 'zod';
import { ProblemError } from './problem-error.ts';

/** Parses what came over the wire, or refuses it naming each field. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.infer<S> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw new ProblemError('request/invalid', {
    fields: result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  });
}
