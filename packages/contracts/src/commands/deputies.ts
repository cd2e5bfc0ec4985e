import * as z from 'zod';
import { command } from '../define.ts';
import { CommandId, PersonId, PostId } from '../ids.ts';
import { Day } from '../wire/basics.ts';
import { DeputyView } from '../wire/organisation.ts';

/** 代理を立てる: for the period this person holds the same post, and everything they do is shown as 「B（代理 A）」. */
export const nameDeputy = command({
  name: 'deputy.name', path: '/api/deputies', summary: '代理を立てる',
  input: z.object({ commandId: CommandId, personId: PersonId, from: Day, to: Day }), output: DeputyView,
  problems: ['permission/denied', 'deputy/wrong-period', 'deputy/not-a-colleague', 'deputy/already-named'],
});
export const endDeputy = command({
  name: 'deputy.end', method: 'DELETE', path: '/api/deputies/:postId', summary: '代理を終える',
  input: z.object({ commandId: CommandId, postId: PostId }), output: z.object({ postId: PostId }), problems: ['permission/denied', 'deputy/not-found'],
});
