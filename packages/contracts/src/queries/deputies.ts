import * as z from 'zod';
import { query } from '../define.ts';
import { PersonId } from '../ids.ts';
import { Day } from '../wire/basics.ts';
import { DeputyView } from '../wire/organisation.ts';

const Colleague = z.object({
  personId: PersonId, name: z.string(), post: z.string(),
  /** Their 不在, running and to come; of another organisation's people none is told. */
  away: z.array(z.object({ from: Day, to: Day })),
});

/** One's own 代理, running and to come, and who may be named. */
export const listDeputies = query({
  name: 'deputy.list', path: '/api/deputies', summary: '代理',
  input: z.object({}),
  output: z.object({ deputies: z.array(DeputyView), colleagues: z.array(Colleague) }),
  problems: ['permission/denied'],
});
