import * as z from 'zod';
import { query } from '../define.ts';
import { Day, Instant } from '../wire/basics.ts';
import { Cycle } from '../wire/cycle.ts';
import { Me, Organisation } from '../wire/organisation.ts';

export const readMe = query({
  name: 'account.me', path: '/api/session', summary: 'だれとして操作しているか', input: z.object({}), output: Me, problems: ['account/not-logged-in'],
});

/** What every screen needs once: organisations, cycles, closed days and the one clock. */
export const readWorkplace = query({
  name: 'workplace.read', path: '/api/workplace', summary: '組織・年度・閉庁日',
  input: z.object({}),
  output: z.object({
    organisations: z.array(Organisation),
    cycles: z.array(Cycle),
    closedDays: z.array(z.object({ date: Day, name: z.string() })),
    officeHours: z.object({ from: z.string(), to: z.string() }),
    now: Instant,
    today: Day,
    /** true when mail goes to the built-in mailbox */
    builtInMailbox: z.boolean(),
  }),
  problems: ['account/not-logged-in'],
});
