import * as z from 'zod';
import { command } from '../define.ts';
import { CommandId, CycleId } from '../ids.ts';
import { Reason } from '../wire/basics.ts';
import { LintFindingView } from '../wire/lint.ts';

const one = { commandId: CommandId, cycleId: CycleId, key: z.string().min(1).max(500) };
/** 整合チェック: a person looked, and says why it may stay. It lapses when the facts change, because the key names them. */
export const acknowledgeFinding = command({
  name: 'lint.acknowledge', path: '/api/cycles/:cycleId/lint/acknowledgements', summary: '整合チェックの事項を確かめた',
  input: z.object({ ...one, note: Reason }), output: LintFindingView,
  problems: ['card/not-yours', 'cycle/not-found', 'cycle/not-open-for-review', 'lint/changed-meanwhile', 'lint/not-found'],
});
export const takeBackAcknowledgement = command({
  name: 'lint.take-back', method: 'DELETE', path: '/api/cycles/:cycleId/lint/acknowledgements', summary: '確かめた印を取り消す',
  input: z.object(one), output: LintFindingView, problems: ['card/not-yours', 'cycle/not-found', 'cycle/not-open-for-review', 'lint/not-found'],
});
