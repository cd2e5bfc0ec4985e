import * as z from 'zod';
import { command } from '../define.ts';
import { CommandId, CycleId } from '../ids.ts';
import { Reason, Version } from '../wire/basics.ts';
import { Cycle } from '../wire/cycle.ts';

/** 進行: one step on, or before 確定 one step back with a reason. */
export const moveCycle = command({
  name: 'cycle.move', path: '/api/cycles/:cycleId/move', summary: '進行を進める・戻す',
  input: z.object({ commandId: CommandId, cycleId: CycleId, expectedVersion: Version, direction: z.enum(['on', 'back']), reason: Reason.optional() }),
  output: Cycle,
  problems: ['permission/denied', 'cycle/not-found', 'cycle/wrong-step', 'cycle/reason-required', 'cycle/cards-not-reviewed', 'cycle/changed-meanwhile'],
});
