import type * as z from 'zod';
import { ProblemError } from './problem-error.ts';

/** Parses what came over the wire, or refuses it naming each field. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.infer<S> {
  const result = schema.safeParse(raw);
  if (result.success) {
    const unfit = unfitText(result.data);
    if (unfit !== null) throw new ProblemError('request/invalid', { fields: [{ path: unfit.join('.'), message: 'Holds characters that are no text.' }] });
    return result.data;
  }
  throw new ProblemError('request/invalid', {
    fields: result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  });
}

/**
 * Where a text stands that the database cannot keep: one with NUL, or with half of a character. Looked for in what the
 * schema let through, so its depth is the schema's and not the sender's.
 */
function unfitText(value: unknown): string[] | null {
  if (typeof value === 'string') return value.includes('\0') || /\p{Surrogate}/u.test(value) ? [] : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = unfitText(inner);
    if (found !== null) return [key, ...found];
  }
  return null;
}
