import * as z from 'zod';
import { query } from '../define.ts';
import { CardId, CycleId } from '../ids.ts';
import { LogEntry } from '../wire/log.ts';

/** The log, newest first, for 管理者 and 事務局: who, when, which command, on what. */
export const readLog = query({
  name: 'log.read', path: '/api/log', summary: '操作の記録',
  input: z.object({
    cycleId: CycleId.optional(),
    cardId: CardId.optional(),
    /** The id of the last entry shown: entries before it follow. */
    before: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ entries: z.array(LogEntry), more: z.boolean() }),
  problems: ['permission/denied'],
});
export type LogPage = z.infer<typeof readLog.output>;
