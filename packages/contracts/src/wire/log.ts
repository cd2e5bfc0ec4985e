import * as z from 'zod';
import { Doer, Instant } from './basics.ts';

/** One line of the history: who did what, when, through which post, and why. */
export const LogEntry = z.object({
  id: z.uuid(),
  at: Instant,
  by: Doer.nullable(),
  /** The command's name, e.g. submission.return; the screen has the words. */
  command: z.string(),
  cardId: z.uuid().nullable(),
  cardCode: z.string().nullable(),
  organisation: z.string().nullable(),
  reason: z.string().nullable(),
  /** Before and after where the reader may see them. */
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type LogEntry = z.infer<typeof LogEntry>;
