import type * as z from 'zod';
import type { ProblemCode } from './problems.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * One change that somebody may ask for. The path's `:name` parts are fields of `input`; the rest of the
 * input is the JSON body. Every command carries a `commandId`: sent twice, it happens once.
 */
export interface CommandContract<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly method: Exclude<Method, 'GET'>;
  readonly path: string;
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  readonly problems: readonly ProblemCode[];
  /** The body is a file as it is (application/octet-stream), and all of `input` stands in the path and the query string. */
  readonly body?: 'file';
}

/** One question a screen asks. The path's `:name` parts and the query string together are `input`. */
export interface QueryContract<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly method: 'GET';
  readonly path: string;
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  readonly problems: readonly ProblemCode[];
  /** The answer is a file, with its name and type in the headers. */
  readonly answer?: 'file';
}

export function command<I extends z.ZodType, O extends z.ZodType>(contract: Omit<CommandContract<I, O>, 'method'> & { method?: 'POST' | 'PUT' | 'DELETE' }): CommandContract<I, O> {
  return { method: 'POST', ...contract };
}

export function query<I extends z.ZodType, O extends z.ZodType>(contract: Omit<QueryContract<I, O>, 'method'>): QueryContract<I, O> {
  return { method: 'GET', ...contract };
}

export type InputOf<C extends { input: z.ZodType }> = z.infer<C['input']>;
export type OutputOf<C extends { output: z.ZodType }> = z.infer<C['output']>;
