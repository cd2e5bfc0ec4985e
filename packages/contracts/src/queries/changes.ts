import * as z from 'zod';
import { Change } from '../changes/change.ts';
import { query } from '../define.ts';

/** The tail of one stream: after a gap, a reconnect, a sleep, or without a socket at all (polling). */
export const readChanges = query({
  name: 'changes.read', path: '/api/changes', summary: '変更の続き',
  input: z.object({ stream: z.string().max(200), after: z.coerce.number().int().min(0) }),
  output: z.object({ changes: z.array(Change), last: z.int(), more: z.boolean() }),
  problems: ['stream/not-allowed'],
});
