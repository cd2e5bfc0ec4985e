import * as z from 'zod';
import { query } from '../define.ts';
import { PersonId } from '../ids.ts';
import { DeputyView } from '../wire/organisation.ts';

/** One's own 代理, running and to come, and who may be named. */
export const listDeputies = query({
  name: 'deputy.list', path: '/api/deputies', summary: '代理',
  input: z.object({}),
  output: z.object({ deputies: z.array(DeputyView), colleagues: z.array(z.object({ personId: PersonId, name: z.string(), post: z.string() })) }),
  problems: ['permission/denied'],
});
